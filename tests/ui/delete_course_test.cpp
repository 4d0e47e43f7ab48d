#include "ui/delete_course.h"

#include <gtest/gtest.h>

#include "tests/ui/company.h"

namespace zhitu::ui {

TEST(delete_course, names_what_hangs_on_the_course_before_it_goes) {
    SmallCompany company;
    company.dispatch(app::EnrollLearner{company.me, company.course});
    company.screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(company.screen.click("Delete the course"));
    EXPECT_TRUE(company.screen.says("Under way for 1: Li Si."));
    EXPECT_FALSE(company.state().catalog.courses.empty());
    ASSERT_TRUE(company.screen.click("Cancel"));
    EXPECT_FALSE(company.screen.says("Under way for 1"));
    ASSERT_TRUE(company.screen.click("Delete the course"));
    ASSERT_TRUE(company.screen.click("Delete all the same"));
    EXPECT_TRUE(company.state().catalog.courses.empty());
    ASSERT_TRUE(company.screen.click("Undo"));
    EXPECT_TRUE(company.state().catalog.courses.contains(company.course));
}

TEST(delete_course, a_course_nobody_depends_on_goes_at_once) {
    SmallCompany company;
    company.screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(company.screen.click("Delete the course"));
    EXPECT_TRUE(company.state().catalog.courses.empty());
}

}  // namespace zhitu::ui
