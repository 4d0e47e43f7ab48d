#pragma once

// A writer for tests: seals ops into a ledger and tells an area's State about it.

#include "base/env.h"
#include "vault/ledger.h"

namespace zhitu::test {

class Scribe {
public:
    explicit Scribe(std::uint64_t seed = 1) : env_(seed), writer_(env_.random_id()) {}

    // Completes, seals and accepts; the entities it touched.
    std::vector<vault::EntityKey> write(vault::Ops ops) {
        ledger.complete(ops);
        vault::ChangeHeader header{writer_, ++sequence_, clock_.next(env_.now_ms()), previous_, {}};
        vault::Change change = vault::seal_change(header, {std::move(ops), env_.random_id()});
        previous_ = change.hash;
        last_id = change.id();
        return ledger.accept(std::move(change)).touched;
    }

    template <class State, class Apply>
    void write_to(State& state, vault::Ops ops, Apply apply) {
        for (vault::EntityKey const& key : write(std::move(ops))) {
            apply(state, key, ledger.find(key));
        }
    }

    vault::Ledger ledger;
    RawId last_id{};

private:
    SimulatedEnv env_;
    RawId writer_;
    vault::HybridClock clock_;
    std::uint64_t sequence_ = 0;
    Digest previous_{};
};

}  // namespace zhitu::test
