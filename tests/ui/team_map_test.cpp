#include "ui/team_map.h"

#include <gtest/gtest.h>

#include "screen.h"
#include "ui/charts.h"
#include "ui/team_view.h"

namespace zhitu::ui {
namespace {

// The first heat cell of somebody who lacks something.
SemanticNode const* first_gap(Screen const& screen) {
    for (SemanticNode const& node : screen.nodes()) {
        bool const has_gap = node.value.find("−") != std::string::npos;
        bool const is_cell = node.role == AriaRole::button && has_gap;
        if (is_cell) return &node;
    }
    return nullptr;
}

TEST(team_map, a_pressed_cell_is_shown_as_a_product) {
    Screen screen({.height = 3000});
    screen.go(Page::team);
    SemanticNode const* const cell = first_gap(screen);
    ASSERT_NE(cell, nullptr);
    std::string const says = cell->name;
    ASSERT_TRUE(screen.click(AriaRole::button, says));
    TeamView const& team = screen.view().team;
    EXPECT_FALSE(team.person.is_nil());
    EXPECT_TRUE(screen.says("× 紧迫度 1"));
    SemanticNode const* const chosen = screen.find(AriaRole::button, says);
    EXPECT_TRUE((chosen->flags & node_selected) != 0);
    std::string const who = screen.store().state().people.people.at(team.person).name.zh;
    ASSERT_TRUE(screen.click(AriaRole::button, "看 " + who));
    EXPECT_EQ(screen.view().route.page, Page::person);
}

TEST(team_map, before_a_cell_is_chosen_the_first_gap_is_explained) {
    Screen screen({.height = 3000});
    screen.go(Page::team);
    TeamView const& team = screen.view().team;
    EXPECT_TRUE(team.person.is_nil());
    EXPECT_TRUE(screen.says("× 紧迫度 1"));
    PersonId const who = team.matrix.people[team.order.front()];
    std::string const name = screen.store().state().people.people.at(who).name.zh;
    EXPECT_NE(screen.find(AriaRole::button, "看 " + name), nullptr);
}

TEST(team_map, the_way_to_the_courses_of_a_skill_is_one_press) {
    Screen screen({.height = 3000});
    screen.go(Page::team);
    ASSERT_NE(first_gap(screen), nullptr);
    ASSERT_TRUE(screen.click(AriaRole::button, first_gap(screen)->name));
    app::State const& state = screen.store().state();
    std::string const skill = state.catalog.skills.at(screen.view().team.skill).name.zh;
    ASSERT_TRUE(screen.click(AriaRole::button, skill + " 的课程"));
    EXPECT_EQ(screen.view().route.page, Page::catalog);
    EXPECT_EQ(screen.view().catalog.query, skill);
}

TEST(team_map, skills_that_do_not_fit_are_a_press_away) {
    Screen screen({.width = 700, .height = 3000});
    screen.go(Page::team);
    TeamView const& team = screen.view().team;
    ASSERT_GT(team.matrix.skills.size(), 5u);
    EXPECT_EQ(team.first_column, 0u);
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::heat_after, Language::zh)));
    std::size_t const shown = team.first_column;
    EXPECT_GT(shown, 0u);
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::heat_before, Language::zh)));
    EXPECT_EQ(team.first_column, 0u);
}

TEST(team_map, cells_show_gap_level_or_priority) {
    Screen screen({.height = 3000});
    screen.go(Page::team);
    ASSERT_NE(first_gap(screen), nullptr);
    ASSERT_TRUE(screen.click(text_of(Word::heat_level, Language::zh)));
    EXPECT_EQ(screen.view().team.shows, TeamShows::level);
    EXPECT_EQ(first_gap(screen), nullptr);
    ASSERT_TRUE(screen.click(text_of(Word::heat_priority, Language::zh)));
    EXPECT_EQ(screen.view().team.shows, TeamShows::priority);
}

}  // namespace
}  // namespace zhitu::ui
