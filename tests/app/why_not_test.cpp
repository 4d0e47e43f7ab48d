#include "app/why_not.h"

#include <gtest/gtest.h>

#include "app/firm.h"

namespace zhitu::app {
namespace {

using learning::EnrolmentStatus;
using test::Firm;

Standing standing(Firm const& firm, int course) {
    return why_not(firm.state, firm.anna, Firm::course(course)).standing;
}

TEST(why_not, says_where_a_course_stands) {
    Firm firm;
    firm.need(1, 2, 500'000);
    firm.need(2, 1, 900'000);
    firm.teaches(1, 1, {0, 2});
    firm.teaches(2, 9, {0, 2});
    firm.teaches(3, 1, {0, 1});
    firm.teaches(4, 1, {0, 1});
    firm.takes(3, EnrolmentStatus::enrolled);
    firm.state.learning.dismissals[firm.anna][Firm::course(4)] = {};
    EXPECT_EQ(standing(firm, 1), Standing::listed);
    EXPECT_EQ(standing(firm, 2), Standing::closes_nothing);
    EXPECT_EQ(standing(firm, 3), Standing::taken);
    EXPECT_EQ(standing(firm, 4), Standing::dismissed);
    EXPECT_EQ(standing(firm, 5), Standing::no_course);
    WhyNot const nobody = why_not(firm.state, PersonId{}, Firm::course(1));
    EXPECT_EQ(nobody.standing, Standing::no_list);
    EXPECT_EQ(nobody.status, AdviceStatus::no_person);
    WhyNot const second = why_not(firm.state, firm.anna, Firm::course(2));
    EXPECT_EQ(second.skills_lacking, (std::vector<SkillId>{Firm::skill(1), Firm::skill(2)}));
    EXPECT_EQ(second.rank, 0u);
    EXPECT_FALSE(second.comparison);
}

TEST(why_not, the_top_has_nothing_above_it) {
    Firm firm;
    firm.need(1, 1, 500'000);
    firm.teaches(1, 1, {0, 1});
    WhyNot const top = why_not(firm.state, firm.anna, Firm::course(1));
    EXPECT_EQ(top.rank, 1u);
    EXPECT_FALSE(top.comparison);
}

// Three alike but for the rating: 1 has 4.0, 2 has 3.0, 3 has 2.0.
struct Rated : Firm {
    Rated() {
        need(1, 1, 500'000);
        for (int number = 1; number <= 3; ++number) {
            catalog::Course& made = teaches(number, 1, {0, 1});
            made.rating_millionths = (5 - number) * limits::million;
            made.rating_count = 20;
        }
    }
};

TEST(why_not, compares_term_by_term_with_the_course_above_or_with_any) {
    Rated const firm;
    WhyNot const last = why_not(firm.state, firm.anna, Firm::course(3));
    ASSERT_TRUE(last.comparison);
    EXPECT_EQ(last.rank, 3u);
    EXPECT_EQ(last.comparison->other, Firm::course(2));
    ASSERT_EQ(last.comparison->terms.size(), recommend::terms_count);
    double sum = 0;
    for (TermPair const& pair : last.comparison->terms) sum += pair.difference();
    EXPECT_NEAR(sum, last.comparison->mine_score - last.comparison->other_score, 1e-12);
    EXPECT_NEAR(last.comparison->terms[2].difference(), -0.12 * 0.1, 1e-9);

    WhyNot const chosen = why_not(firm.state, firm.anna, Firm::course(3), Firm::course(1));
    EXPECT_EQ(chosen.comparison->other_rank, 1u);
    WhyNot const below = why_not(firm.state, firm.anna, Firm::course(1), Firm::course(3));
    ASSERT_TRUE(below.comparison);
    EXPECT_TRUE(below.comparison->flips.empty());  // above already
    EXPECT_FALSE(why_not(firm.state, firm.anna, Firm::course(1), Firm::course(1)).comparison);
}

// Equal ratings tie, and the tie goes to the smaller id: one millionth more than 3.0 is needed,
// which a rounding to billionths can tell.
TEST(why_not, the_smallest_flip_of_a_rating_is_just_above_the_others) {
    Rated const firm;
    WhyNot const last = why_not(firm.state, firm.anna, Firm::course(3));
    ASSERT_EQ(last.comparison->flips.size(), 1u);
    Flip const& flip = last.comparison->flips[0];
    EXPECT_EQ(flip.lever, Lever::rating);
    EXPECT_EQ(flip.from, 2'000'000);
    EXPECT_EQ(flip.to, 3'000'001);
    EXPECT_NEAR(flip.size, 0.1, 1e-6);
}

TEST(why_not, who_waits_for_a_better_course_can_take_that_first) {
    Firm firm;
    firm.need(1, 2, 900'000);
    firm.need(2, 1, 100'000);
    firm.teaches(1, 2, {0, 1});
    firm.teaches(2, 1, {0, 2}).prerequisites = {Firm::course(1)};
    WhyNot const waiting = why_not(firm.state, firm.anna, Firm::course(2));
    ASSERT_TRUE(waiting.comparison);
    EXPECT_TRUE(waiting.comparison->is_behind_prerequisites);
    EXPECT_EQ(waiting.prerequisites_missing, std::vector<CourseId>{Firm::course(1)});
    bool is_named = false;
    for (Flip const& flip : waiting.comparison->flips) {
        is_named |= flip.lever == Lever::prerequisite && flip.prerequisite == Firm::course(1);
    }
    EXPECT_TRUE(is_named);
}

// The same in everything but the id: neither price nor rating can help where both are at their
// best, and what the person needs moves both alike.
TEST(why_not, where_no_single_change_helps_there_is_none) {
    Firm firm;
    firm.need(1, 1, 500'000);
    for (int const number : {1, 2}) {
        catalog::Course& made = firm.teaches(number, 1, {0, 1});
        made.rating_millionths = 5 * limits::million;
        made.rating_count = 20;
    }
    WhyNot const second = why_not(firm.state, firm.anna, Firm::course(2));
    ASSERT_TRUE(second.comparison);
    EXPECT_TRUE(second.comparison->flips.empty());
}

}  // namespace
}  // namespace zhitu::app
