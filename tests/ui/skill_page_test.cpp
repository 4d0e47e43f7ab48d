#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

struct SkillPage : SmallCompany {
    SkillPage() { screen.go(Page::skill, go.raw); }
    std::map<SkillId, catalog::SynonymWeight> live() {
        return catalog::live_synonyms(state().catalog.skills.at(go));
    }
};

TEST(skill_page, shows_who_teaches_it_through_what_and_who_wants_it) {
    SkillPage page;
    EXPECT_TRUE(page.screen.says("Courses: 1, up to level 2. Roles that want it: 1."));
    EXPECT_NE(page.screen.find("Git in practice"), nullptr);
    EXPECT_TRUE(page.screen.says("0.95"));
    ASSERT_TRUE(page.screen.click("Keeper"));
    EXPECT_EQ(page.screen.view().route.page, Page::role);
}

TEST(skill_page, a_wrong_synonym_is_rejected_and_accepted_again) {
    SkillPage page;
    ASSERT_TRUE(page.screen.click("Reject"));
    EXPECT_TRUE(page.live().empty());
    EXPECT_TRUE(page.screen.says("No course teaches it. Roles that want it: 1."));
    EXPECT_TRUE(page.screen.says("rejected"));
    EXPECT_EQ(page.screen.find("Git in practice"), nullptr);
    ASSERT_TRUE(page.screen.click("Accept"));
    EXPECT_EQ(page.live().size(), 1u);
}

TEST(skill_page, rejecting_changes_the_list_of_the_person_at_once) {
    SkillPage page;
    auto const list = app::advise(page.state(), page.me, 5);
    ASSERT_EQ(list.items.size(), 1u);
    ASSERT_TRUE(page.screen.click("Reject"));
    EXPECT_EQ(app::advise(page.state(), page.me, 5).status, app::AdviceStatus::nothing_fits);
}

TEST(skill_page, a_weight_is_edited_where_it_stands) {
    SkillPage page;
    ASSERT_TRUE(page.screen.click("git: weight"));
    ASSERT_TRUE(page.screen.click(AriaRole::option, "0.90"));
    EXPECT_EQ(page.live().at(page.git).millionths, 900'000);
    EXPECT_TRUE(page.screen.says("by hand"));
}

TEST(skill_page, a_skill_that_is_gone_leads_on) {
    SkillPage page;
    page.screen.go(Page::skill, RawId{9});
    EXPECT_TRUE(page.screen.says("no longer here"));
    ASSERT_TRUE(page.screen.click(AriaRole::button, "All skills"));
    EXPECT_EQ(page.screen.view().route.page, Page::skills);
}

}  // namespace zhitu::ui
