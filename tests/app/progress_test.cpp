#include "app/progress.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

using learning::EnrolmentStatus;

struct Course {
    State state;
    PersonId person{{1}};
    CourseId course{{2}};
    learning::Enrolment& enrolment() { return state.learning.enrolments[person][course]; }
    Progress progress() const { return progress_of(state, person, course); }
};

TEST(progress, a_course_without_units_is_one_unit) {
    Course one;
    EXPECT_EQ(one.progress().count, 1u);
    EXPECT_EQ(one.progress().share(), 0);
    one.enrolment().status = EnrolmentStatus::enrolled;
    EXPECT_EQ(one.progress().finished, 0u);
    one.enrolment().status = EnrolmentStatus::finished;
    EXPECT_EQ(one.progress().finished, 1u);
    EXPECT_EQ(one.progress().share(), 1);
}

TEST(progress, finished_units_are_counted_and_the_next_is_found) {
    Course one;
    std::vector<UnitId> const units = {UnitId{{1}}, UnitId{{2}}, UnitId{{3}}};
    one.state.catalog.units_of[one.course] = units;
    EXPECT_EQ(one.progress().next, units[0]);
    UnitId const gone{{9}};
    one.enrolment().units_finished = {units[0], units[2], gone};
    EXPECT_EQ(one.progress().finished, 2u);
    EXPECT_EQ(one.progress().next, units[1]);
    EXPECT_NEAR(one.progress().share(), 2.0 / 3, 1e-9);
}

TEST(progress, a_finished_course_is_done_whole) {
    Course one;
    one.state.catalog.units_of[one.course] = {UnitId{{1}}, UnitId{{2}}};
    one.enrolment().status = EnrolmentStatus::finished;
    EXPECT_EQ(one.progress().finished, 2u);
    EXPECT_TRUE(one.progress().next.is_nil());
}

}  // namespace
}  // namespace zhitu::app
