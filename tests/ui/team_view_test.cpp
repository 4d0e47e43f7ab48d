#include "ui/team_view.h"

#include <gtest/gtest.h>

#include "screen.h"

namespace zhitu::ui {
namespace {

TEST(team_view, the_sums_are_those_of_the_people) {
    Screen screen;
    screen.go(Page::team);
    TeamView const& team = screen.view().team;
    app::State const& state = screen.store().state();
    std::int64_t levels = 0;
    std::int64_t priority = 0;
    for (auto const& [id, person] : state.people.people) {
        for (app::GapRow const& row : app::gap_of(state, id)) {
            levels += row.gap();
            priority += row.priority_millionths();
        }
    }
    EXPECT_EQ(team.matrix.people.size(), 50u);
    EXPECT_EQ(team.gap_levels, levels);
    EXPECT_GT(levels, 0);
    std::int64_t summed = 0;
    for (std::int64_t const one : team.priority_millionths) summed += one;
    EXPECT_EQ(summed, priority);
    for (std::size_t row = 1; row < team.order.size(); ++row) {
        EXPECT_GE(team.priority_millionths[team.order[row - 1]],
                  team.priority_millionths[team.order[row]]);
    }
}

TEST(team_view, it_moves_with_the_state_and_with_the_filter) {
    Screen screen;
    screen.go(Page::team);
    std::int64_t const before = screen.view().team.under_way_count;
    app::State const& state = screen.store().state();
    PersonId const person = person_with_login(state, "zhou.min");
    CourseId const course = state.catalog.courses.begin()->first;
    ASSERT_TRUE(screen.store().dispatch(app::EnrollLearner{person, course}));
    screen.settle();
    EXPECT_EQ(screen.view().team.under_way_count, before + 1);
    TeamId const of_person = state.people.people.at(person).team;
    screen.view().team.filter.team = of_person;
    screen.settle();
    std::size_t members_count = 0;
    for (auto const& [id, one] : state.people.people) members_count += one.team == of_person;
    EXPECT_EQ(screen.view().team.matrix.people.size(), members_count);
    EXPECT_LT(members_count, 50u);
}

TEST(team_view, on_the_way_is_who_needs_the_level_and_has_it_not) {
    Screen screen;
    screen.go(Page::team);
    app::GapMatrix const& matrix = screen.view().team.matrix;
    TeamFocus const focus = team_focus(matrix, {}, 0);
    EXPECT_EQ(focus.skill, 0u);
    auto const near = people_on_the_way(matrix, focus, 50);
    ASSERT_FALSE(near.empty());
    int before = 1;
    for (app::NearPerson const& one : near) {
        std::size_t const cell = matrix.cell(one.person, focus.skill);
        EXPECT_GE(matrix.wanted[cell], focus.level);
        EXPECT_LT(matrix.levels[cell], focus.level);
        EXPECT_GE(one.levels_missing, before);
        before = one.levels_missing;
    }
    EXPECT_EQ(people_on_the_way(matrix, focus, 2).size(), std::min<std::size_t>(2, near.size()));
}

}  // namespace
}  // namespace zhitu::ui
