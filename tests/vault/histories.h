#pragma once

// Changes for tests: a writer that keeps its chain, and random histories of several writers.

#include <utility>
#include <vector>

#include "base/env.h"
#include "vault/ledger.h"

namespace zhitu::vault::tests {

inline RawId id_of(int number) {
    RawId id{};
    id[0] = static_cast<std::uint8_t>(number);
    id[15] = 1;
    return id;
}

inline EntityKey course(int number) { return {"course", id_of(number)}; }

inline Op op_of(OpKind kind, EntityKey entity = {}) {
    Op op;
    op.kind = kind;
    op.entity = std::move(entity);
    return op;
}

inline Op erase_op(RawId const& subject) {
    Op op = op_of(OpKind::erase);
    op.subject = subject;
    return op;
}

inline Op redact_op(RawId const& change) {
    Op op = op_of(OpKind::redact);
    op.replaces = {OpRef{change, 0}};
    return op;
}

inline Op replacing(Op op, std::vector<OpRef> refs) {
    op.replaces = std::move(refs);
    return op;
}

class Writer {
public:
    explicit Writer(int number) : id_(id_of(100 + number)) {}

    Change write(Stamp stamp, Ops ops) {
        ChangeHeader header{id_, ++sequence_, stamp, previous_, {}};
        ChangeBody body{std::move(ops), id_of(static_cast<int>(++salt_ % 251)), {}};
        Change change = seal_change(header, std::move(body));
        previous_ = change.hash;
        return change;
    }
    // The next change follows `change` instead of the last one: a fork, as after a restored backup.
    void go_back_to(Change const& change) {
        sequence_ = change.header.sequence;
        previous_ = change.hash;
    }
    RawId const& id() const { return id_; }

private:
    RawId id_;
    std::uint64_t sequence_ = 0;
    std::uint64_t salt_ = 0;
    Digest previous_{};
};

inline Change without_body(Change const& change) {
    Change bare;
    bare.header = change.header;
    bare.hash = change.hash;
    return bare;
}

struct HistoryShape {
    std::size_t writers_count = 3;
    std::size_t changes_count = 40;
    bool is_skewed = false;  // clocks between ten years behind and seventy ahead
};

// Seeded: writers with a ledger each that hear of each other now and then, every kind of op, names
// of ops they never saw, forks. In a third of the histories all stamps are equal.
std::vector<Change> random_history(std::uint64_t seed, HistoryShape const& shape);

inline std::vector<Change> random_history(std::uint64_t seed, std::size_t changes_count) {
    return random_history(seed, HistoryShape{.changes_count = changes_count});
}

// Two to eight writers, twenty to four hundred changes (mostly few), skewed clocks.
HistoryShape random_shape(std::uint64_t seed);

}  // namespace zhitu::vault::tests
