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

}  // namespace zhitu::ui
