#include "ui/dismissals.h"

#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

TEST(dismissals, a_course_is_set_aside_with_a_reason_and_taken_up_again) {
    SmallCompany company;
    company.screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(company.screen.click("Not for me"));
    ASSERT_TRUE(company.screen.click(AriaRole::option, "Too long"));
    auto const* dismissal =
        learning::find_dismissal(company.state().learning, company.me, company.course);
    ASSERT_NE(dismissal, nullptr);
    EXPECT_EQ(dismissal->reason, learning::DismissReason::too_long);
    EXPECT_TRUE(company.screen.says("Not for me: Too long"));
    EXPECT_TRUE(company.screen.says("No longer recommended: Git in practice"));
    ASSERT_TRUE(company.screen.click("Recommend again"));
    EXPECT_TRUE(company.state().learning.dismissals.empty());
}

TEST(dismissals, the_person_page_lists_what_is_set_aside) {
    SmallCompany company;
    company.screen.go(Page::my_skills);
    EXPECT_FALSE(company.screen.says("Courses set aside"));
    company.dispatch(app::DismissCourse{company.me, company.course,
                                        learning::DismissReason::known_already, {}});
    company.screen.settle();
    EXPECT_TRUE(company.screen.says("Courses set aside"));
    EXPECT_TRUE(company.screen.says("I know it already"));
    ASSERT_TRUE(company.screen.click("Recommend again"));
    EXPECT_FALSE(company.screen.says("Courses set aside"));
}

TEST(dismissals, a_note_goes_along_and_is_shown_where_they_are_listed) {
    SmallCompany company;
    company.screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(company.screen.click("Not for me"));
    ASSERT_TRUE(company.screen.click(AriaRole::textbox, "A note, if you like"));
    company.screen.type("  Only weekends  ");
    ASSERT_TRUE(company.screen.click(AriaRole::option, "Too long"));
    auto const* dismissal =
        learning::find_dismissal(company.state().learning, company.me, company.course);
    ASSERT_NE(dismissal, nullptr);
    EXPECT_EQ(dismissal->reason, learning::DismissReason::too_long);
    EXPECT_EQ(dismissal->note, "Only weekends");
    EXPECT_NE(company.screen.find("Only weekends"), nullptr);
    company.screen.go(Page::my_skills);
    EXPECT_NE(company.screen.find("Only weekends"), nullptr);
}

TEST(dismissals, a_note_that_is_too_long_is_refused_and_kept) {
    SmallCompany company;
    company.screen.go(Page::course, company.course.raw);
    company.screen.view().form["dismiss " + to_text(company.course)] =
        std::string(limits::note_max + 1, 'x');
    ASSERT_TRUE(company.screen.click("Not for me"));
    ASSERT_TRUE(company.screen.click(AriaRole::option, "Too long"));
    EXPECT_TRUE(company.state().learning.dismissals.empty());
    EXPECT_TRUE(company.screen.says("is too long"));
    ASSERT_TRUE(company.screen.click("Not for me"));
    EXPECT_EQ(company.screen.find("A note, if you like")->value.size(), limits::note_max + 1);
}

}  // namespace zhitu::ui
