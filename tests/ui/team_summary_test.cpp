#include "ui/team_summary.h"

#include <gtest/gtest.h>

#include "screen.h"

namespace zhitu::ui {
namespace {

TEST(team_summary, the_sums_are_those_of_the_people) {
    Screen screen;
    screen.go(Page::team);
    TeamSummary const& team = screen.view().team;
    app::State const& state = screen.store().state();
    std::int64_t levels = 0;
    for (auto const& [id, person] : state.people.people) {
        for (app::GapRow const& row : app::gap_of(state, id)) levels += row.gap();
    }
    EXPECT_EQ(team.rows.size(), 50u);
    EXPECT_EQ(team.gap_levels, levels);
    std::int64_t missing = 0;
    for (MissingSkill const& skill : team.missing) missing += skill.levels;
    EXPECT_EQ(missing, levels);
    for (std::size_t index = 1; index < team.missing.size(); ++index) {
        EXPECT_GE(team.missing[index - 1].levels, team.missing[index].levels);
    }
}

TEST(team_summary, it_moves_with_the_state_and_with_the_language) {
    Screen screen;
    screen.go(Page::team);
    std::int64_t const before = screen.view().team.under_way;
    PersonId const person = person_with_login(screen.store().state(), "zhou.min");
    CourseId const course = screen.store().state().catalog.courses.begin()->first;
    ASSERT_TRUE(screen.store().dispatch(app::EnrollLearner{person, course}));
    screen.settle();
    EXPECT_EQ(screen.view().team.under_way, before + 1);
    screen.view().device.language = Language::en;
    screen.settle();
    EXPECT_EQ(screen.view().team.language, Language::en);
}

}  // namespace
}  // namespace zhitu::ui
