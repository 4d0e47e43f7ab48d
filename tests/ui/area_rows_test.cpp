#include "ui/area_rows.h"

#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

TEST(area_rows, rows_follow_the_state_and_are_made_once_for_it) {
    SmallCompany company;
    company.act_as(company.boss);
    company.screen.go(Page::skills);
    AreaRows const& areas = company.screen.view().areas;
    ASSERT_EQ(areas.skills.size(), 3u);
    SkillRow const& go = areas.skills[1];
    EXPECT_EQ(go.name, "go");
    EXPECT_EQ(go.courses_count, 1);  // through git
    EXPECT_EQ(go.level, 2);
    EXPECT_EQ(go.roles_count, 1);
    EXPECT_EQ(go.live_count, 1);
    ASSERT_EQ(areas.roles.size(), 1u);
    EXPECT_EQ(areas.roles[0].coverage.taught_count, 1u);
    EXPECT_EQ(areas.roles[0].people_count, 2);
    SkillRow const* const before = areas.skills.data();
    company.screen.settle();
    EXPECT_EQ(areas.skills.data(), before);
    company.dispatch(app::RejectSynonym{company.go, company.git, true});
    company.screen.settle();
    EXPECT_EQ(areas.skills[1].courses_count, 0);
    EXPECT_EQ(areas.skills[1].rejected_count, 1);
    EXPECT_EQ(areas.roles[0].coverage.taught_count, 0u);
}

TEST(area_rows, the_way_back_leads_to_the_list_where_there_is_no_before) {
    SmallCompany company;
    company.screen.go(Page::role, company.role.raw);
    company.screen.view().history.clear();
    ASSERT_TRUE(company.screen.click("Back"));
    EXPECT_EQ(company.screen.view().route.page, Page::roles);
}

}  // namespace zhitu::ui
