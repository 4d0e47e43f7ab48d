#include "app/source_case.h"

#include <gtest/gtest.h>

#include "app/source_case_fixture.h"

namespace zhitu::app {
namespace {

using test::SourceCaseFixture;

// Every figure must hold whatever ids the records got.
class source_case_oracle : public ::testing::TestWithParam<bool> {
protected:
    SourceCaseFixture fixture{GetParam()};
    SourceCase made = source_case(fixture.state, evaluate::LossWeights{}).value();
};

struct Figures {
    Relevance relevance;
    std::uint64_t relevant_count;
    std::uint64_t recommended_count;
    std::uint64_t hits_count;
    double precision;
    double recall;
    double f1;
};

TEST_P(source_case_oracle, all_six_rows_are_those_of_the_table) {
    Figures const table[] = {
        {Relevance::taken, 6, 11, 4, 0.363636, 0.666667, 0.470588},
        {Relevance::taken_score_half, 6, 10, 3, 0.300000, 0.500000, 0.375000},
        {Relevance::taken_skill_table, 5, 11, 4, 0.363636, 0.800000, 0.500000},
        {Relevance::graded_good, 4, 11, 3, 0.272727, 0.750000, 0.400000},
        {Relevance::graded_good_skill_table, 3, 11, 3, 0.272727, 1.000000, 0.428571},
        {Relevance::graded_good_score_half, 4, 10, 3, 0.300000, 0.750000, 0.428571},
    };
    for (std::size_t row = 0; row < std::size(table); ++row) {
        SCOPED_TRACE(row);
        Figures const& expected = table[row];
        evaluate::SetMetrics const& metrics = made.rows[row].metrics;
        EXPECT_EQ(made.rows[row].relevance, expected.relevance);
        EXPECT_EQ(metrics.relevant_count, expected.relevant_count);
        EXPECT_EQ(metrics.recommended_count, expected.recommended_count);
        EXPECT_EQ(metrics.hits_count, expected.hits_count);
        EXPECT_NEAR(metrics.precision.value(), expected.precision, 1e-6);
        EXPECT_NEAR(metrics.recall.value(), expected.recall, 1e-6);
        EXPECT_NEAR(metrics.f1.value(), expected.f1, 1e-6);
    }
}

TEST_P(source_case_oracle, everybody_has_the_list_of_the_sources) {
    std::vector<std::vector<int>> const lists = {{3, 4}, {1, 6}, {3, 4, 6}, {1}, {4, 2, 5}, {}};
    ASSERT_EQ(made.people.size(), lists.size());
    for (std::size_t index = 0; index < lists.size(); ++index) {
        int const number = static_cast<int>(index) + 1;
        EXPECT_EQ(made.people[index].person, fixture.person(number));
        EXPECT_EQ(made.people[index].recommended, fixture.courses(lists[index])) << number;
        EXPECT_EQ(made.people[index].is_in_skill_table, number != 6);
    }
}

TEST_P(source_case_oracle, the_catalog_view_is_that_of_the_sources) {
    EXPECT_EQ(made.catalog_view, fixture.courses({3, 1, 4, 2, 6}));
}

TEST_P(source_case_oracle, grades_are_counted) {
    EXPECT_EQ(made.grades_count, (std::array<std::uint64_t, 5>{0, 1, 1, 3, 1}));
}

TEST_P(source_case_oracle, both_losses_are_those_of_the_oracle) {
    EXPECT_NEAR(made.loss_as_printed, 0.500297, 1e-6);
    EXPECT_NEAR(made.loss_corrected, 0.499703, 1e-6);
}

INSTANTIATE_TEST_SUITE_P(ids, source_case_oracle, ::testing::Bool());

TEST(source_case, the_weights_are_those_of_the_caller) {
    SourceCaseFixture const fixture;
    auto const made = source_case(fixture.state, evaluate::LossWeights{1, 0, 0}).value();
    EXPECT_NEAR(made.loss_as_printed, 0.666667, 1e-6);
    EXPECT_NEAR(made.loss_corrected, 0.333333, 1e-6);
}

TEST(source_case, without_the_label_there_is_no_case) {
    EXPECT_FALSE(source_case(State{}, evaluate::LossWeights{}).has_value());
    SourceCaseFixture fixture;
    for (auto& [id, record] : fixture.state.learning.recommendations) record.case_label = "";
    for (auto& [id, results] : fixture.state.assessment.results) results[0].case_label = "other";
    for (auto& [id, list] : fixture.state.people.evidence) list[0].case_label = "";
    EXPECT_FALSE(source_case(fixture.state, evaluate::LossWeights{}).has_value());
}

TEST(source_case, records_of_the_company_do_not_enter_the_case) {
    SourceCaseFixture fixture;
    State& state = fixture.state;
    CourseId const other = fixture.course(7);
    state.catalog.courses[other].popularity_millionths = 950'000;
    state.learning.recommendations[RawId{9}] = {fixture.person(1), other, 1'000'000, ""};
    state.assessment.results[fixture.person(1)].push_back(
        {fixture.course(4), assessment::Grade::excellent, "2026-11-01", ""});
    state.people.evidence[fixture.person(6)].push_back(
        {fixture.skill(1), 3, people::EvidenceKind::test, "2026-11-01", ""});
    auto const made = source_case(state, evaluate::LossWeights{}).value();
    EXPECT_EQ(made.rows[0].metrics.recommended_count, 11u);
    EXPECT_EQ(made.rows[0].metrics.relevant_count, 6u);
    EXPECT_EQ(made.catalog_view, fixture.courses({3, 1, 4, 2, 6}));
    EXPECT_FALSE(made.people[5].is_in_skill_table);
}

TEST(source_case, a_score_of_exactly_one_half_stays) {
    SourceCaseFixture fixture;
    for (auto& [id, record] : fixture.state.learning.recommendations) {
        record.score_millionths = 500'000;
    }
    auto const made = source_case(fixture.state, evaluate::LossWeights{}).value();
    EXPECT_EQ(made.rows[1].metrics.recommended_count, 11u);
}

TEST(source_case, equal_scores_stand_by_id) {
    SourceCaseFixture fixture;
    for (auto& [id, record] : fixture.state.learning.recommendations) {
        record.score_millionths = 700'000;
    }
    auto const made = source_case(fixture.state, evaluate::LossWeights{}).value();
    EXPECT_EQ(made.people[4].recommended, fixture.courses({2, 4, 5}));
}

TEST(source_case, one_table_row_alone_is_a_case_with_empty_metrics) {
    SourceCaseFixture fixture;
    fixture.state.learning.recommendations.clear();
    fixture.state.assessment.results.clear();
    auto const made = source_case(fixture.state, evaluate::LossWeights{}).value();
    EXPECT_EQ(made.people.size(), 5u);
    EXPECT_FALSE(made.rows[0].metrics.precision.has_value());
    EXPECT_TRUE(made.catalog_view.empty());
    EXPECT_EQ(made.loss_as_printed, 0);
}

}  // namespace
}  // namespace zhitu::app
