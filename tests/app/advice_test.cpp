#include "app/advice.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/firm.h"
#include "app/source_case_fixture.h"

namespace zhitu::app {
namespace {

using learning::EnrolmentStatus;
using people::EvidenceKind;
using test::Firm;
using test::SourceCaseFixture;

using test::all;

std::size_t place_of(AdviceList const& list, CourseId course) {
    auto const found = std::find_if(list.items.begin(), list.items.end(),
                                    [&](Advice const& one) { return one.course == course; });
    return static_cast<std::size_t>(found - list.items.begin());
}

TEST(advice, who_knows_no_distributed_architecture_begins_at_the_beginning) {
    for (bool const is_reversed : {false, true}) {
        SourceCaseFixture const fixture(is_reversed);
        AdviceList const list = advise(fixture.state, fixture.person(5), all);
        ASSERT_EQ(list.status, AdviceStatus::ok);
        std::size_t const introduction = place_of(list, fixture.course(1));
        std::size_t const advanced = place_of(list, fixture.course(2));
        ASSERT_LT(advanced, list.items.size());
        EXPECT_LT(introduction, advanced);
        EXPECT_EQ(list.items[advanced].prerequisites_missing, fixture.courses({1}));
    }
}

TEST(advice, the_gap_is_sorted_by_priority_then_weight_then_id) {
    Firm firm;
    firm.need(1, 1, 400'000);  // gap 1: priority .4
    firm.need(2, 2, 200'000);  // gap 2: priority .4, smaller weight
    firm.need(3, 3, 300'000);  // gap 3: priority .9
    firm.need(5, 1, 400'000);  // as 1
    firm.need(4, 1, 900'000);  // no gap
    firm.knows(4, 2);
    std::vector<int> order;
    for (GapRow const& row : gap_of(firm.state, firm.anna)) order.push_back(row.skill.raw[15]);
    EXPECT_EQ(order, (std::vector<int>{3, 1, 5, 2, 4}));
}

TEST(advice, a_gap_row_says_what_its_level_rests_on) {
    Firm firm;
    firm.need(1, 3, 500'000);
    firm.need(2, 2, 100'000);
    firm.knows(1, 3, EvidenceKind::self);
    firm.knows(1, 1, EvidenceKind::test);
    auto const rows = gap_of(firm.state, firm.anna);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].level, 1);
    EXPECT_EQ(rows[0].gap(), 2);
    EXPECT_EQ(rows[0].priority_millionths(), 1'000'000);
    ASSERT_TRUE(rows[0].evidence.has_value());
    EXPECT_EQ(rows[0].evidence->kind, EvidenceKind::test);
    EXPECT_EQ(rows[1].level, 0);
    EXPECT_FALSE(rows[1].evidence.has_value());
}

TEST(advice, who_has_no_role_has_no_gap) {
    Firm firm;
    EXPECT_TRUE(gap_of(firm.state, firm.anna).empty());
    EXPECT_TRUE(gap_of(firm.state, PersonId{}).empty());
}

TEST(advice, says_why_there_is_no_list) {
    Firm firm;
    EXPECT_EQ(advise(firm.state, PersonId{}, all).status, AdviceStatus::no_person);
    EXPECT_EQ(advise(firm.state, firm.anna, all).status, AdviceStatus::no_role);
    firm.need(1, 1, 500'000);
    EXPECT_EQ(advise(firm.state, firm.anna, all).status, AdviceStatus::no_course);
    firm.teaches(1, 2, {0, 1});
    EXPECT_EQ(advise(firm.state, firm.anna, all).status, AdviceStatus::nothing_fits);
    firm.teaches(2, 1, {0, 1});
    EXPECT_EQ(advise(firm.state, firm.anna, all).status, AdviceStatus::ok);
    firm.knows(1, 1);
    EXPECT_EQ(advise(firm.state, firm.anna, all).status, AdviceStatus::no_gap);
}

TEST(advice, counts_what_it_rests_on) {
    Firm firm;
    firm.need(1, 2, 500'000);
    firm.teaches(1, 1, {0, 1});
    firm.teaches(2, 9, {0, 1});
    EXPECT_EQ(advise(firm.state, firm.anna, all).evidence_count, 0u);  // a cold start
    EXPECT_TRUE(advise(firm.state, firm.anna, all).has_no_statements);
    firm.knows(1, 1);
    EXPECT_FALSE(advise(firm.state, firm.anna, all).has_no_statements);
    firm.knows(1, 1, EvidenceKind::manager);
    firm.knows(9, 1);  // nobody asks for it
    AdviceList const list = advise(firm.state, firm.anna, all);
    EXPECT_EQ(list.evidence_count, 2u);
    EXPECT_EQ(list.courses_count, 2u);
}

TEST(advice, taken_courses_are_left_out_and_withdrawn_ones_come_back) {
    Firm firm;
    firm.need(1, 1, 500'000);
    for (int course = 1; course <= 3; ++course) firm.teaches(course, 1, {0, 1});
    firm.takes(1, EnrolmentStatus::enrolled);
    firm.takes(2, EnrolmentStatus::finished);
    firm.takes(3, EnrolmentStatus::withdrawn);
    EXPECT_EQ(firm.advised(), std::vector<int>{3});
    EXPECT_EQ(advise(firm.state, firm.anna, all).courses_count, 1u);
    firm.takes(3, EnrolmentStatus::enrolled);
    EXPECT_EQ(advise(firm.state, firm.anna, all).status, AdviceStatus::nothing_fits);
}

TEST(advice, equal_courses_stand_by_id) {
    Firm firm;
    firm.need(1, 1, 500'000);
    for (int const course : {4, 2, 9, 7}) firm.teaches(course, 1, {0, 1});
    EXPECT_EQ(firm.advised(), (std::vector<int>{2, 4, 7, 9}));
}

TEST(advice, where_everybody_and_everything_is_the_same_the_id_decides) {
    Firm firm;
    firm.need(1, 2, 500'000);
    for (int number = 9; number >= 1; --number) firm.teaches(number, 1, {0, 2});
    for (int number = 2; number <= 5; ++number) {
        firm.state.people.people[PersonId{Firm::raw(1, number)}].role = firm.role;
    }
    std::vector<int> const by_id{1, 2, 3, 4, 5, 6, 7, 8, 9};
    for (auto const& [person, facts] : firm.state.people.people) {
        std::vector<int> order;
        for (Advice const& advice : advise(firm.state, person, all).items) {
            order.push_back(advice.course.raw[15]);
        }
        EXPECT_EQ(order, by_id);
    }
}

TEST(advice, a_shorter_list_is_the_beginning_of_the_longer) {
    Firm firm;
    firm.need(1, 3, 500'000);
    for (int course = 1; course <= 6; ++course) firm.teaches(course, 1, {0, 1 + course % 3});
    firm.state.catalog.courses[Firm::course(2)].prerequisites = {Firm::course(3)};
    std::vector<int> const whole = firm.advised();
    for (std::size_t count = 0; count <= whole.size(); ++count) {
        std::vector<int> const start(whole.begin(),
                                     whole.begin() + static_cast<std::ptrdiff_t>(count));
        EXPECT_EQ(firm.advised(count), start);
    }
}

TEST(advice, a_synonym_covers_the_need_as_far_as_it_is_certain) {
    Firm firm;
    firm.need(1, 1, 500'000);
    firm.state.catalog.skills[Firm::skill(1)].synonyms[Firm::skill(2)] = {400'000};
    firm.teaches(1, 2, {0, 1});
    firm.teaches(2, 1, {0, 1});
    AdviceList const list = advise(firm.state, firm.anna, all);
    ASSERT_EQ(list.items.size(), 2u);
    EXPECT_EQ(list.items[0].course, Firm::course(2));
    EXPECT_NEAR(list.items[0].scored.contributions[0].value, 0.45, 1e-9);
    EXPECT_NEAR(list.items[1].scored.contributions[0].value, 0.45 * 0.4, 1e-9);
    EXPECT_EQ(list.items[1].gaps_closed, std::vector<SkillId>{Firm::skill(1)});
}

TEST(advice, a_synonym_counts_in_its_own_direction_only) {
    Firm firm;
    firm.need(1, 1, 500'000);
    firm.state.catalog.skills[Firm::skill(2)].synonyms[Firm::skill(1)] = {1'000'000};
    firm.state.catalog.skills[Firm::skill(1)].synonyms[Firm::skill(3)] = {0};
    firm.teaches(1, 2, {0, 1});
    firm.teaches(2, 3, {0, 1});
    EXPECT_EQ(advise(firm.state, firm.anna, all).status, AdviceStatus::nothing_fits);
}

TEST(advice, names_the_gaps_a_course_closes_most_urgent_first) {
    Firm firm;
    firm.need(1, 1, 200'000);
    firm.need(2, 1, 800'000);
    firm.need(3, 1, 500'000);
    firm.knows(3, 1);
    firm.teaches(1, 1, {0, 1});
    firm.teaches(1, 2, {0, 1});
    firm.teaches(1, 3, {0, 1});
    AdviceList const list = advise(firm.state, firm.anna, all);
    ASSERT_EQ(list.items.size(), 1u);
    EXPECT_EQ(list.items[0].gaps_closed, (std::vector<SkillId>{Firm::skill(2), Firm::skill(1)}));
}

TEST(advice, known_facts_of_a_course_reach_the_score) {
    Firm firm;
    firm.need(1, 1, 500'000);
    catalog::Course& rated = firm.teaches(1, 1, {0, 1});
    rated.rating_millionths = 4'000'000;
    rated.rating_count = 10;
    rated.popularity_millionths = 250'000;
    catalog::Course& used = firm.teaches(2, 1, {0, 1});
    used.learners_count = 100;
    AdviceList const list = advise(firm.state, firm.anna, all);
    ASSERT_EQ(list.items.size(), 2u);
    auto const& of_used = list.items[0].scored.contributions;
    EXPECT_NEAR(of_used[2].value, 0.12 * 0.8, 1e-9);
    EXPECT_FALSE(of_used[2].is_known);
    EXPECT_NEAR(of_used[3].value, 0.08, 1e-9);
    auto const& of_rated = list.items[1].scored.contributions;
    EXPECT_NEAR(of_rated[2].value, 0.12 * 0.8, 1e-9);
    EXPECT_TRUE(of_rated[2].is_known);
    EXPECT_NEAR(of_rated[3].value, 0.02, 1e-9);
}

// Course 2 is the better one, but builds on course 1.
struct Stairs : Firm {
    Stairs() {
        need(1, 2, 900'000);
        need(2, 1, 100'000);
        teaches(1, 2, {0, 1});
        teaches(2, 1, {0, 2});
        teaches(3, 1, {0, 1});
        state.catalog.courses[course(2)].prerequisites = {course(1)};
    }
};

TEST(advice, a_course_stands_behind_its_missing_prerequisite) {
    Stairs stairs;
    EXPECT_EQ(stairs.advised(), (std::vector<int>{3, 1, 2}));
}

TEST(advice, a_prerequisite_taken_is_met) {
    for (auto const status : {EnrolmentStatus::enrolled, EnrolmentStatus::finished}) {
        Stairs stairs;
        stairs.takes(1, status);
        AdviceList const list = advise(stairs.state, stairs.anna, all);
        ASSERT_EQ(list.items.size(), 2u);
        EXPECT_EQ(list.items[0].course, Firm::course(2));
        EXPECT_TRUE(list.items[0].prerequisites_missing.empty());
        EXPECT_EQ(list.items[0].scored.contributions[5].value, 0);
    }
}

TEST(advice, who_knows_what_a_prerequisite_teaches_need_not_take_it) {
    Stairs stairs;
    stairs.knows(2, 1);
    EXPECT_EQ(stairs.advised(), (std::vector<int>{2, 3}));
    EXPECT_TRUE(advise(stairs.state, stairs.anna, all).items[0].prerequisites_missing.empty());
}

TEST(advice, half_of_what_a_prerequisite_teaches_is_not_enough) {
    Stairs stairs;
    stairs.teaches(1, 3, {0, 2});
    stairs.knows(2, 1);
    stairs.knows(3, 1);
    auto const list = advise(stairs.state, stairs.anna, all);
    std::size_t const place = place_of(list, Firm::course(2));
    EXPECT_EQ(list.items[place].prerequisites_missing, std::vector<CourseId>{Firm::course(1)});
    EXPECT_NEAR(list.items[place].scored.contributions[5].value, -0.12, 1e-9);
}

TEST(advice, a_prerequisite_that_left_the_catalog_asks_nothing) {
    Stairs stairs;
    stairs.state.catalog.courses.erase(Firm::course(1));
    EXPECT_EQ(stairs.advised(), (std::vector<int>{2, 3}));
}

TEST(advice, a_prerequisite_that_closes_no_gap_is_named_but_not_listed) {
    Stairs stairs;
    stairs.teaches(4, 9, {0, 1});
    stairs.state.catalog.courses[Firm::course(2)].prerequisites = {Firm::course(4)};
    AdviceList const list = advise(stairs.state, stairs.anna, all);
    EXPECT_EQ(list.items.size(), 3u);
    EXPECT_EQ(list.items[0].course, Firm::course(2));
    EXPECT_EQ(list.items[0].prerequisites_missing, std::vector<CourseId>{Firm::course(4)});
}

TEST(advice, a_circle_of_prerequisites_still_gives_every_course_once) {
    Firm firm;
    firm.need(1, 1, 500'000);
    for (int course = 1; course <= 4; ++course) {
        firm.teaches(course, 1, {0, 1}).prerequisites = {Firm::course(course % 3 + 1)};
    }
    EXPECT_EQ(firm.advised(), (std::vector<int>{1, 3, 2, 4}));
}

TEST(advice, popular_courses_start_at_the_threshold_best_first) {
    SourceCaseFixture fixture;
    EXPECT_EQ(popular_courses(fixture.state, 500'000), fixture.courses({3, 1, 4, 2, 6}));
    EXPECT_EQ(popular_courses(fixture.state, 0).size(), 6u);
    EXPECT_TRUE(popular_courses(fixture.state, 900'001).empty());
    fixture.state.catalog.courses[fixture.course(7)];  // popularity unknown
    EXPECT_EQ(popular_courses(fixture.state, 0).size(), 6u);
    fixture.state.catalog.courses[fixture.course(4)].popularity_millionths = 800'000;
    EXPECT_EQ(popular_courses(fixture.state, 800'000), fixture.courses({3, 1, 4}));
}

}  // namespace
}  // namespace zhitu::app
