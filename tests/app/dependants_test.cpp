#include "app/dependants.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

TEST(dependants, a_course_names_its_learners_recommendations_and_followers) {
    State state;
    CourseId const course{{1}};
    CourseId const follower{{2}};
    PersonId const learner{{3}};
    PersonId const graduate{{4}};
    PersonId const withdrawn{{5}};
    using learning::EnrolmentStatus;
    state.catalog.courses[course] = {};
    EXPECT_TRUE(dependants_of(state, course).is_empty());
    state.catalog.courses[follower].prerequisites = {course};
    state.learning.enrolments[learner][course].status = EnrolmentStatus::enrolled;
    state.learning.enrolments[graduate][course].status = EnrolmentStatus::finished;
    state.learning.enrolments[withdrawn][course].status = EnrolmentStatus::withdrawn;
    state.learning.enrolments[withdrawn][follower].status = EnrolmentStatus::enrolled;
    state.learning.recommendations[RawId{7}] = {graduate, course, 1, {}};
    state.learning.recommendations[RawId{8}] = {learner, course, 1, {}};
    state.learning.recommendations[RawId{9}] = {learner, follower, 1, {}};
    CourseDependants const found = dependants_of(state, course);
    EXPECT_FALSE(found.is_empty());
    EXPECT_EQ(found.enrolled, std::vector<PersonId>{learner});
    EXPECT_EQ(found.finished, std::vector<PersonId>{graduate});
    EXPECT_EQ(found.recommended, (std::vector<PersonId>{learner, graduate}));
    EXPECT_EQ(found.required_by, std::vector<CourseId>{follower});
}

TEST(dependants, a_role_names_who_has_it) {
    State state;
    RoleId const role{{1}};
    state.people.people[PersonId{{2}}].role = role;
    state.people.people[PersonId{{3}}].role = RoleId{{9}};
    EXPECT_EQ(dependants_of(state, role), std::vector<PersonId>{PersonId{{2}}});
    EXPECT_TRUE(dependants_of(state, RoleId{{4}}).empty());
}

}  // namespace
}  // namespace zhitu::app
