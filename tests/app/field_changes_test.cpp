#include "app/field_changes.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace zhitu::app {
namespace {

Names names() {
    auto const number = [](auto id) { return "#" + std::to_string(id.raw[0]); };
    return {number, number, number, number, number};
}

template <class T>
std::vector<FieldChange> changes(T const& before, T const& after) {
    return changes_between(tell_fields(names(), before), tell_fields(names(), after));
}

TEST(field_changes, only_what_differs_is_told_in_the_order_of_the_fields) {
    catalog::Course before;
    before.title.zh = "调度";
    before.level = 1;
    catalog::Course after = before;
    after.level = 2;
    after.price_minor = 9'900;
    after.has_theory = true;
    std::vector<FieldChange> const expected{
        {"level", "1", "2"}, {"price_minor", "", "9900"}, {"has_theory", "false", "true"}};
    EXPECT_EQ(changes(before, after), expected);
    EXPECT_TRUE(changes(after, after).empty());
}

TEST(field_changes, ids_are_told_by_name_and_nobody_by_nothing) {
    people::Person before;
    people::Person after;
    after.team = TeamId{{3}};
    after.manager = PersonId{{4}};
    std::vector<FieldChange> const expected{{"team", "", "#3"}, {"manager", "", "#4"}};
    EXPECT_EQ(changes(before, after), expected);
}

TEST(field_changes, of_a_set_only_what_goes_and_what_comes) {
    people::Role before;
    people::Role after;
    before.needs = {{SkillId{{1}}, {1, 500'000}}, {SkillId{{2}}, {3, 1'000'000}}};
    after.needs = {{SkillId{{1}}, {2, 850'000}}, {SkillId{{2}}, {3, 1'000'000}}};
    std::vector<FieldChange> const expected{{"needs", "#1 1 (0.5)", "#1 2 (0.85)"}};
    EXPECT_EQ(changes(before, after), expected);
    catalog::Course course;
    catalog::Course taught;
    taught.teaches[SkillId{{7}}] = {0, 2};
    taught.prerequisites = {CourseId{{8}}};
    EXPECT_EQ(changes(course, taught),
              (std::vector<FieldChange>{{"teaches", "", "#7 0→2"}, {"prerequisites", "", "#8"}}));
}

TEST(field_changes, long_texts_are_shortened) {
    catalog::Course before;
    catalog::Course after;
    after.summary.en = std::string(5'000, 'x');
    auto const told = changes(before, after);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(count_code_points(told[0].after), 200u);
}

}  // namespace
}  // namespace zhitu::app
