// What the ledger knows of its past: dropping its last changes, taking changes back, waiting.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "tests/vault/histories.h"
#include "tests/vault/reference_fold.h"
#include "vault/ledger.h"

namespace zhitu::vault::tests {
namespace {

// Writes on the head of the ledger, as the store does.
class Local {
public:
    explicit Local(Ledger& ledger) : ledger_(ledger) {}
    RawId write(Ops ops) {
        ledger_.complete(ops);
        Change const change = writer_.write(++stamp_, std::move(ops));
        EXPECT_TRUE(ledger_.accept(change).is_new);
        return change.id();
    }
    void go_back_to(Change const& change) { writer_.go_back_to(change); }

private:
    Ledger& ledger_;
    Writer writer_{77};
    Stamp stamp_ = 50;
};

Ops random_ops(SimulatedEnv& dice) {
    Ops ops;
    for (std::uint64_t count = 1 + dice.below(6); count > 0; --count) {
        EntityKey const key = course(static_cast<int>(dice.below(8)));
        std::int64_t const value = static_cast<std::int64_t>(dice.below(4));
        switch (dice.below(5)) {
            case 0: ops.push_back(set_op(key, "a", Json(value))); break;
            case 1: ops.push_back(add_op(key, "s", Json(value))); break;
            case 2: ops.push_back(rem_op(key, "s", Json(value))); break;
            case 3: ops.push_back(evt_op(key, Json(value))); break;
            default: ops.push_back(op_of(value < 2 ? OpKind::del : OpKind::undel, key)); break;
        }
    }
    return ops;
}

TEST(LedgerPast, dropping_the_last_changes_leaves_no_trace_of_them) {
    std::size_t dropped = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SimulatedEnv dice(seed);
        Ledger ledger;
        for (Change const& change : random_history(seed, 40)) ledger.accept(change);
        Local ann(ledger);
        for (int i = 0; i < 3; ++i) ann.write(random_ops(dice));
        Change const last = ledger.changes().back();
        std::vector<Change> const changes = ledger.changes();
        auto const heads = ledger.heads();
        Digest const digest = ledger.digest();

        std::size_t const count = 1 + dice.below(9);
        for (std::size_t i = 0; i < count; ++i) ann.write(random_ops(dice));
        EXPECT_FALSE(ledger.drop_last(count).empty());
        EXPECT_EQ(to_hex(ledger.digest()), to_hex(digest));
        EXPECT_EQ(ledger.changes(), changes);
        EXPECT_EQ(ledger.heads(), heads);

        // And what comes next meets the ledger it would have met.
        ann.go_back_to(last);
        ann.write(random_ops(dice));
        EXPECT_EQ(to_hex(ledger.digest()), to_hex(ReferenceFold(ledger.changes()).digest()));
        dropped += count;
    }
    EXPECT_GT(dropped, 100u);
}

TEST(LedgerPast, the_first_change_of_a_writer_can_be_dropped_and_made_again) {
    Ledger ledger;
    Writer ann(1);
    Change const change = ann.write(1, {set_op(course(1), "a", 1)});
    ledger.accept(change);
    EXPECT_EQ(ledger.drop_last(1), std::vector<EntityKey>{course(1)});
    EXPECT_TRUE(ledger.heads().empty());
    EXPECT_EQ(ledger.find(course(1)), nullptr);
    EXPECT_FALSE(ledger.knows(change.id()));
    EXPECT_EQ(ledger.digest(), Ledger().digest());
    EXPECT_TRUE(ledger.accept(change).is_new);
    EXPECT_EQ(ledger.heads().at(ann.id()).sequence, 1u);
}

#if GTEST_HAS_DEATH_TEST
TEST(LedgerPast, dropping_what_others_made_is_a_mistake_of_ours) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    Ledger ledger;
    Writer ann(1);
    Change const first = ann.write(1, {set_op(course(1), "a", 1)});
    Change const second = ann.write(2, {set_op(course(1), "a", 2)});
    ann.go_back_to(first);
    Change const fork = ann.write(3, {set_op(course(1), "a", 3)});
    bool const is_fork_greater = second.hash < fork.hash;
    ledger.accept(first);
    ledger.accept(is_fork_greater ? second : fork);
    ledger.accept(is_fork_greater ? fork : second);
    // The winner of the fork came last: its branch may go, the other is not the head's past.
    ledger.drop_last(1);
    EXPECT_DEATH(ledger.drop_last(1), "head");
}
#endif

TEST(LedgerPast, several_changes_are_taken_back_to_before_the_first) {
    Ledger ledger;
    Local ann(ledger);
    ann.write({set_op(course(1), "a", 1), add_op(course(1), "s", "x")});
    std::vector<RawId> const changes{
        ann.write({set_op(course(1), "a", 2), rem_op(course(1), "s", "x")}),
        ann.write({set_op(course(1), "a", 3), add_op(course(1), "s", "y")}),
        ann.write({set_op(course(2), "a", 4), evt_op(course(1), "seen")})};
    // Meanwhile somebody went on; what they touched keeps what they did elsewhere.
    ann.write({set_op(course(1), "b", 9)});
    Ops const back = ledger.inverse(changes);
    // The register once, two elements, one retraction, and the entity that was made.
    EXPECT_EQ(back.size(), 5u);
    ann.write(back);
    Entity const& entity = *ledger.find(course(1));
    EXPECT_EQ(*entity.value("a"), Json(1));
    EXPECT_EQ(*entity.value("b"), Json(9));
    ASSERT_EQ(entity.elements("s").size(), 1u);
    EXPECT_EQ(entity.elements("s")[0].value, Json("x"));
    EXPECT_TRUE(entity.standing_events().empty());
    EXPECT_TRUE(ledger.find(course(2))->is_deleted);
}

TEST(LedgerPast, what_was_erased_is_not_written_back) {
    Ledger ledger;
    Local ann(ledger);
    ann.write({set_op(course(1), "a", "secret", id_of(9)), set_op(course(1), "b", 1)});
    RawId const change = ann.write({set_op(course(1), "a", "other", id_of(9))});
    ann.write({erase_op(id_of(9))});
    EXPECT_TRUE(ledger.inverse({change}).empty());
}

// Ann's and Bob's changes side by side: what Ann takes back leaves what Bob wrote.
TEST(LedgerPast, taking_back_is_as_if_it_had_never_been_made) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SimulatedEnv dice(seed);
        Ledger ledger;
        Ledger without;
        Writer bob(2);
        std::vector<Change> history;
        for (int i = 0; i < 12; ++i) {
            int const number = i < 3 ? i : static_cast<int>(dice.below(3));
            history.push_back(
                bob.write(10 + i, {set_op(course(number), "a", Json(std::int64_t{i}))}));
        }
        for (int i = 0; i < 6; ++i) ledger.accept(history[static_cast<std::size_t>(i)]);
        Local ann(ledger);
        RawId const change = ann.write({set_op(course(0), "a", 99), set_op(course(1), "a", 99),
                                        add_op(course(1), "s", "x")});
        for (int i = 6; i < 12; ++i) ledger.accept(history[static_cast<std::size_t>(i)]);
        for (Change const& one : history) without.accept(one);
        ann.write(ledger.inverse({change}));
        for (int i = 0; i < 2; ++i) {
            Entity const& entity = *ledger.find(course(i));
            EXPECT_EQ(*entity.value("a"), *without.find(course(i))->value("a")) << seed;
            EXPECT_TRUE(entity.elements("s").empty());
        }
    }
}

// The entities as they were, one by one, as the digest of a ledger hashes them.
Digest digest_at(Ledger const& ledger, Stamp until) {
    Sha256 hash;
    EntityKey last;
    while (auto next = ledger.next_at(last, until)) {
        if (next->entity.has_content()) {
            hash.add(std::string_view(canonical_entity(next->key, next->entity)));
        }
        last = next->key;
    }
    return hash.finish();
}

// The changes until then, and every erase and redact there ever was, by the plain rules.
Digest reference_at(std::vector<Change> const& changes, Stamp until) {
    return ReferenceFold(changes, until).digest();
}

TEST(LedgerPast, every_moment_of_seeded_histories_is_the_fold_of_the_changes_until_then) {
    std::size_t moments_count = 0;
    std::size_t distinct = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        std::vector<Change> history = random_history(seed, 40);
        if (seed % 2 == 0) std::reverse(history.begin(), history.end());  // all come late
        Ledger ledger;
        for (Change const& change : history) ledger.accept(change);
        std::set<Stamp> stamps{0};
        for (Change const& change : history) stamps.insert(change.header.stamp);
        std::set<Digest> seen;
        for (Stamp const until : stamps) {
            Digest const digest = digest_at(ledger, until);
            ASSERT_EQ(to_hex(digest), to_hex(reference_at(ledger.changes(), until))) << seed;
            seen.insert(digest);
        }
        EXPECT_EQ(to_hex(digest_at(ledger, *stamps.rbegin())), to_hex(ledger.digest()));
        moments_count += stamps.size();
        distinct += seen.size();
    }
    EXPECT_GT(moments_count, 500u);
    EXPECT_GT(distinct, 300u);
}

// A header without body, of a writer's second change; its predecessor never comes.
Change orphan(std::uint32_t number) {
    Change change;
    change.header.writer = id_of(1);
    change.header.sequence = 2;
    for (int i = 0; i < 4; ++i) {
        auto const byte = static_cast<std::uint8_t>(number >> (8 * i));
        change.hash[i] = byte;
        change.header.previous[i] = byte;
    }
    change.header.previous[31] = 1;
    return change;
}

TEST(LedgerPast, no_more_changes_wait_than_the_limit_and_the_oldest_go_first) {
    Ledger ledger;
    auto const most = static_cast<std::uint32_t>(limits::waiting_changes_max);
    for (std::uint32_t i = 1; i <= most; ++i) {
        ASSERT_EQ(ledger.accept(orphan(i)).dropped_count, 0u);
    }
    EXPECT_EQ(ledger.accept(orphan(1)).dropped_count, 0u);  // known: takes no room
    for (std::uint32_t i = 1; i <= 3; ++i) {
        Accepted const accepted = ledger.accept(orphan(most + i));
        EXPECT_TRUE(accepted.is_waiting);
        EXPECT_EQ(accepted.dropped_count, 1u);
        EXPECT_FALSE(ledger.knows(orphan(i).id()));
    }
    EXPECT_TRUE(ledger.knows(orphan(4).id()));
    EXPECT_EQ(ledger.waiting_count(), limits::waiting_changes_max);
}

TEST(LedgerPast, no_more_bytes_wait_than_the_limit) {
    Ledger ledger;
    Writer ann(1);
    Change const first = ann.write(1, {set_op(course(1), "a", 0)});
    std::size_t bytes = 0;
    std::size_t dropped = 0;
    std::vector<Change> chain;
    while (bytes <= limits::waiting_bytes_max) {
        chain.push_back(ann.write(1, {set_op(course(1), "a", std::string(40'000, 'x'))}));
        bytes += change_bytes(chain.back()).size();
        dropped += ledger.accept(chain.back()).dropped_count;
    }
    EXPECT_EQ(dropped, 1u);
    EXPECT_FALSE(ledger.knows(chain[0].id()));
    // The chain is broken where the oldest was dropped, and whole again when it comes once more.
    EXPECT_EQ(ledger.accept(first).touched.size(), 1u);
    EXPECT_EQ(ledger.changes().size(), 1u);
    ledger.accept(chain[0]);
    EXPECT_EQ(ledger.changes().size(), 1 + chain.size());
    EXPECT_EQ(ledger.waiting_count(), 0u);
    // Their bytes were given back: as many may wait again.
    Writer bob(2);
    bob.write(1, {set_op(course(1), "a", 0)});
    EXPECT_EQ(ledger.accept(bob.write(1, {set_op(course(1), "a", 1)})).dropped_count, 0u);
}

}  // namespace
}  // namespace zhitu::vault::tests
