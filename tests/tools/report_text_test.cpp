#include "tools/cli/report_text.h"

#include <gtest/gtest.h>

namespace zhitu::tools {
namespace {

struct Fixture {
    Fixture() {
        state.catalog.skills[skill].name.en = "SQL";
        state.catalog.courses[course].title.en = "A \"quoted\" title";
        people::Person& ann = state.people.people[person];
        ann.login = "ann";
        ann.name = {"安", "Ann"};
        app::Advice advice;
        advice.course = course;
        advice.scored.score = 0.4123456;
        advice.scored.contributions = {{recommend::Reason::gap, 0.4123456, true, 0.9163235, 0.45},
                                       {recommend::Reason::prerequisites, -0.0, true, -0.0, 0.12},
                                       {recommend::Reason::quality, 0.0, false, 0, 0.12}};
        advice.gaps_closed = {skill};
        list.items = {advice};
        list.courses_count = 3;
    }
    SkillId skill{{1}};
    CourseId course{{2}};
    PersonId person{{3}};
    app::State state;
    app::AdviceList list;
};

bool contains(std::string const& text, char const* part) {
    return text.find(part) != std::string::npos;
}

TEST(ReportText, advice_shows_score_contributions_and_what_closes) {
    Fixture const f;
    std::string const text = advice_text(f.state, f.person, f.list);
    EXPECT_TRUE(contains(text, "安 (Ann) [ann]\n3 courses looked at; best first")) << text;
    EXPECT_TRUE(contains(text, "1.  0.4123456  A \"quoted\" title")) << text;
    EXPECT_TRUE(contains(text, "gap           0.45 × 0.9163235 = 0.4123456\n")) << text;
    EXPECT_TRUE(contains(text, "prerequisites 0.12 × 0 = 0\n")) << text;
    EXPECT_TRUE(contains(text, "quality       0.12 × 0 = 0 (unknown)\n")) << text;
    EXPECT_TRUE(contains(text, "closes SQL")) << text;
}

TEST(ReportText, a_gap_is_a_product_that_can_be_checked_by_hand) {
    Fixture f;
    RoleId const role{{4}};
    f.state.people.people[f.person].role = role;
    EXPECT_TRUE(contains(gap_text(f.state, f.person), "no role whose needs are known"));
    f.state.people.roles[role].needs[f.skill] = {3, 997'000};
    f.state.people.evidence[f.person] = {
        {f.skill, 1, people::EvidenceKind::self, "2026-11-20", ""}};
    std::string const text = gap_text(f.state, f.person);
    EXPECT_TRUE(contains(text, "2 × 0.997 = 1.994      1 of 3  SQL (self 2026-11-20)")) << text;
    std::string const team = team_gap_text(f.state, app::gap_matrix(f.state, {}));
    EXPECT_TRUE(contains(team, "1 people, 1 skill wanted")) << team;
    EXPECT_TRUE(contains(team, "1.994         2     1     SQL\n")) << team;
}

TEST(ReportText, why_shows_both_sides_and_what_would_turn_them) {
    Fixture f;
    app::WhyNot why;
    why.standing = app::Standing::taken;
    EXPECT_TRUE(contains(why_text(f.state, f.person, f.course, why), "it is taken already"));
    why.standing = app::Standing::no_list;
    why.status = app::AdviceStatus::no_role;
    EXPECT_TRUE(contains(why_text(f.state, f.person, f.course, why),
                         "there is no list: the person has no role whose needs are known"));
    app::Comparison& comparison = why.comparison.emplace();
    comparison.other = f.course;
    comparison.other_rank = 1;
    comparison.terms = {{{recommend::Reason::gap, 0.15, true, 0.3, 0.5},
                         {recommend::Reason::gap, 0.45, true, 0.9, 0.5}}};
    comparison.flips = {{app::Lever::rating, {}, {}, std::nullopt, 4'600'000, 0.1},
                        {app::Lever::weight, f.skill, {}, 300'000, 350'001, 0.1},
                        {app::Lever::price, {}, {}, 9'900, 9'899, 0.1},
                        {app::Lever::prerequisite, {}, f.course, 0, 1, 0.1}};
    std::string const text = why_text(f.state, f.person, f.course, why);
    EXPECT_TRUE(contains(text, "gap           0.5 × 0.3 = 0.15   against 0.5 × 0.9 = 0.45   "
                               "difference -0.3\n")) << text;
    EXPECT_TRUE(contains(text, "  rating: unknown → 4.6\n")) << text;
    EXPECT_TRUE(contains(text, "  weight of SQL: 0.3 → 0.350001\n")) << text;
    EXPECT_TRUE(contains(text, "  price in minor units: 9900 → 9899\n")) << text;
    EXPECT_TRUE(contains(text, "  takes A \"quoted\" title first\n")) << text;
}

TEST(ReportText, the_own_list_says_what_is_relevant_and_how_few_it_rests_on) {
    app::OwnListReport report;
    EXPECT_EQ(own_list_text(report),
              "nobody has taken a course: there is nothing to measure\n");
    report.k = 5;
    report.people_count = 29;
    report.enrolments_count = 11;
    report.advice.pairs.precision = 4.0 / 11;
    std::string const text = own_list_text(report);
    EXPECT_TRUE(contains(text, "own list of 5 courses against 11 enrolments of 29 people")) << text;
    EXPECT_TRUE(contains(text, "fewer than 30 people: this says little\n")) << text;
    EXPECT_TRUE(contains(text, "relevant: each course of the catalog")) << text;
    EXPECT_TRUE(contains(text, "advice        precision 0.363636364  recall -")) << text;
    report.people_count = 30;
    EXPECT_FALSE(contains(own_list_text(report), "fewer than"));
}

TEST(ReportText, an_import_lists_no_more_rows_than_a_page) {
    app::ImportProposal proposal;
    proposal.refusals_count = 300;
    for (std::uint64_t row = 2; row < 202; ++row) {
        proposal.refusals.push_back(
            {"a.csv", row, "title", "", {ErrorCode::empty_field, {"title"}}});
    }
    std::string const text = import_text(proposal);
    EXPECT_TRUE(contains(text, "refused: 300\n  a.csv, row 2, title: ")) << text;
    EXPECT_TRUE(contains(text, "  and 100 more\nwarnings: 0\n")) << text;
}

TEST(ReportText, a_row_refused_for_two_reasons_counts_once) {
    app::ImportProposal proposal;
    proposal.refusals_count = 1;
    for (char const* column : {"login", "name"}) {
        proposal.refusals.push_back(
            {"a.csv", 2, column, "", {ErrorCode::empty_field, {column}}});
    }
    EXPECT_TRUE(contains(import_text(proposal),
                         "refused: 1\n"
                         "  a.csv, row 2, login: the field login is empty\n"
                         "  a.csv, row 2, name: the field name is empty\nwarnings: 0\n"));
}

TEST(ReportText, an_import_says_how_it_read_and_what_it_changes) {
    app::ImportProposal proposal;
    exchange::FileReading& file = proposal.files.emplace_back();
    file.name = "a.csv";
    file.rows_count = 749;
    file.kind = exchange::FileKind::courses;
    file.assumptions = {{exchange::Assumption::rating_zero_is_none, 64}};
    file.sources = {{"Stepik", 5, 3, "RUB"}, {"None", 2, 0, ""}};
    file.repairables = {{"title", 14, "Ð", "П"}};
    proposal.counts[0] = {697, 2, 10};
    proposal.changed = {{app::Thing::course, {"", "Go"}, {{"level", "1", "3"}}}};
    EXPECT_EQ(import_text(proposal),
              "a.csv: 749 rows, courses\n"
              "  a rating of 0 is no rating: 64\n"
              "  prices of Stepik: 3, currency RUB\n"
              "  broken, --repair helps: title 14\n"
              "                 added  changed     same\n"
              "courses           697        2       10\n"
              "changed:\n"
              "  Go: level [1] → [3]\n"
              "refused: 0\nwarnings: 0\n");
}

TEST(ReportText, the_case_shows_a_line_where_nothing_can_be_divided) {
    app::SourceCase source;
    source.people.push_back({PersonId{{3}}, false, {}});
    std::string const text = case_text(app::State{}, source);
    EXPECT_TRUE(contains(text, "case S0-4.3: 1 people")) << text;
    EXPECT_TRUE(contains(text, "-          -         -\n")) << text;
    EXPECT_TRUE(contains(text, "(not in the skill table)")) << text;
}

}  // namespace
}  // namespace zhitu::tools
