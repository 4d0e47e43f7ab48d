#include "app/own_list.h"

#include <gtest/gtest.h>

#include "app/firm.h"
#include "app/source_case.h"

namespace zhitu::app {
namespace {

using learning::EnrolmentStatus;
using people::EvidenceKind;
using test::Firm;

// Skill 1 is wanted to 2. Courses 1 (0 -> 1, best for who knows nothing), 2 (0 -> 2), 3 teaches
// nothing wanted; 3 is the most popular, then 2.
struct Past : Firm {
    Past() {
        need(1, 2, 500'000);
        teaches(1, 1, {0, 1});
        teaches(2, 1, {0, 2});
        teaches(3, 9, {0, 1}).popularity_millionths = 900'000;
        state.catalog.courses[course(2)].popularity_millionths = 100'000;
    }
    PersonId add_person(int number) {
        PersonId const id{raw(1, number)};
        state.people.people[id].role = role;
        return id;
    }
    void enrol(PersonId who, int number, EnrolmentStatus status, char const* first) {
        state.learning.enrolments[who][course(number)] = {status, first, first, {}};
    }
};

TEST(own_list, counts_what_was_taken_against_what_would_have_been_said) {
    Past past;
    ASSERT_EQ(past.advised(), (std::vector<int>{2, 1}));
    PersonId const bert = past.add_person(2);
    past.enrol(past.anna, 2, EnrolmentStatus::enrolled, "2026-02-01");
    past.enrol(bert, 3, EnrolmentStatus::finished, "2026-02-01");
    past.enrol(bert, 1, EnrolmentStatus::finished, "2026-03-01");
    past.enrol(past.add_person(3), 1, EnrolmentStatus::withdrawn, "2026-02-01");

    OwnListReport const at_1 = evaluate_own_list(past.state, 1);
    EXPECT_EQ(at_1.people_count, 2u);
    EXPECT_EQ(at_1.listed_people_count, 2u);
    EXPECT_EQ(at_1.enrolments_count, 3u);
    EXPECT_EQ(at_1.courses_count, 3u);
    EXPECT_TRUE(at_1.is_few());
    EXPECT_EQ(at_1.advice.pairs.hits_count, 1u);  // anna's
    EXPECT_DOUBLE_EQ(at_1.advice.pairs.precision.value(), 0.5);
    EXPECT_DOUBLE_EQ(at_1.advice.pairs.recall.value(), 1.0 / 3);
    EXPECT_DOUBLE_EQ(at_1.advice.pairs.f1.value(), 0.4);
    EXPECT_DOUBLE_EQ(at_1.advice.people.recall.value(), 0.5);
    EXPECT_EQ(at_1.advice.courses_listed, 1u);
    EXPECT_EQ(at_1.popular.pairs.hits_count, 1u);  // bert's

    OwnListReport const at_2 = evaluate_own_list(past.state, 2);
    EXPECT_EQ(at_2.advice.pairs.recommended_count, 4u);
    EXPECT_EQ(at_2.advice.pairs.hits_count, 2u);
    EXPECT_EQ(at_2.popular.pairs.hits_count, 2u);  // courses 3 and 2
    EXPECT_EQ(at_2.popular.courses_listed, 2u);
}

TEST(own_list, what_was_learned_later_does_not_help_the_list) {
    Past past;
    past.enrol(past.anna, 2, EnrolmentStatus::finished, "2026-02-01");
    past.knows(1, 2, EvidenceKind::test);  // dated 2026-01-01
    EXPECT_EQ(evaluate_own_list(past.state, 5).advice.pairs.recommended_count, 0u);
    EXPECT_EQ(evaluate_own_list(past.state, 5).listed_people_count, 0u);
    past.state.people.evidence[past.anna][0].on = "2026-02-01";
    EXPECT_EQ(evaluate_own_list(past.state, 5).advice.pairs.hits_count, 1u);
    past.state.people.evidence[past.anna][0].on = "2026-01-01";
    past.enrol(past.anna, 1, EnrolmentStatus::enrolled, "");  // who knows when
    EXPECT_EQ(evaluate_own_list(past.state, 5).advice.pairs.hits_count, 2u);
}

TEST(own_list, people_whose_statements_are_all_later_are_counted) {
    Past past;
    past.enrol(past.anna, 2, EnrolmentStatus::finished, "2025-12-01");
    EXPECT_EQ(evaluate_own_list(past.state, 5).late_people_count, 0u);  // nothing is said at all
    past.knows(1, 2, EvidenceKind::self);  // dated 2026-01-01, as of an import
    EXPECT_EQ(evaluate_own_list(past.state, 5).late_people_count, 1u);
    past.enrol(past.anna, 2, EnrolmentStatus::finished, "2026-02-01");
    EXPECT_EQ(evaluate_own_list(past.state, 5).late_people_count, 0u);
}

TEST(own_list, an_enrolment_of_the_source_case_is_none_of_the_companys) {
    Past past;
    past.enrol(past.anna, 1, EnrolmentStatus::finished, "2026-02-01");
    past.enrol(past.anna, 2, EnrolmentStatus::finished, "2026-02-01");
    EXPECT_EQ(evaluate_own_list(past.state, 5).enrolments_count, 2u);
    past.state.assessment.results[past.anna] = {
        {Firm::course(1), assessment::Grade::good, "2026-02-01", source_case_label}};
    EXPECT_EQ(evaluate_own_list(past.state, 5).enrolments_count, 1u);
    RawId const id = learning::recommendation_id(past.anna, Firm::course(2));
    past.state.learning.recommendations[id] = {past.anna, Firm::course(2), 1, source_case_label};
    EXPECT_EQ(evaluate_own_list(past.state, 5).people_count, 0u);
}

TEST(own_list, without_enrolments_there_is_nothing_to_measure) {
    Past past;
    OwnListReport const report = evaluate_own_list(past.state, 10);
    EXPECT_EQ(report.people_count, 0u);
    EXPECT_FALSE(report.advice.pairs.precision || report.popular.pairs.precision);
    EXPECT_EQ(evaluate_own_list(State{}, 10).courses_count, 0u);
}

TEST(own_list, one_person_alone_is_measured) {
    Past past;
    past.enrol(past.anna, 2, EnrolmentStatus::enrolled, "2026-02-01");
    OwnListReport const report = evaluate_own_list(past.state, 1);
    EXPECT_EQ(report.people_count, 1u);
    EXPECT_EQ(report.advice.pairs.precision, 1.0);
    EXPECT_EQ(report.advice.people.f1, 1.0);
    EXPECT_EQ(report.popular.pairs.f1, 0.0);
}

TEST(own_list, enough_people_are_thirty) {
    Past past;
    for (int number = 2; number <= 30; ++number) {
        past.enrol(past.add_person(number), 1, EnrolmentStatus::enrolled, "2026-02-01");
    }
    EXPECT_TRUE(evaluate_own_list(past.state, 1).is_few());
    past.enrol(past.anna, 1, EnrolmentStatus::enrolled, "2026-02-01");
    EXPECT_FALSE(evaluate_own_list(past.state, 1).is_few());
}

TEST(own_list, reports_by_k_are_the_reports_of_each_k) {
    Past past;
    past.enrol(past.anna, 1, EnrolmentStatus::enrolled, "2026-02-01");
    auto const reports = own_list_by_k(past.state, 3);
    ASSERT_EQ(reports.size(), 3u);
    for (std::size_t k = 1; k <= 3; ++k) {
        OwnListReport const alone = evaluate_own_list(past.state, k);
        EXPECT_EQ(reports[k - 1].k, k);
        EXPECT_EQ(reports[k - 1].advice.pairs.recommended_count,
                  alone.advice.pairs.recommended_count);
        EXPECT_EQ(reports[k - 1].advice.pairs.f1, alone.advice.pairs.f1);
        EXPECT_EQ(reports[k - 1].popular.pairs.f1, alone.popular.pairs.f1);
    }
    EXPECT_EQ(reports[0].advice.pairs.hits_count, 0u);  // course 2 stands first
    EXPECT_EQ(reports[1].advice.pairs.hits_count, 1u);
}

}  // namespace
}  // namespace zhitu::app
