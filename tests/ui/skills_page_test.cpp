#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

TEST(skills_page, says_how_many_are_taught_and_finds_one) {
    SmallCompany company;
    company.act_as(company.boss);
    ASSERT_TRUE(company.screen.click("Skill list"));
    EXPECT_TRUE(company.screen.says("3 skills, 2 taught by some course; 1 synonyms, 0 of them"));
    ASSERT_TRUE(company.screen.click(AriaRole::textbox, "Find a skill"));
    company.screen.type("GI");
    EXPECT_NE(company.screen.find("git"), nullptr);
    EXPECT_EQ(company.screen.find("sql"), nullptr);
    company.screen.type("zzz");
    EXPECT_TRUE(company.screen.says("No skill matches"));
}

TEST(skills_page, shows_those_with_synonyms_alone) {
    SmallCompany company;
    company.act_as(company.boss);
    company.screen.go(Page::skills);
    ASSERT_TRUE(company.screen.click("With synonyms only"));
    EXPECT_EQ(company.screen.find("sql"), nullptr);
    company.dispatch(app::RejectSynonym{company.go, company.git, true});
    company.screen.settle();
    EXPECT_TRUE(company.screen.says("0 (1 rejected)"));
    ASSERT_TRUE(company.screen.click("go"));
    EXPECT_EQ(company.screen.view().route, (Route{Page::skill, company.go.raw}));
}

}  // namespace zhitu::ui
