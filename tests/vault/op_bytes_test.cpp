#include "vault/op_bytes.h"

#include <gtest/gtest.h>

#include "tests/vault/histories.h"

namespace zhitu::vault::tests {
namespace {

TEST(OpBytes, the_bytes_of_every_kind_are_those_of_its_json) {
    Op pos = set_op(course(1), "place", "a5");
    pos.kind = OpKind::pos;
    Op unknown;
    unknown.value = read_json("{\"k\":\"set@2\",\"zz\":[1,{\"y\":null}]}").value();
    Ops const ops{
        set_op(course(1), "title", "\"SQL\"\n\x01 数据库", id_of(9)),
        set_op(course(1), "title", Json()),
        replacing(set_op(course(1), "title", 5), {{id_of(3), 0}, {id_of(4), 999}}),
        add_op(course(1), "skills", "sql"),
        replacing(rem_op(course(1), "skills", "sql"), {{id_of(3), 1}}),
        evt_op(course(1), read_json("{\"k\":\"seen\"}").value(), id_of(9)),
        pos,
        op_of(OpKind::del, course(1)),
        op_of(OpKind::undel, course(1)),
        erase_op(id_of(9)),
        redact_op(id_of(3)),
        unknown,
    };
    for (Op const& op : ops) {
        std::string bytes = "[";
        append_bytes(bytes, op);
        EXPECT_EQ(bytes, "[" + to_canonical(to_json(op)));
    }
}

}  // namespace
}  // namespace zhitu::vault::tests
