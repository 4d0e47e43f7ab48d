#include "assessment/assessment.h"

#include <gtest/gtest.h>

#include "support/scribe.h"

namespace zhitu::assessment {
namespace {

TEST(assessment, every_grade_has_a_word_of_its_own) {
    for (Grade grade : grades) EXPECT_EQ(grade_from_word(to_word(grade)), grade);
    EXPECT_FALSE(grade_from_word("优秀").has_value());
    EXPECT_FALSE(is_pass(Grade::fail));
    EXPECT_TRUE(is_pass(Grade::fair));
    EXPECT_LT(Grade::fair, Grade::average);  // 一般 below 中等
}

TEST(assessment, results_stand_by_date_and_bad_ones_are_passed_over) {
    test::Scribe scribe;
    State state;
    PersonId const person{natural_id("test_person", "li.si")};
    CourseId const course{natural_id("course", "c3")};
    ResultRecorded const late{course, Grade::good, "2026-10-01", "S0-4.3"};
    ResultRecorded const early{course, Grade::fail, "2026-03-01", ""};
    vault::Op bad = event_op(person, late);
    bad.value.set("grade", Json("superb"));
    for (auto const& key : scribe.write({event_op(person, late), bad, event_op(person, early)})) {
        apply(state, key, scribe.ledger.find(key));
    }
    ASSERT_EQ(state.results[person].size(), 2u);
    EXPECT_EQ(state.results[person][0], early);
    EXPECT_EQ(state.results[person][1], late);
    EXPECT_EQ(results_in(state, person, course), state.results[person]);
    EXPECT_TRUE(results_in(state, person, CourseId{natural_id("course", "c4")}).empty());
}

}  // namespace
}  // namespace zhitu::assessment
