#include <gtest/gtest.h>

#include "tests/ui/company.h"

// The main ways through the pages with nothing but Tab, arrows and Enter.

namespace zhitu::ui {

namespace {

SemanticNode const* focused(Screen const& screen) {
    for (SemanticNode const& node : screen.nodes()) {
        if ((node.flags & node_focused) != 0) return &node;
    }
    return nullptr;
}

std::string focused_name(Screen const& screen) {
    SemanticNode const* const node = focused(screen);
    return node != nullptr ? node->name : "";
}

bool press_until(Screen& screen, ImGuiKey key, std::string_view name) {
    constexpr int presses_max = 120;
    for (int i = 0; i < presses_max; ++i) {
        if (focused_name(screen) == name) return true;
        screen.press(key);
    }
    return false;
}

bool tab_to(Screen& screen, std::string_view name) {
    return press_until(screen, ImGuiKey_Tab, name);
}

bool enter(Screen& screen, std::string_view name) {
    if (!tab_to(screen, name)) return false;
    screen.press(ImGuiKey_Enter);
    return true;
}

// Opens the list, goes down to the option, takes it.
bool enter_option(Screen& screen, std::string_view list, std::string_view option) {
    if (!enter(screen, list) || !press_until(screen, ImGuiKey_DownArrow, option)) return false;
    screen.press(ImGuiKey_Enter);
    return true;
}

}  // namespace

TEST(keyboard, arrows_walk_over_the_map_of_the_team_and_enter_opens_a_cell) {
    SmallCompany company;
    company.act_as(company.boss);
    Screen& screen = company.screen;
    screen.go(Page::team);
    ASSERT_TRUE(tab_to(screen, "Li Si, go: level 0, needs 2"));
    screen.press(ImGuiKey_RightArrow);
    EXPECT_EQ(focused_name(screen), "Li Si, sql: level 0, needs 1");
    screen.press(ImGuiKey_DownArrow);
    EXPECT_EQ(focused_name(screen), "Wang Jing, sql: level 0, needs 1");
    screen.press(ImGuiKey_LeftArrow);
    EXPECT_EQ(focused_name(screen), "Wang Jing, go: level 0, needs 2");
    screen.press(ImGuiKey_Enter);
    EXPECT_TRUE(screen.says("priority 1.80 = 2 levels × weight 0.90 × urgency 1"));
    ASSERT_TRUE(enter(screen, "See Wang Jing"));
    EXPECT_EQ(screen.view().route, (Route{Page::person, company.boss.raw}));
}

TEST(keyboard, a_role_is_written_down_from_its_name_to_its_last_skill) {
    SmallCompany company;
    company.act_as(company.boss);
    Screen& screen = company.screen;
    screen.go(Page::roles);
    ASSERT_TRUE(enter(screen, "Add a role"));
    ASSERT_TRUE(tab_to(screen, "English name"));
    screen.type("Guardian");
    ASSERT_TRUE(enter(screen, "Save"));
    RoleId const id = people::role_id("Guardian");
    ASSERT_EQ(screen.view().route, (Route{Page::role, id.raw}));
    ASSERT_TRUE(enter_option(screen, "Another skill: which", "git"));
    ASSERT_TRUE(enter_option(screen, "Another skill: level", "Level 2"));
    ASSERT_TRUE(tab_to(screen, "Another skill: weight"));
    screen.type("0.75");
    ASSERT_TRUE(enter(screen, "Add it"));
    people::Role const& role = company.state().people.roles.at(id);
    ASSERT_TRUE(role.needs.contains(company.git));
    EXPECT_EQ(role.needs.at(company.git), (people::Need{2, 750'000}));
    ASSERT_TRUE(enter(screen, "Ask for it no longer: git"));
    EXPECT_TRUE(company.state().people.roles.at(id).needs.empty());
}

TEST(keyboard, a_file_is_looked_at_applied_and_taken_back) {
    SmallCompany company;
    company.act_as(company.boss);
    Screen& screen = company.screen;
    screen.go(Page::data);
    screen.open_files({{"courses.csv", "url,title,skills,source\n"
                                       "https://a.invalid/sql,SQL at work,['sql'],A\n"}});
    ASSERT_TRUE(screen.says("courses.csv"));
    std::size_t const courses_count = company.state().catalog.courses.size();
    ASSERT_TRUE(enter(screen, "Columns and reading"));
    ASSERT_TRUE(enter(screen, "Apply"));
    EXPECT_EQ(company.state().catalog.courses.size(), courses_count + 1);
    ASSERT_TRUE(enter(screen, "Undo"));
    EXPECT_EQ(company.state().catalog.courses.size(), courses_count);
}

TEST(keyboard, a_course_is_set_aside_with_a_note) {
    SmallCompany company;
    Screen& screen = company.screen;
    screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(enter(screen, "Not for me"));
    ASSERT_TRUE(tab_to(screen, "A note, if you like"));
    screen.type("weekends");
    ASSERT_TRUE(enter(screen, "Too long"));
    auto const* dismissal =
        learning::find_dismissal(company.state().learning, company.me, company.course);
    ASSERT_NE(dismissal, nullptr);
    EXPECT_EQ(dismissal->note, "weekends");
}

}  // namespace zhitu::ui
