#include "vault/snapshot.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "tests/vault/histories.h"
#include "tests/vault/reference_fold.h"

namespace zhitu::vault::tests {
namespace {

Ledger restored(Ledger const& ledger) { return ledger_from(snapshot_of(ledger)).value(); }

RawId sha256_id(int number) { return short_id(sha256(std::to_string(number))); }

Ledger ledger_of(std::vector<Change> const& changes, std::size_t count) {
    Ledger ledger;
    for (std::size_t i = 0; i < count; ++i) ledger.accept(changes[i]);
    return ledger;
}

void expect_equal(Ledger const& a, Ledger const& b) {
    ASSERT_EQ(to_hex(a.digest()), to_hex(b.digest()));
    ASSERT_EQ(a.heads(), b.heads());
    ASSERT_EQ(a.forks(), b.forks());
    ASSERT_EQ(a.waiting_count(), b.waiting_count());
}

// Random histories, cut anywhere: the ledger of the sum goes on like the ledger of the changes.
TEST(Snapshot, what_comes_after_it_meets_the_ledger_it_would_have_met) {
    std::size_t followed_count = 0;
    std::size_t refused_count = 0;
    std::size_t waiting_count = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        SimulatedEnv dice(seed * 31);
        std::vector<Change> received = random_history(seed, random_shape(seed));
        for (std::size_t i = received.size(); i > 1; --i) {
            if (dice.below(3) == 0) std::swap(received[i - 1], received[dice.below(i)]);
        }
        std::size_t const cut = dice.below(received.size());
        Ledger whole = ledger_of(received, cut);
        waiting_count += whole.waiting_count();
        Ledger summed = restored(whole);
        expect_equal(summed, whole);
        for (std::size_t i = cut; i < received.size(); ++i) {
            if (summed.needs_history(received[i])) {
                ++refused_count;
                summed = ledger_of(received, i);
            }
            Accepted const expected = whole.accept(received[i]);
            Accepted const accepted = summed.accept(received[i]);
            ASSERT_EQ(accepted.touched, expected.touched) << "seed " << seed;
            ASSERT_EQ(accepted.is_new, expected.is_new);
            ++followed_count;
        }
        expect_equal(summed, whole);
        ASSERT_EQ(to_hex(whole.digest()), to_hex(ReferenceFold(received).digest()));
        expect_equal(restored(summed), whole);
        ASSERT_EQ(snapshot_of(restored(summed)), snapshot_of(summed)) << "seed " << seed;
    }
    EXPECT_GT(followed_count, 3'000u);
    EXPECT_GT(refused_count, 50u);
    EXPECT_GT(waiting_count, 50u);
}

TEST(Snapshot, a_body_that_comes_after_the_sum_counts_once) {
    Writer ann(1);
    Change const change = ann.write(1, {set_op(course(1), "a", 1)});
    Ledger ledger;
    ledger.accept(without_body(change));
    Ledger summed = restored(ledger);
    EXPECT_FALSE(summed.accept(without_body(change)).is_new);
    EXPECT_TRUE(summed.accept(change).is_new);
    EXPECT_FALSE(summed.accept(change).is_new);
    ledger.accept(change);
    expect_equal(summed, ledger);
    expect_equal(restored(summed), ledger);
    EXPECT_EQ(snapshot_of(summed), snapshot_of(ledger));
}

TEST(Snapshot, changes_on_top_can_be_dropped_and_taken_back) {
    Writer ann(1);
    Ledger ledger;
    ledger.accept(ann.write(1, {set_op(course(1), "a", 1), add_op(course(1), "s", "x")}));
    Ledger summed = restored(ledger);
    Ops ops{set_op(course(1), "a", 2), rem_op(course(1), "s", "x"), set_op(course(2), "a", 1)};
    summed.complete(ops);
    Change const change = ann.write(2, ops);
    summed.accept(change);
    Ops const back = summed.inverse({change.id()});
    ASSERT_EQ(back.size(), 3u);
    EXPECT_EQ(back[0], add_op(course(1), "s", "x"));
    EXPECT_EQ(back[1], replacing(set_op(course(1), "a", 1), {{change.id(), 0}}));
    EXPECT_EQ(back[2].kind, OpKind::del);
    summed.drop_last(1);
    expect_equal(summed, ledger);
    EXPECT_EQ(snapshot_of(summed), snapshot_of(ledger));
}

TEST(Snapshot, parts_have_a_maximum_and_one_change_rewrites_few) {
    Writer ann(1);
    Ledger ledger;
    for (int i = 0; i < 3'000; ++i) {
        RawId id = sha256_id(i);
        ledger.accept(ann.write(1, {set_op({"course", id}, "a", std::string(900, 'x'))}));
    }
    Parts const before = snapshot_of(ledger);
    EXPECT_GT(before.size(), 16u);
    for (auto const& [label, bytes] : before) {
        EXPECT_LE(bytes.size(), limits::snapshot_part_bytes_max) << label;
    }
    ledger.accept(ann.write(2, {set_op({"course", sha256_id(7)}, "a", "y")}));
    std::size_t rewritten_count = 0;
    for (auto const& [label, bytes] : snapshot_of(ledger)) {
        auto const old = before.find(label);
        rewritten_count += old != before.end() && old->second == bytes ? 0 : 1;
    }
    EXPECT_LE(rewritten_count, 3u);  // the entity's, the newest known changes, the ends
    expect_equal(restored(ledger), ledger);
}

// More fields than a JSON object of the outside world may have, and one part is not enough.
TEST(Snapshot, an_entity_of_any_size_comes_back) {
    Writer ann(1);
    Ledger ledger;
    for (int change = 0; change < 12; ++change) {
        Ops ops;
        for (int i = 0; i < 500; ++i) {
            ops.push_back(set_op(course(1), "f" + std::to_string(change * 500 + i), "some text"));
        }
        ledger.accept(ann.write(1, std::move(ops)));
    }
    Parts const parts = snapshot_of(ledger);
    EXPECT_TRUE(parts.contains("e0-000001"));
    EXPECT_EQ(ledger.find(course(1))->registers.size(), 6'000u);
    expect_equal(restored(ledger), ledger);
}

TEST(Snapshot, a_part_that_does_not_read_is_named) {
    Writer ann(1);
    Ledger ledger;
    ledger.accept(ann.write(1, {set_op(course(1), "a", 1), add_op(course(1), "s", 1),
                                evt_op(course(1), 1), erase_op(id_of(9))}));
    Parts const good = snapshot_of(ledger);
    std::size_t refused_count = 0;
    for (auto const& [label, bytes] : good) {
        for (std::size_t i = 0; i < bytes.size(); i += 1 + i / 64) {
            Parts parts = good;
            parts[label].resize(i);
            bool const is_headless = label[0] == 'm' && i < 5;  // without its schema
            bool const is_between_lines =
                !is_headless && (i == 0 || (label[0] != 'k' && bytes[i - 1] == '\n'));
            Result<Ledger> const ledger_read = ledger_from(parts);
            ASSERT_EQ(ledger_read.is_ok(), is_between_lines) << label << " " << i;
            if (ledger_read) continue;
            if (!is_headless) {
                ASSERT_EQ(ledger_read.error(), (Error{ErrorCode::e_field, {label}}));
            }
            ++refused_count;
        }
    }
    EXPECT_GT(refused_count, 50u);
    EXPECT_FALSE(ledger_from({{"z", ""}}).is_ok());
}

}  // namespace
}  // namespace zhitu::vault::tests
