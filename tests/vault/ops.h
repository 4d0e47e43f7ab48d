#pragma once

// Ops of every kind, for tests of what reads and writes them.

#include "tests/vault/histories.h"

namespace zhitu::vault::tests {

inline Op unknown_op(std::string_view json) {
    Op op;
    op.value = read_json(json).value();
    return op;
}

inline Ops one_op_of_each_kind() {
    Op pos = set_op(course(1), "place", "a5");
    pos.kind = OpKind::pos;
    return {
        set_op(course(1), "title", "\"SQL\"\n\x01 数据库", id_of(9)),
        set_op(course(1), "title", Json()),
        set_op(course(1), "title", "the subject is the entity", id_of(1)),
        replacing(set_op(course(1), "title", 5), {{id_of(3), 0}, {id_of(4), 999}}),
        add_op(course(1), "skills", "sql"),
        replacing(rem_op(course(1), "skills", "sql"), {{id_of(3), 1}}),
        evt_op(course(1), read_json("{\"k\":\"seen\"}").value(), id_of(9)),
        pos,
        op_of(OpKind::del, course(1)),
        op_of(OpKind::undel, course(1)),
        erase_op(id_of(9)),
        redact_op(id_of(3)),
        unknown_op("{\"k\":\"set@2\",\"zz\":[1,{\"y\":null}]}"),
    };
}

}  // namespace zhitu::vault::tests
