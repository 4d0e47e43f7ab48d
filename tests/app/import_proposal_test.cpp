#include "app/import_proposal.h"

#include <gtest/gtest.h>

#include "app/company.h"
#include "exchange/parser.h"
#include "support/imports.h"

namespace zhitu::app {
namespace {

constexpr char const* courses =
    "url,title,rating,difficulty,skills,source\n"
    "https://x/a,SQL in depth,4.8,Advanced,['sql'],Coursera\n"
    "https://x/b,First SQL,4.1,Beginner,['sql'],Coursera\n"
    "https://x/c,,4.9,Beginner,['go'],Coursera\n";
constexpr char const* people =
    "login,name,manager_login,job_title,skills,weekly_hours\n"
    "li.si,李四,wang.jing,data engineer,sql:1;go:2,4\n"
    "wang.jing,王静,,data engineer,sql:3,6\n";

std::vector<NamedBytes> files() { return {{"courses.csv", courses}, {"people.csv", people}}; }

ThingCounts counts(ImportProposal const& proposal, Thing thing) {
    return proposal.counts[static_cast<std::size_t>(thing)];
}

TEST(ImportProposal, it_counts_and_shows_what_would_happen) {
    test::Company company;
    ImportProposal const proposal = test::propose(company.store, files());
    EXPECT_EQ(counts(proposal, Thing::course), (ThingCounts{2, 0, 0}));
    EXPECT_EQ(counts(proposal, Thing::person), (ThingCounts{2, 0, 0}));
    EXPECT_EQ(counts(proposal, Thing::statement), (ThingCounts{3, 0, 0}));
    EXPECT_EQ(proposal.files.size(), 2u);
    EXPECT_EQ(proposal.refusals_count, 1u);
    EXPECT_EQ(proposal.refusals[0].column, "title");
    EXPECT_EQ(proposal.state_version, company.store.state().version);
    EXPECT_TRUE(proposal.has_changes());
    EXPECT_TRUE(company.store.state().is_empty());
}

TEST(ImportProposal, applied_it_gives_the_state_it_promised) {
    test::Company company;
    ImportProposal const proposal = test::propose(company.store, files());
    ASSERT_TRUE(company.store.apply_batch(proposal.parts));
    State const& state = company.store.state();
    EXPECT_EQ(state.catalog.courses.size(), 2u);
    ASSERT_EQ(state.people.people.size(), 2u);
    PersonId const li = *people::find_by_login(state.people, "li.si");
    EXPECT_EQ(state.people.people.at(li).weekly_minutes, 240);
    EXPECT_EQ(people::current_skills(state.people, li).at(catalog::skill_id("go")).level, 2);
    std::uint64_t ops_count = 0;
    for (vault::Change const& change : company.store.ledger().changes()) {
        ops_count += change.body->ops.size();
    }
    EXPECT_EQ(ops_count, proposal.ops_count);
    company.settle();
    EXPECT_EQ(test::digest_after_reopening(company.storage), company.store.state_digest());
}

// The page applies parts that a worker made; recording the same ops at once is the shorter road.
TEST(ImportProposal, the_parts_give_the_state_that_deciding_on_the_spot_gives) {
    test::Company by_parts;
    test::Company by_ops;
    ASSERT_TRUE(by_parts.store.apply_batch(test::propose(by_parts.store, files()).parts));
    ASSERT_TRUE(test::import_table(by_ops.store, exchange::parse_files(files())));
    State const& a = by_parts.store.state();
    State const& b = by_ops.store.state();
    EXPECT_EQ(a.catalog.courses, b.catalog.courses);
    EXPECT_EQ(a.catalog.skills, b.catalog.skills);
    EXPECT_EQ(a.people.people, b.people.people);
    EXPECT_EQ(a.people.roles, b.people.roles);
    EXPECT_EQ(a.people.evidence, b.people.evidence);
}

TEST(ImportProposal, the_same_files_again_have_no_ops_also_another_day) {
    test::Company company;
    ASSERT_TRUE(company.store.apply_batch(test::propose(company.store, files()).parts));
    company.env.advance_ms(90LL * 86'400'000);
    ImportProposal const again = test::propose(company.store, files());
    EXPECT_FALSE(again.has_changes());
    EXPECT_TRUE(again.parts.empty());
    for (ThingCounts const& each : again.counts) EXPECT_EQ(each.added + each.changed, 0u);
    EXPECT_EQ(counts(again, Thing::course).same, 2u);
}

TEST(ImportProposal, a_changed_file_shows_exactly_the_fields_that_changed) {
    test::Company company;
    ASSERT_TRUE(company.store.apply_batch(test::propose(company.store, files()).parts));
    std::vector<NamedBytes> later = files();
    later[0].bytes.replace(later[0].bytes.find("4.1,Beginner"), 12, "4.3,Advanced");
    later[1].bytes.replace(later[1].bytes.find("sql:1"), 5, "sql:2");
    ImportProposal const proposal = test::propose(company.store, later);
    std::vector<ProposedRow> const expected{
        {Thing::course, {"", "First SQL"},
         {{"level", "1", "3"},
          {"rating", "4100000", "4300000"},
          {"teaches", "sql 0→1", "sql 2→3"}}},
        {Thing::statement, {"李四 · sql", "李四 · sql"}, {{"level", "1", "2"}}}};
    EXPECT_EQ(proposal.changed, expected);
    EXPECT_TRUE(proposal.added.empty());
}

TEST(ImportProposal, in_steps_it_is_the_same_and_progress_never_falls) {
    test::Company company;
    company.add_person("li.si");
    ImportProposal const at_once = test::propose(company.store, files());
    ImportJob job(test::import_request(company.store, files()), nullptr);
    std::int64_t progress = 0;
    int steps_count = 1;
    for (; job.step(1); ++steps_count) {
        EXPECT_GE(job.progress_millionths(), progress);
        progress = job.progress_millionths();
    }
    EXPECT_EQ(job.progress_millionths(), limits::million);
    EXPECT_GT(steps_count, 10);
    EXPECT_EQ(job.take_proposal().value(), at_once);
}

TEST(ImportProposal, no_files_are_no_changes) {
    test::Company company;
    ImportProposal const proposal = test::propose(company.store, {});
    EXPECT_FALSE(proposal.has_changes());
    EXPECT_TRUE(proposal.files.empty());
}

}  // namespace
}  // namespace zhitu::app
