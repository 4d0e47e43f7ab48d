#include "app/import_tally.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace zhitu::app {
namespace {

void count(ImportTally& tally, Thing thing, Effect effect, int times) {
    for (int i = 0; i < times; ++i) {
        if (tally.count(thing, effect)) tally.add_row(effect, {thing, {}, {}});
    }
}

std::size_t rows_of(std::vector<ProposedRow> const& rows, Thing thing) {
    std::size_t count = 0;
    for (ProposedRow const& row : rows) count += row.thing == thing ? 1 : 0;
    return count;
}

TEST(ImportTally, everything_is_counted_and_few_rows_are_kept) {
    ImportTally tally;
    count(tally, Thing::course, Effect::added, 500);
    count(tally, Thing::course, Effect::same, 3);
    count(tally, Thing::person, Effect::changed, 2);
    ImportProposal proposal;
    tally.give_to(proposal);
    EXPECT_EQ(proposal.counts[0], (ThingCounts{500, 0, 3}));
    EXPECT_EQ(proposal.counts[static_cast<std::size_t>(Thing::person)].changed, 2u);
    EXPECT_EQ(proposal.added.size(), limits::rows_shown_max);
    EXPECT_EQ(proposal.changed.size(), 2u);
    EXPECT_EQ(proposal.same.size(), 3u);
}

TEST(ImportTally, what_stays_is_counted_and_some_of_it_shown) {
    ImportTally tally;
    for (std::size_t i = 0; i < limits::rows_shown_max + 5; ++i) tally.add_kept({});
    ImportProposal proposal;
    tally.give_to(proposal);
    EXPECT_EQ(proposal.kept_count, limits::rows_shown_max + 5);
    EXPECT_EQ(proposal.kept.size(), limits::rows_shown_max);
}

TEST(ImportTally, every_thing_gets_its_share_of_the_rows) {
    ImportTally tally;
    count(tally, Thing::course, Effect::added, 500);
    count(tally, Thing::skill, Effect::added, 1'000);
    count(tally, Thing::role, Effect::added, 20);
    ImportProposal proposal;
    tally.give_to(proposal);
    EXPECT_EQ(proposal.added.size(), limits::rows_shown_max);
    EXPECT_EQ(rows_of(proposal.added, Thing::role), 20u);
    EXPECT_EQ(rows_of(proposal.added, Thing::course), 90u);
    EXPECT_EQ(rows_of(proposal.added, Thing::skill), 90u);
}

}  // namespace
}  // namespace zhitu::app
