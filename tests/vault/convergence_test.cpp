// T1 and T2 of storage.md: random histories, each given to eight replicas in eight orders, with
// repeats, with gaps that close late, with bodies that come after their headers. Every replica has
// the state of the reference fold, byte for byte; and every build, native or WASM, the same hash.
//
// ZHITU_HISTORIES=n takes n histories instead.

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "tests/vault/histories.h"
#include "tests/vault/reference_fold.h"

namespace zhitu::vault::tests {
namespace {

constexpr int replicas_count = 8;
constexpr std::uint64_t hashed_histories = 1'000;
// Over the first 1,000 digests. A change of the rules changes it; nothing else may.
constexpr char const* digest_of_digests =
    "7033ede6badb287d67589e0e5f7bc82d46cb69b479ed548599bdbdf530bbe5e1";

#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
constexpr bool is_build_slow = true;
#elif defined(__has_feature)
constexpr bool is_build_slow = __has_feature(address_sanitizer) || sizeof(void*) == 4;
#else
constexpr bool is_build_slow = sizeof(void*) == 4;
#endif

// Sanitizers and WASM take the first thousand: what they look for does not hide in the others.
std::uint64_t histories_count() {
    char const* wanted = std::getenv("ZHITU_HISTORIES");
    if (wanted != nullptr) return std::strtoull(wanted, nullptr, 10);
    return is_build_slow ? hashed_histories : 20'000;
}

// What a kind of trouble is called, and how often it was met.
using Tally = std::map<std::string, std::uint64_t>;

void print(Tally const& tally) {
    for (auto const& [name, count] : tally) {
        std::printf("    %-44s %12llu\n", name.c_str(), static_cast<unsigned long long>(count));
    }
}

std::vector<Change> shuffled(std::vector<Change> changes, SimulatedEnv& dice) {
    for (std::size_t i = changes.size(); i > 1; --i) {
        std::swap(changes[i - 1], changes[dice.below(i)]);
    }
    return changes;
}

// --- What a history holds, whatever the order

void count_op(Op const& op, Tally& tally) {
    switch (op.kind) {
        case OpKind::erase: ++tally["erase"]; break;
        case OpKind::redact: ++tally["redact"]; break;
        case OpKind::unknown: ++tally["op of a newer version"]; break;
        case OpKind::pos: ++tally["pos"]; break;
        case OpKind::evt: ++tally["event"]; break;
        case OpKind::del:
        case OpKind::undel: ++tally["del, undel"]; break;
        default: tally["register or element that names others"] += op.replaces.empty() ? 0 : 1;
    }
    bool const is_retraction = op.kind == OpKind::evt && op.value.find("of") != nullptr;
    tally["retraction of an event"] += is_retraction ? 1 : 0;
}

void count_history(std::vector<Change> const& history, Ledger const& ledger, Tally& tally) {
    std::map<Stamp, std::set<RawId>> writers_by_stamp;
    for (Change const& change : history) {
        for (Op const& op : change.body->ops) count_op(op, tally);
        std::set<RawId>& writers = writers_by_stamp[change.header.stamp];
        if (writers.insert(change.header.writer).second && writers.size() > 1) {
            ++tally["equal stamps of two writers"];
        }
        bool const is_suspect = is_clock_suspect(change.header.stamp, 1'795'132'800'000);
        tally["clock wrong by years"] += is_suspect ? 1 : 0;
    }
    tally["fork"] += ledger.forks().size();
    ledger.for_each([&](EntityKey const&, Entity const& entity) {
        for (auto const& [field, values] : entity.registers) {
            tally["kept conflict"] += values.size() > 1 ? 1 : 0;
        }
    });
}

// --- What an order makes of it

// Names of ops and subjects that a replica meets before the thing itself.
class Meetings {
public:
    explicit Meetings(Tally& tally) : tally_(tally) {}

    void meet(Change const& change) {
        if (!change.body) return;
        meet_change(change);
        for (std::uint32_t i = 0; i < change.body->ops.size(); ++i) {
            Op const& op = change.body->ops[i];
            if (op.kind == OpKind::erase) erased_.insert(op.subject);
            for (OpRef const& ref : op.replaces) {
                if (op.kind == OpKind::redact) redacted_.insert(ref.change);
                else named_.insert(ref);
            }
        }
        last_stamp_ = std::max(last_stamp_, change.header.stamp);
    }

private:
    void meet_change(Change const& change) {
        tally_["redact before its change"] += redacted_.contains(change.id()) ? 1 : 0;
        tally_["late change"] += change.header.stamp < last_stamp_ ? 1 : 0;
        for (std::uint32_t i = 0; i < change.body->ops.size(); ++i) {
            Op const& op = change.body->ops[i];
            tally_["erase before its data"] += erased_.contains(op.subject) ? 1 : 0;
            if (!named_.contains({change.id(), i})) continue;
            tally_["rem before its add"] += op.kind == OpKind::add ? 1 : 0;
            tally_["set after what replaces it"] += op.kind == OpKind::set ? 1 : 0;
        }
    }

    Tally& tally_;
    std::set<RawId> erased_{};
    std::set<RawId> redacted_{};
    std::set<OpRef> named_{};
    Stamp last_stamp_ = 0;
};

Ledger replica_of(std::vector<Change> const& received, Tally& tally) {
    Ledger ledger;
    Meetings meetings(tally);
    for (Change const& change : received) {
        bool const is_known = ledger.knows(change.id());
        Accepted const accepted = ledger.accept(change);
        meetings.meet(change);
        tally["change before its predecessor"] += accepted.is_waiting ? 1 : 0;
        tally["duplicate"] += is_known && !accepted.is_new ? 1 : 0;
        tally["body after its header"] += is_known && accepted.is_new ? 1 : 0;
    }
    return ledger;
}

class Replicas {
public:
    Replicas(std::uint64_t seed, Tally& tally)
        : dice_(seed * 7919), tally_(tally), history_(random_history(seed, random_shape(seed))),
          expected_(ReferenceFold(history_).digest()) {}

    void check() {
        Ledger const first = replica_of(history_, tally_);
        count_history(history_, first, tally_);
        expect_whole(first);
        for (int i = 2; i < replicas_count; ++i) expect_whole(replica_of(with_repeats(), tally_));
        check_gaps();
    }
    Digest const& digest() const { return expected_; }

private:
    std::vector<Change> with_repeats() {
        std::vector<Change> received = history_;
        for (int i = 0; i < 4; ++i) received.push_back(history_[dice_.below(history_.size())]);
        for (int i = 0; i < 2; ++i) {
            received.push_back(without_body(history_[dice_.below(history_.size())]));
        }
        return shuffled(std::move(received), dice_);
    }

    void expect_whole(Ledger const& ledger) {
        EXPECT_EQ(to_hex(ledger.digest()), to_hex(expected_));
        EXPECT_EQ(ledger.changes().size(), history_.size());
        EXPECT_EQ(ledger.waiting_count(), 0u);
    }

    // Some never come at first: what hangs together counts. Then they come.
    void check_gaps() {
        std::vector<Change> received;
        std::vector<Change> missing;
        for (Change const& change : history_) {
            (dice_.below(10) == 0 ? missing : received).push_back(change);
        }
        Ledger ledger = replica_of(shuffled(received, dice_), tally_);
        EXPECT_EQ(to_hex(ledger.digest()), to_hex(ReferenceFold(received).digest()));
        tally_["waits behind a gap"] += ledger.waiting_count();
        for (Change const& change : missing) ledger.accept(change);
        expect_whole(ledger);
    }

    SimulatedEnv dice_;
    Tally& tally_;
    std::vector<Change> history_;
    Digest expected_;
};

TEST(Convergence, every_replica_of_every_history_has_the_state_of_the_reference) {
    Tally tally;
    std::uint64_t const count = histories_count();
    Sha256 all;
    Sha256 first;
    for (std::uint64_t seed = 1; seed <= count && !HasFailure(); ++seed) {
        Replicas replicas(seed, tally);
        replicas.check();
        all.add(std::span<std::uint8_t const>(replicas.digest()));
        if (seed <= hashed_histories) first.add(std::span<std::uint8_t const>(replicas.digest()));
        EXPECT_FALSE(HasFailure()) << "seed " << seed;
    }
    tally["histories"] = count;
    tally["replicas"] = count * replicas_count;
    print(tally);
    for (auto const& [name, times] : tally) EXPECT_GT(times, 0u) << name;
    EXPECT_EQ(tally.size(), 23u) << "a kind of trouble was never met";
    // tools/test --nightly compares these of all builds.
    std::printf("    states %s of %llu histories\n", to_hex(all.finish()).c_str(),
                static_cast<unsigned long long>(count));
    if (count >= hashed_histories) {
        EXPECT_EQ(to_hex(first.finish()), digest_of_digests);
    }
}

// A late change costs the entities it names, and no other.
TEST(Convergence, what_an_accepted_change_does_not_touch_stays_byte_for_byte) {
    std::uint64_t untouched_count = 0;
    std::uint64_t late_count = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        SimulatedEnv dice(seed);
        Ledger ledger;
        std::map<EntityKey, std::string> before;
        for (Change const& change : shuffled(random_history(seed, random_shape(seed)), dice)) {
            std::vector<EntityKey> const touched = ledger.accept(change).touched;
            for (EntityKey const& key : touched) before.erase(key);
            std::map<EntityKey, std::string> now;
            ledger.for_each([&](EntityKey const& key, Entity const& entity) {
                now.emplace(key, canonical_entity(key, entity));
            });
            for (auto const& [key, text] : before) {
                ASSERT_EQ(now[key], text) << "seed " << seed;
                ++untouched_count;
            }
            late_count += touched.empty() ? 0 : 1;
            before = std::move(now);
        }
    }
    EXPECT_GT(untouched_count, 1'000u);
    EXPECT_GT(late_count, 1'000u);
}

}  // namespace
}  // namespace zhitu::vault::tests
