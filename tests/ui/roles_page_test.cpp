#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

TEST(roles_page, says_what_of_each_role_some_course_teaches) {
    SmallCompany company;
    company.act_as(company.boss);
    ASSERT_TRUE(company.screen.click("Roles"));
    EXPECT_TRUE(company.screen.says("Roles: 1. For 0 of them some course teaches every skill."));
    EXPECT_TRUE(company.screen.says("1 of 2"));
    ASSERT_TRUE(company.screen.click("Keeper"));
    EXPECT_EQ(company.screen.view().route, (Route{Page::role, company.role.raw}));
}

TEST(roles_page, without_roles_the_first_one_is_added) {
    Screen screen({.language = Language::en, .is_demo = false});
    ASSERT_TRUE(screen.store().dispatch(app::NameCompany{{"", "A"}, false}));
    screen.go(Page::roles);
    EXPECT_TRUE(screen.says("No roles yet"));
    ASSERT_TRUE(screen.click("Add a role"));
    EXPECT_EQ(screen.view().route.page, Page::add_role);
}

}  // namespace zhitu::ui
