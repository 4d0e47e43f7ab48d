#include "tests/vault/histories.h"

#include <string>

namespace zhitu::vault::tests {

namespace {

class Generator {
public:
    Generator(std::uint64_t seed, HistoryShape const& shape)
        : env_(seed), is_time_equal_(seed % 3 == 0), is_skewed_(shape.is_skewed),
          ledgers_(shape.writers_count) {
        for (std::size_t i = 0; i < shape.writers_count; ++i) {
            writers_.emplace_back(static_cast<int>(i + 1));
        }
    }

    std::vector<Change> run(std::size_t changes_count) {
        while (history_.size() < changes_count) step();
        return std::move(history_);
    }

private:
    std::uint64_t below(std::uint64_t bound) { return env_.below(bound); }

    void step() {
        std::size_t const who = below(writers_.size());
        hear(who);
        maybe_fork(who);
        Ops ops;
        for (std::uint64_t i = 1 + below(4); i > 0; --i) ops.push_back(random_op());
        ledgers_[who].complete(ops);
        for (Op& op : ops) distort(op);
        Change change = writers_[who].write(stamp(who), std::move(ops));
        ledgers_[who].accept(change);
        history_.push_back(std::move(change));
    }

    void hear(std::size_t who) {
        for (Change const& change : history_) {
            bool const is_heard = below(3) == 0 && !ledgers_[who].knows(change.id());
            if (is_heard) ledgers_[who].accept(change);
        }
    }

    void maybe_fork(std::size_t who) {
        if (history_.empty() || below(10) != 0) return;
        Change const& earlier = history_[below(history_.size())];
        if (earlier.header.writer == writers_[who].id()) writers_[who].go_back_to(earlier);
    }

    Stamp stamp(std::size_t who) {
        if (is_time_equal_) return Stamp{7} << 16;
        Stamp const moment = Stamp{1} + below(30);
        return (is_skewed_ ? start_ms + skew_ms(who) + moment : moment) << 16;
    }

    // The same for a writer all the time: decades apart, or together.
    static Stamp skew_ms(std::size_t who) { return year_ms * ((who * 37) % 81); }

    RawId subject() { return below(3) == 0 ? id_of(200 + static_cast<int>(below(3))) : RawId{}; }

    EntityKey entity() { return course(static_cast<int>(below(3))); }

    std::string field() { return std::string(1, static_cast<char>('a' + below(2))); }

    Json element() { return Json(static_cast<std::int64_t>(below(3))); }

    OpRef any_ref() {
        if (history_.empty()) return {id_of(9), 0};
        return {history_[below(history_.size())].id(), static_cast<std::uint32_t>(below(4))};
    }

    // Names that an honest writer would not write: ops of other fields, kinds and entities.
    void distort(Op& op) {
        bool const is_naming = op.kind != OpKind::evt && op.kind != OpKind::add &&
                               op.kind != OpKind::unknown && op.kind != OpKind::redact;
        if (is_naming && below(8) == 0) op.replaces.push_back(any_ref());
        if (is_naming && below(8) == 0 && op.kind != OpKind::erase) op.replaces.clear();
    }

    // One dice after the other: compilers evaluate arguments in orders of their own.
    Op event() {
        bool const is_retraction = below(3) == 0;
        EntityKey const at = entity();
        Json value = Json::object();
        value.set("k", Json("seen"));
        if (is_retraction) value = retraction_of(any_ref());
        return evt_op(at, std::move(value), subject());
    }

    Op written(Op (*make)(EntityKey, std::string, Json, RawId)) {
        EntityKey const at = entity();
        std::string name = field();
        Json value = element();
        return make(at, std::move(name), std::move(value), subject());
    }

    Op unknown() {
        Op op;
        op.value = Json::object();
        op.value.set("k", Json("set@2"));
        return op;
    }

    Op random_op() {
        std::uint64_t const dice = below(100);
        if (dice < 30) return written(set_op);
        if (dice < 45) return written(add_op);
        if (dice < 60) return written(rem_op);
        if (dice < 75) return event();
        if (dice < 83) {
            Op op = written(set_op);
            op.kind = OpKind::pos;
            op.value = Json("a0");
            return op;
        }
        if (dice < 87) return op_of(OpKind::del, entity());
        if (dice < 91) return op_of(OpKind::undel, entity());
        if (dice < 94) return erase_op(id_of(200 + static_cast<int>(below(3))));
        if (dice < 97) return redact_op(any_ref().change);
        return unknown();
    }

    static constexpr Stamp year_ms = 31'557'600'000;
    static constexpr Stamp start_ms = 1'479'600'000'000;  // ten years before the day of the tests

    SimulatedEnv env_;
    bool is_time_equal_;
    bool is_skewed_;
    std::vector<Writer> writers_;
    std::vector<Ledger> ledgers_;
    std::vector<Change> history_;
};

}  // namespace

std::vector<Change> random_history(std::uint64_t seed, HistoryShape const& shape) {
    return Generator(seed, shape).run(shape.changes_count);
}

HistoryShape random_shape(std::uint64_t seed) {
    SimulatedEnv dice(seed ^ 0x5A17);
    HistoryShape shape{.writers_count = 2 + static_cast<std::size_t>(dice.below(7)),
                       .is_skewed = true};
    shape.changes_count = 20 + dice.below(dice.below(100) == 0 ? 381 : 11);
    return shape;
}

}  // namespace zhitu::vault::tests
