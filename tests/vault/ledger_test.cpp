#include "vault/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/vault/histories.h"
#include "tests/vault/reference_fold.h"

namespace zhitu::vault::tests {
namespace {

Ledger ledger_of(std::vector<Change> const& changes) {
    Ledger ledger;
    for (Change const& change : changes) ledger.accept(change);
    return ledger;
}

std::vector<Change> shuffled(std::vector<Change> changes, SimulatedEnv& env) {
    for (std::size_t i = changes.size(); i > 1; --i) {
        std::swap(changes[i - 1], changes[env.below(i)]);
    }
    return changes;
}

// Every order of a few changes gives the digest of the reference.
Digest digest_in_every_order(std::vector<Change> const& changes) {
    Digest const expected = ReferenceFold(changes).digest();
    std::vector<std::size_t> order(changes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    do {
        Ledger ledger;
        for (std::size_t const index : order) ledger.accept(changes[index]);
        EXPECT_EQ(to_hex(ledger.digest()), to_hex(expected));
    } while (std::next_permutation(order.begin(), order.end()));
    return expected;
}

std::string text_value(Ledger const& ledger, EntityKey const& key, std::string_view field) {
    Entity const* entity = ledger.find(key);
    Json const* value = entity ? entity->value(field) : nullptr;
    return value ? to_canonical(*value) : "nothing";
}

std::size_t elements_count(Ledger const& ledger, EntityKey const& key, std::string_view field) {
    Entity const* entity = ledger.find(key);
    return entity ? entity->elements(field).size() : 0;
}

Json event_value(char const* kind) {
    Json value = Json::object();
    value.set("k", Json(kind));
    return value;
}

// --- Random histories

TEST(Ledger, any_order_of_a_random_history_gives_the_state_of_the_reference) {
    std::size_t checks_count = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        SimulatedEnv env(seed * 7919);
        std::vector<Change> history = random_history(seed, 40);
        std::string const expected = to_hex(ReferenceFold(history).digest());
        ASSERT_EQ(to_hex(ledger_of(history).digest()), expected) << "seed " << seed;
        for (int order = 0; order < 6; ++order) {
            std::vector<Change> received = shuffled(history, env);
            for (int i = 0; i < 5; ++i) received.push_back(history[env.below(history.size())]);
            Ledger const ledger = ledger_of(received);
            ASSERT_EQ(to_hex(ledger.digest()), expected) << "seed " << seed << " order " << order;
            ASSERT_EQ(ledger.waiting_count(), 0u);
            ASSERT_EQ(ledger.changes().size(), history.size());
            ++checks_count;
        }
    }
    EXPECT_EQ(checks_count, 1'800u);
}

TEST(Ledger, a_history_with_gaps_counts_what_hangs_together_in_any_order) {
    std::size_t waiting_count = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        SimulatedEnv env(seed * 104729);
        std::vector<Change> received;
        for (Change const& change : random_history(seed, 40)) {
            if (env.below(12) != 0) received.push_back(change);
        }
        std::string const expected = to_hex(ReferenceFold(received).digest());
        for (int order = 0; order < 3; ++order) {
            Ledger const ledger = ledger_of(shuffled(received, env));
            ASSERT_EQ(to_hex(ledger.digest()), expected) << "seed " << seed;
            ASSERT_EQ(ledger.changes().size() + ledger.waiting_count(), received.size());
            waiting_count += ledger.waiting_count();
        }
    }
    EXPECT_GT(waiting_count, 0u);
}

TEST(Ledger, copies_without_body_change_nothing_when_a_full_one_comes_before_or_after) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        SimulatedEnv env(seed * 1299709);
        std::vector<Change> received = random_history(seed, 30);
        std::string const expected = to_hex(ReferenceFold(received).digest());
        std::size_t const count = received.size();
        for (std::size_t i = 0; i < count; i += 2) received.push_back(without_body(received[i]));
        ASSERT_EQ(to_hex(ledger_of(shuffled(received, env)).digest()), expected) << seed;
    }
}

TEST(Ledger, what_is_kept_of_a_history_gives_the_same_state_again) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Ledger const ledger = ledger_of(random_history(seed, 40));
        ASSERT_EQ(to_hex(ledger_of(ledger.changes()).digest()), to_hex(ledger.digest())) << seed;
    }
}

TEST(Ledger, the_generator_makes_every_kind_forks_and_equal_stamps) {
    std::map<OpKind, std::size_t> kinds;
    std::set<std::pair<RawId, std::uint64_t>> places;
    std::size_t forks_count = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        places.clear();
        for (Change const& change : random_history(seed, 40)) {
            for (Op const& op : change.body->ops) ++kinds[op.kind];
            bool const is_new = places.emplace(change.header.writer, change.header.sequence).second;
            forks_count += is_new ? 0 : 1;
        }
    }
    EXPECT_EQ(kinds.size(), 10u);
    EXPECT_GT(forks_count, 10u);
}

// --- The traps of storage.md 2.3

TEST(Ledger, a_set_that_arrives_after_the_set_that_supersedes_it_stays_superseded) {
    Writer ann(1);
    Writer bob(2);
    Change const first = ann.write(50, {set_op(course(1), "title", "old")});
    Change const second =
        bob.write(10, {replacing(set_op(course(1), "title", "new"), {{first.id(), 0}})});
    Ledger const ledger = ledger_of({second, first});
    EXPECT_EQ(text_value(ledger, course(1), "title"), "\"new\"");
    EXPECT_EQ(ledger.find(course(1))->registers.at("title").size(), 1u);
    digest_in_every_order({first, second});
}

TEST(Ledger, a_rem_before_its_add_takes_it_out) {
    Writer ann(1);
    Writer bob(2);
    Change const add = ann.write(5, {add_op(course(1), "skills", "sql")});
    Change const rem =
        bob.write(6, {replacing(rem_op(course(1), "skills", "sql"), {{add.id(), 0}})});
    Ledger const ledger = ledger_of({rem, add});
    EXPECT_EQ(ledger.find(course(1)), nullptr);
    digest_in_every_order({add, rem});
}

TEST(Ledger, an_add_that_the_rem_did_not_see_wins) {
    Writer ann(1);
    Writer bob(2);
    Writer eve(3);
    Change const seen = ann.write(5, {add_op(course(1), "skills", "sql")});
    Change const unseen = bob.write(6, {add_op(course(1), "skills", "sql")});
    Change const rem =
        eve.write(7, {replacing(rem_op(course(1), "skills", "sql"), {{seen.id(), 0}})});
    EXPECT_EQ(elements_count(ledger_of({seen, unseen, rem}), course(1), "skills"), 1u);
    digest_in_every_order({seen, unseen, rem});
}

TEST(Ledger, an_erase_before_the_erased_data_keeps_it_out) {
    Writer ann(1);
    Writer bob(2);
    Change const fact = ann.write(5, {evt_op(course(1), event_value("seen"), id_of(9))});
    Change const erase = bob.write(1, {erase_op(id_of(9))});
    Ledger const ledger = ledger_of({erase, fact});
    EXPECT_EQ(ledger.find(course(1)), nullptr);
    EXPECT_FALSE(ledger.changes()[1].body.has_value());
    digest_in_every_order({fact, erase});
}

TEST(Ledger, an_erased_write_gives_back_what_it_had_replaced) {
    Writer ann(1);
    Change const base = ann.write(1, {set_op(course(1), "a", "base")});
    Change const personal = ann.write(
        2, {replacing(set_op(course(1), "a", "personal", id_of(9)), {{base.id(), 0}})});
    Change const erase = ann.write(3, {erase_op(id_of(9))});
    Ledger ledger = ledger_of({base, personal});
    EXPECT_EQ(text_value(ledger, course(1), "a"), "\"personal\"");
    Accepted const accepted = ledger.accept(erase);
    EXPECT_EQ(text_value(ledger, course(1), "a"), "\"base\"");
    EXPECT_EQ(accepted.touched, std::vector<EntityKey>{course(1)});
    EXPECT_FALSE(ledger.changes()[1].body.has_value());
    digest_in_every_order({base, personal, erase});
}

TEST(Ledger, an_erase_keeps_bodies_of_several_subjects_but_not_their_erased_ops) {
    Writer ann(1);
    Change const mixed = ann.write(1, {set_op(course(1), "a", "hers", id_of(9)),
                                       set_op(course(1), "b", "his", id_of(8))});
    Ledger ledger = ledger_of({mixed, ann.write(2, {erase_op(id_of(9))})});
    EXPECT_EQ(text_value(ledger, course(1), "a"), "nothing");
    EXPECT_EQ(text_value(ledger, course(1), "b"), "\"his\"");
    EXPECT_TRUE(ledger.changes()[0].body.has_value());
    ledger.accept(ann.write(3, {erase_op(id_of(8))}));
    EXPECT_FALSE(ledger.changes()[0].body.has_value());
    EXPECT_EQ(ledger.find(course(1)), nullptr);
}

TEST(Ledger, an_erase_survives_its_own_subject_and_a_redact_of_itself) {
    Writer ann(1);
    Change const erase = ann.write(1, {erase_op(id_of(9)), set_op(course(1), "a", 1, id_of(9))});
    Change const redact = ann.write(2, {redact_op(erase.id())});
    Change const late = ann.write(3, {set_op(course(1), "b", 1, id_of(9))});
    Ledger const ledger = ledger_of({erase, redact, late});
    EXPECT_TRUE(ledger.changes()[0].body.has_value());
    EXPECT_EQ(ledger.find(course(1)), nullptr);
    Writer bob(2);
    digest_in_every_order({erase, redact, late, bob.write(1, {set_op(course(1), "a", 2)})});
}

TEST(Ledger, an_erased_body_that_comes_back_is_dropped_again) {
    Writer ann(1);
    Change const fact = ann.write(1, {set_op(course(1), "a", "personal", id_of(9))});
    Change const erase = ann.write(2, {erase_op(id_of(9))});
    Ledger ledger = ledger_of({without_body(fact), erase});
    EXPECT_FALSE(ledger.accept(fact).is_new);
    EXPECT_FALSE(ledger.changes()[0].body.has_value());
    EXPECT_EQ(ledger.find(course(1)), nullptr);
}

TEST(Ledger, equal_stamps_are_told_apart_by_the_op_itself) {
    Writer ann(1);
    Writer bob(2);
    Change const a = ann.write(5, {set_op(course(1), "title", "a")});
    Change const b = bob.write(5, {set_op(course(1), "title", "b")});
    std::string const winner = a.id() > b.id() ? "\"a\"" : "\"b\"";
    EXPECT_EQ(text_value(ledger_of({a, b}), course(1), "title"), winner);
    EXPECT_EQ(text_value(ledger_of({b, a}), course(1), "title"), winner);
    EXPECT_EQ(ledger_of({a, b}).find(course(1))->registers.at("title").size(), 2u);
    digest_in_every_order({a, b});
}

TEST(Ledger, a_redact_of_a_change_not_yet_received_waits_for_it) {
    Writer ann(1);
    Writer bob(2);
    Change const base = ann.write(1, {set_op(course(1), "title", "base")});
    Change const bad =
        ann.write(2, {replacing(set_op(course(1), "title", "rude"), {{base.id(), 0}}),
                      add_op(course(1), "skills", "rude"), evt_op(course(1), event_value("rude"))});
    Change const redact = bob.write(1, {redact_op(bad.id())});
    Ledger const ledger = ledger_of({redact, base, bad});
    EXPECT_EQ(text_value(ledger, course(1), "title"), "\"[removed]\"");
    EXPECT_EQ(ledger.find(course(1))->registers.at("title").size(), 1u);
    EXPECT_EQ(elements_count(ledger, course(1), "skills"), 0u);
    EXPECT_TRUE(ledger.find(course(1))->events.empty());
    digest_in_every_order({base, bad, redact});
}

TEST(Ledger, a_redacted_body_of_events_alone_is_dropped) {
    Writer ann(1);
    Change const bad = ann.write(1, {evt_op(course(1), event_value("rude"))});
    Ledger const ledger = ledger_of({bad, ann.write(2, {redact_op(bad.id())})});
    EXPECT_FALSE(ledger.changes()[0].body.has_value());
    EXPECT_EQ(ledger.find(course(1)), nullptr);
}

TEST(Ledger, both_branches_of_a_fork_count_and_both_go_on) {
    Writer ann(1);
    Change const root = ann.write(1, {set_op(course(1), "a", 1)});
    Change const left = ann.write(2, {set_op(course(1), "b", 1)});
    Change const left_next = ann.write(3, {set_op(course(1), "c", 1)});
    ann.go_back_to(root);
    Change const right = ann.write(2, {set_op(course(1), "d", 1)});
    Ledger const ledger = ledger_of({right, left_next, left, root});
    EXPECT_EQ(ledger.changes().size(), 4u);
    EXPECT_EQ(ledger.heads().at(ann.id()), (WriterHead{3, left_next.hash}));
    EXPECT_EQ(ledger.forks(), (std::vector<Fork>{{ann.id(), 2, 2}}));
    digest_in_every_order({root, left, left_next, right});
}

TEST(Ledger, inside_one_change_the_later_write_counts) {
    Writer ann(1);
    Change const change = ann.write(1, {set_op(course(1), "a", 2), set_op(course(1), "a", 1),
                                        add_op(course(1), "s", 1), rem_op(course(1), "s", 1)});
    Ledger const ledger = ledger_of({change});
    EXPECT_EQ(text_value(ledger, course(1), "a"), "1");
    EXPECT_EQ(ledger.find(course(1))->registers.at("a").size(), 1u);
    EXPECT_EQ(elements_count(ledger, course(1), "s"), 0u);
}

// --- Acceptance

TEST(Ledger, a_known_change_changes_nothing) {
    Writer ann(1);
    Change const change = ann.write(1, {set_op(course(1), "a", 1)});
    Ledger ledger;
    Accepted const first = ledger.accept(change);
    EXPECT_TRUE(first.is_new);
    EXPECT_EQ(first.touched, std::vector<EntityKey>{course(1)});
    Accepted const second = ledger.accept(change);
    EXPECT_FALSE(second.is_new);
    EXPECT_FALSE(second.is_waiting);
    EXPECT_TRUE(second.touched.empty());
    EXPECT_EQ(ledger.changes().size(), 1u);
}

TEST(Ledger, a_long_chain_in_reverse_waits_and_comes_at_once) {
    Writer ann(1);
    std::vector<Change> chain;
    for (int i = 0; i < 5'000; ++i) chain.push_back(ann.write(1, {set_op(course(i % 7), "a", i)}));
    Ledger ledger;
    for (std::size_t i = chain.size(); i-- > 1;) {
        ASSERT_TRUE(ledger.accept(chain[i]).is_waiting);
    }
    EXPECT_EQ(ledger.waiting_count(), 4'999u);
    EXPECT_TRUE(ledger.knows(chain[9].id()));
    EXPECT_TRUE(ledger.changes().empty());
    Accepted const accepted = ledger.accept(chain[0]);
    EXPECT_TRUE(accepted.is_new);
    EXPECT_EQ(accepted.touched.size(), 7u);
    EXPECT_EQ(ledger.waiting_count(), 0u);
    EXPECT_EQ(ledger.changes().size(), 5'000u);
}

TEST(Ledger, a_change_that_follows_somebody_elses_waits_for_ever) {
    Writer ann(1);
    Writer bob(2);
    Change const root = ann.write(1, {set_op(course(1), "a", 1)});
    bob.go_back_to(root);
    Change const forged = bob.write(2, {set_op(course(1), "a", 2)});
    Ledger ledger;
    EXPECT_TRUE(ledger.accept(forged).is_waiting);
    EXPECT_TRUE(ledger.accept(root).is_new);
    EXPECT_TRUE(ledger.accept(forged).is_waiting);
    EXPECT_EQ(ledger.waiting_count(), 1u);
    EXPECT_EQ(ledger.changes().size(), 1u);
}

TEST(Ledger, unknown_ops_are_kept_and_not_applied) {
    Writer ann(1);
    Op unknown;
    unknown.value = Json::object();
    unknown.value.set("k", Json("set@2"));
    Ledger const ledger = ledger_of({ann.write(1, {unknown})});
    EXPECT_EQ(to_hex(ledger.digest()), to_hex(Ledger().digest()));
    EXPECT_EQ(ledger.changes()[0].body->ops[0], unknown);
}

TEST(Ledger, the_digest_of_nothing_is_the_hash_of_nothing) {
    EXPECT_EQ(to_hex(Ledger().digest()), to_hex(sha256(std::string_view())));
}

TEST(Ledger, a_digest_is_of_now) {
    Writer ann(1);
    Ledger ledger;
    std::set<std::string> digests{to_hex(ledger.digest())};
    for (int i = 0; i < 3; ++i) {
        ledger.accept(ann.write(1, {evt_op(course(1), i)}));
        EXPECT_TRUE(digests.insert(to_hex(ledger.digest())).second);
        EXPECT_FALSE(digests.insert(to_hex(ledger.digest())).second);
    }
}

TEST(Ledger, entities_are_visited_in_the_order_of_their_keys) {
    Writer ann(1);
    Ledger const ledger = ledger_of({ann.write(
        1, {set_op({"skill", id_of(1)}, "a", 1), set_op(course(2), "a", 1),
            set_op(course(1), "a", 1), rem_op(course(3), "s", 1)})});
    std::vector<EntityKey> keys;
    ledger.for_each([&](EntityKey const& key, Entity const&) { keys.push_back(key); });
    EXPECT_EQ(keys, (std::vector<EntityKey>{course(1), course(2), {"skill", id_of(1)}}));
}

// --- New ops

TEST(Ledger, a_completed_set_leaves_one_value_where_two_were) {
    Writer ann(1);
    Writer bob(2);
    Ledger ledger = ledger_of({ann.write(1, {set_op(course(1), "a", 1)}),
                               bob.write(1, {set_op(course(1), "a", 2)})});
    Ops ops{set_op(course(1), "a", 3)};
    ledger.complete(ops);
    EXPECT_EQ(ops[0].replaces.size(), 2u);
    ledger.accept(ann.write(0, ops));  // a clock that went back does not matter
    EXPECT_EQ(ledger.find(course(1))->registers.at("a").size(), 1u);
    EXPECT_EQ(text_value(ledger, course(1), "a"), "3");
}

// Writes `ops` after what is there, then what takes them back.
void expect_undo_restores(Ops before, Ops ops) {
    Writer ann(1);
    Ledger ledger;
    ledger.complete(before);
    ledger.accept(ann.write(1, before));
    Entity const original = ledger.find(course(1)) ? *ledger.find(course(1)) : Entity{};
    ledger.complete(ops);
    Change const change = ann.write(2, ops);
    ledger.accept(change);
    ledger.accept(ann.write(3, ledger.inverse({change.id()})));
    Entity const now = ledger.find(course(1)) ? *ledger.find(course(1)) : Entity{};
    EXPECT_EQ(now.is_deleted, original.is_deleted);
    EXPECT_EQ(now.standing_events().size(), original.standing_events().size());
    for (char const* field : {"a", "b"}) {
        Json const* expected = original.value(field);
        Json const* value = now.value(field);
        EXPECT_EQ(value ? *value : Json(), expected ? *expected : Json()) << field;
        EXPECT_EQ(now.elements(field).size(), original.elements(field).size()) << field;
    }
}

TEST(Ledger, an_undo_brings_back_registers_elements_events_and_visibility) {
    Ops const before{set_op(course(1), "a", 1), add_op(course(1), "a", "x"),
                     evt_op(course(1), event_value("seen"))};
    Op place = set_op(course(1), "b", "a5");
    place.kind = OpKind::pos;
    expect_undo_restores(before, {set_op(course(1), "a", 2)});
    expect_undo_restores(before, {set_op(course(1), "a", 2), set_op(course(1), "a", 3)});
    expect_undo_restores(before, {set_op(course(1), "b", 2), place});
    expect_undo_restores(before, {rem_op(course(1), "a", "x")});
    expect_undo_restores(before, {add_op(course(1), "a", "x"), add_op(course(1), "a", "y")});
    expect_undo_restores(before, {add_op(course(1), "b", "z"), rem_op(course(1), "b", "z")});
    expect_undo_restores(before, {rem_op(course(1), "a", "x"), add_op(course(1), "a", "x")});
    expect_undo_restores(before, {evt_op(course(1), event_value("seen"))});
    expect_undo_restores(before, {op_of(OpKind::del, course(1))});
    expect_undo_restores({op_of(OpKind::del, course(1))}, {op_of(OpKind::undel, course(1))});
}

TEST(Ledger, an_undo_of_an_undo_brings_the_event_back) {
    Writer ann(1);
    Ledger ledger;
    Change const fact = ann.write(1, {evt_op(course(1), event_value("seen"), id_of(9))});
    ledger.accept(fact);
    Ops const undo_ops = ledger.inverse({fact.id()});
    EXPECT_EQ(undo_ops[0].subject, id_of(9));
    Change const undo = ann.write(2, undo_ops);
    ledger.accept(undo);
    Ops const redo_ops = ledger.inverse({undo.id()});
    EXPECT_EQ(ledger.find(course(1))->standing_events().size(), 0u);
    ledger.accept(ann.write(3, redo_ops));
    EXPECT_EQ(ledger.find(course(1))->standing_events().size(), 1u);
    EXPECT_EQ(ledger.find(course(1))->events.size(), 3u);
}

TEST(Ledger, erase_and_redact_cannot_be_taken_back) {
    Writer ann(1);
    Change const change = ann.write(1, {erase_op(id_of(9)), redact_op(id_of(8))});
    Ledger const ledger = ledger_of({change});
    EXPECT_TRUE(ledger.inverse({change.id()}).empty());
    Ops ops{redact_op(id_of(8))};
    ledger.complete(ops);
    EXPECT_EQ(ops[0].replaces.size(), 1u);
}

}  // namespace
}  // namespace zhitu::vault::tests
