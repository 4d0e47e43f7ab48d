#include "tools/cli/report_json.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace zhitu::tools {
namespace {

bool contains(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

// Two courses for one person who lacks one skill; the first closes more of it.
struct Fixture {
    Fixture() {
        state.catalog.skills[skill].name.en = "SQL";
        state.catalog.courses[deep].title.en = "A \"deep\" course";
        state.catalog.courses[deep].teaches[skill] = {0, 3};
        state.catalog.courses[first].title.en = "First steps";
        state.catalog.courses[first].teaches[skill] = {0, 1};
        state.people.roles[role].name.en = "analyst";
        state.people.roles[role].needs[skill] = {3, 900'000};
        people::Person& ann = state.people.people[person];
        ann.login = "ann";
        ann.name = {"安", "Ann"};
        ann.role = role;
    }
    SkillId skill{{1}};
    CourseId deep{{2}};
    CourseId first{{3}};
    PersonId person{{4}};
    RoleId role{{5}};
    app::State state;
};

TEST(report_json, a_list_carries_every_part_of_every_score) {
    Fixture const f;
    auto const list = app::advise(f.state, f.person, 10);
    std::string const text = advice_json(f.state, f.person, list);
    EXPECT_TRUE(contains(text, "{\"person\":\"ann\",\"name\":\"安 (Ann)\",\"role\":\"analyst\","
                               "\"status\":\"ok\",\"courses_count\":2,\"items\":[")) << text;
    EXPECT_TRUE(contains(text, "\"title\":\"A \\\"deep\\\" course\"")) << text;
    EXPECT_TRUE(contains(text, "{\"reason\":\"gap\",\"weight\":0.45,\"term\":1,\"value\":0.45,"
                               "\"known\":true}")) << text;
    EXPECT_TRUE(contains(text, "\"term\":0.3333333333333333,\"value\":0.15,")) << text;
    EXPECT_TRUE(contains(text, "\"closes\":[\"SQL\"]")) << text;
    EXPECT_TRUE(text.ends_with("]}\n"));
}

TEST(report_json, a_gap_is_a_product_of_its_parts) {
    Fixture f;
    f.state.people.evidence[f.person] = {
        {f.skill, 1, people::EvidenceKind::manager, "2026-11-20", ""}};
    EXPECT_TRUE(contains(gap_json(f.state, f.person),
                         "\"skills\":[{\"skill\":\"SQL\",\"level\":1,\"wanted\":3,\"gap\":2,"
                         "\"weight\":0.9,\"priority\":1.8,"
                         "\"evidence\":{\"kind\":\"manager\",\"on\":\"2026-11-20\"}}]}\n"));
    f.state.people.evidence.clear();
    EXPECT_TRUE(contains(gap_json(f.state, f.person), "\"priority\":2.7,\"evidence\":null"));
    EXPECT_EQ(team_gap_json(f.state, app::gap_matrix(f.state, {})),
              "{\"people_count\":1,\"skills\":[{\"skill\":\"SQL\",\"people_lacking\":1,"
              "\"levels_lacking\":3,\"priority\":2.7}],\"rows\":[{\"person\":\"ann\",\"skills\":["
              "{\"skill\":\"SQL\",\"level\":0,\"wanted\":3,\"gap\":3,\"priority\":2.7}]}]}\n");
}

TEST(report_json, why_compares_term_by_term_and_names_the_flips) {
    Fixture f;
    f.state.catalog.courses[f.first].teaches[f.skill] = {0, 3};
    f.state.catalog.courses[f.first].rating_millionths = 4'000'000;
    f.state.catalog.courses[f.deep].rating_millionths = 4'500'000;
    auto const list = app::advise(f.state, f.person, 10);
    ASSERT_EQ(list.items.size(), 2u);
    CourseId const second = list.items[1].course;
    app::WhyNot const why = app::why_not(f.state, f.person, second);
    std::string const text = why_json(f.state, f.person, second, why);
    EXPECT_TRUE(contains(text, "\"standing\":\"listed\",\"status\":\"ok\",\"rank\":2")) << text;
    EXPECT_TRUE(contains(text, "\"comparison\":{\"other\":\"" + to_text(list.items[0].course)));
    EXPECT_TRUE(contains(text, "\"terms\":[{\"reason\":\"gap\",\"mine\":{")) << text;
    ASSERT_FALSE(why.comparison->flips.empty());
    EXPECT_EQ(std::ranges::count(text, '{'), std::ranges::count(text, '}'));
    EXPECT_TRUE(contains(text, "\"flips\":[{\"lever\":\"")) << text;
    app::WhyNot const gone = app::why_not(f.state, f.person, CourseId{{9}});
    std::string const absent = why_json(f.state, f.person, CourseId{{9}}, gone);
    EXPECT_TRUE(contains(absent, "\"standing\":\"no_course\"")) << absent;
    EXPECT_TRUE(contains(absent, "\"contributions\":[],\"comparison\":null}\n")) << absent;
}

TEST(report_json, a_flip_says_what_moves_from_where_to_where) {
    Fixture const f;
    app::WhyNot why;
    why.comparison.emplace().flips = {
        {app::Lever::rating, {}, {}, std::nullopt, 4'600'000, 0.125},
        {app::Lever::weight, f.skill, {}, 300'000, 350'001, 0.25},
        {app::Lever::price, {}, {}, 9'900, 9'899, 0.5}};
    std::string const text = why_json(f.state, f.person, f.first, why);
    EXPECT_TRUE(contains(text, "{\"lever\":\"rating\",\"from\":null,\"to\":4.6,\"size\":0.125}"));
    EXPECT_TRUE(contains(text, "{\"lever\":\"weight\",\"skill\":\"SQL\",\"from\":0.3,"
                               "\"to\":0.350001,\"size\":0.25}")) << text;
    EXPECT_TRUE(contains(text, "{\"lever\":\"price\",\"from\":9900,\"to\":9899,\"size\":0.5}"));
}

TEST(report_json, metrics_are_whole_and_null_where_nothing_can_be_divided) {
    app::SourceCase source;
    source.rows[0].metrics = {11, 6, 4, 4.0 / 11, 4.0 / 6, 8.0 / 17};
    std::string const text = case_json(source);
    EXPECT_TRUE(contains(text, "{\"relevant\":\"taken\",\"recommended_count\":11,"
                               "\"relevant_count\":6,\"hits_count\":4,"
                               "\"precision\":0.36363636363636365,\"recall\":0.6666666666666666,"
                               "\"f1\":0.47058823529411764}")) << text;
    app::OwnListReport report;
    report.k = 5;
    std::string const own = own_list_json(report);
    EXPECT_TRUE(contains(own, "\"k\":5,\"people_count\":0")) << own;
    EXPECT_TRUE(contains(own, "\"precision\":null,\"recall\":null,\"f1\":null")) << own;
}

}  // namespace
}  // namespace zhitu::tools
