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
        advice.scored.score = 0.8123456;
        advice.scored.contributions = {{recommend::Reason::gap, 0.8123456, true},
                                       {recommend::Reason::prerequisites, -0.0, true},
                                       {recommend::Reason::quality, 0.0, false}};
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
    EXPECT_TRUE(contains(text, "1.  0.812346  A \"quoted\" title")) << text;
    EXPECT_TRUE(contains(text, "gap 0.812346  prerequisites 0.000000  quality 0.000000 (unknown)"));
    EXPECT_TRUE(contains(text, "closes SQL")) << text;
}

TEST(ReportText, advice_as_json_carries_the_same_digits) {
    Fixture const f;
    std::string const text = advice_json(f.state, f.person, f.list);
    EXPECT_TRUE(contains(text, "\"status\":\"ok\",\"courses_count\":3,\"items\":[")) << text;
    EXPECT_TRUE(contains(text, "\"title\":\"A \\\"quoted\\\" title\"")) << text;
    EXPECT_TRUE(contains(text, "\"score\":0.812346")) << text;
    EXPECT_TRUE(contains(text, "{\"reason\":\"quality\",\"value\":0.000000,\"known\":false}"));
    EXPECT_TRUE(contains(text, "\"closes\":[\"SQL\"]")) << text;
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
