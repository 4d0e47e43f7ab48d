#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

struct RolePage : SmallCompany {
    RolePage() {
        act_as(boss);
        screen.go(Page::role, role.raw);
    }
    people::Need need(SkillId skill) { return state().people.roles.at(role).needs.at(skill); }
};

TEST(role_page, answers_how_much_of_it_is_taught_and_names_the_rest) {
    RolePage page;
    EXPECT_TRUE(page.screen.says(
        "1 of 2 skills of this role are taught by some course. People in it: 2."));
    EXPECT_TRUE(page.screen.says("Taught by no course: sql"));
    ASSERT_TRUE(page.screen.click("go"));
    EXPECT_EQ(page.screen.view().route, (Route{Page::skill, page.go.raw}));
}

TEST(role_page, the_level_is_edited_where_it_stands) {
    RolePage page;
    ASSERT_TRUE(page.screen.choose_option("go: wanted level", "Level 3"));
    EXPECT_EQ(page.need(page.go), (people::Need{3, 900'000}));
    EXPECT_TRUE(page.screen.says("by hand"));
    EXPECT_EQ(app::gap_of(page.state(), page.me)[0].priority_millionths(), 3 * 900'000);
    ASSERT_TRUE(page.screen.click("Undo"));
    EXPECT_EQ(page.need(page.go), (people::Need{2, 900'000}));
}

TEST(role_page, its_name_is_edited_and_its_skills_stay) {
    RolePage page;
    ASSERT_TRUE(page.screen.click("Edit role"));
    EXPECT_EQ(page.screen.view().form["name_en"], "Keeper");
    page.screen.view().form["name_en"] = "Guardian";
    ASSERT_TRUE(page.screen.click("Save"));
    EXPECT_EQ(page.screen.view().route, (Route{Page::role, page.role.raw}));
    EXPECT_EQ(page.state().people.roles.at(page.role).name.en, "Guardian");
    EXPECT_EQ(page.need(page.go), (people::Need{2, 900'000}));
}

TEST(role_page, a_skill_is_dropped) {
    RolePage page;
    ASSERT_TRUE(page.screen.click("Ask for it no longer: sql"));
    EXPECT_EQ(page.state().people.roles.at(page.role).needs.size(), 1u);
    EXPECT_TRUE(page.screen.says("1 of 1 skills"));
    ASSERT_TRUE(page.screen.click("Undo"));
    EXPECT_EQ(page.state().people.roles.at(page.role).needs.size(), 2u);
}

TEST(role_page, on_a_phone_the_way_out_of_a_need_has_a_name_that_fits) {
    Screen screen({.width = 320, .height = 3'000});
    for (auto const& [id, role] : screen.store().state().people.roles) {
        if (role.needs.empty()) continue;
        screen.go(Page::role, id.raw);
        EXPECT_NE(screen.find(AriaRole::button, text_of(Word::drop_need_here, Language::zh)),
                  nullptr);
        return;
    }
    FAIL() << "no role asks for anything";
}

TEST(role_page, deleting_names_who_has_the_role_first) {
    RolePage page;
    ASSERT_TRUE(page.screen.click("Delete the role"));
    EXPECT_TRUE(page.screen.says("People with this role: 2 (Li Si, Wang Jing)") ||
                page.screen.says("People with this role: 2 (Wang Jing, Li Si)"));
    EXPECT_FALSE(page.state().people.roles.empty());
    ASSERT_TRUE(page.screen.click("Cancel"));
    ASSERT_TRUE(page.screen.click("Delete the role"));
    ASSERT_TRUE(page.screen.click("Delete all the same"));
    EXPECT_TRUE(page.state().people.roles.empty());
    EXPECT_TRUE(page.screen.says("Deleted: Keeper"));
    ASSERT_TRUE(page.screen.click("Undo"));
    EXPECT_EQ(page.state().people.roles.size(), 1u);
}

TEST(role_page, a_role_that_is_gone_leads_on) {
    RolePage page;
    page.screen.go(Page::role, RawId{9});
    EXPECT_TRUE(page.screen.says("no longer here"));
    ASSERT_TRUE(page.screen.click("All roles"));
    EXPECT_EQ(page.screen.view().route.page, Page::roles);
}

}  // namespace zhitu::ui
