#include <gtest/gtest.h>

#include "base/limits.h"
#include "tests/vault/journals.h"
#include "vault/snapshot.h"

namespace zhitu::vault::tests {
namespace {

Ledger ledger_of(int changes_count) {
    Ledger ledger;
    for (Change const& change : changes_of(changes_count, 500)) ledger.accept(change);
    return ledger;
}

TEST(SnapshotMaker, the_steps_together_make_the_snapshot_and_the_hash_of_the_state) {
    Ledger const ledger = ledger_of(6'000);
    SnapshotMaker maker(ledger);
    Parts parts;
    int steps_count = 0;
    for (; !maker.is_done(); ++steps_count) {
        Parts made = maker.step();
        EXPECT_LE(made.size(), 16u) << "one step, not all of it";
        parts.merge(made);
        EXPECT_TRUE(made.empty()) << "a part was made twice";
    }
    EXPECT_GT(steps_count, 3);
    EXPECT_EQ(parts, snapshot_of(ledger));
    EXPECT_EQ(maker.digest(), ledger.digest());
    Result<Ledger> const again = ledger_from(parts);
    ASSERT_TRUE(again);
    EXPECT_EQ(again.value().digest(), ledger.digest());
    EXPECT_EQ(again.value().accepted_count(), 6'000u);
}

TEST(SnapshotMaker, an_empty_ledger_has_a_snapshot_too) {
    Ledger const nothing;
    SnapshotMaker maker(nothing);
    while (!maker.is_done()) maker.step();
    EXPECT_EQ(maker.digest(), nothing.digest());
    EXPECT_TRUE(ledger_from(snapshot_of(nothing)).is_ok());
}

TEST(SnapshotMaker, another_schema_is_no_snapshot_for_us) {
    Parts parts = snapshot_of(ledger_of(10));
    parts["m-000000"][2] = '2';
    EXPECT_EQ(ledger_from(parts).error().code, ErrorCode::e_version);
    EXPECT_EQ(ledger_from({}).error().code, ErrorCode::e_version);
}

}  // namespace
}  // namespace zhitu::vault::tests
