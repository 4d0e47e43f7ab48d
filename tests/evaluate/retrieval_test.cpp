#include "evaluate/retrieval.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace zhitu::evaluate {
namespace {

std::vector<Pair> const four = {{1, 1}, {1, 2}, {2, 1}, {3, 7}};

// 4 recommended, 3 relevant, 2 in both: 2/4, 2/3, 2 x .5 x .666667 / 1.166667 = 4/7.
TEST(retrieval, metrics_are_as_computed_by_hand) {
    std::vector<Pair> const relevant = {{2, 1}, {3, 7}, {3, 8}};
    SetMetrics const metrics = set_metrics(four, relevant);
    EXPECT_EQ(metrics.recommended_count, 4u);
    EXPECT_EQ(metrics.relevant_count, 3u);
    EXPECT_EQ(metrics.hits_count, 2u);
    EXPECT_DOUBLE_EQ(metrics.precision.value(), 0.5);
    EXPECT_DOUBLE_EQ(metrics.recall.value(), 2.0 / 3);
    EXPECT_DOUBLE_EQ(metrics.f1.value(), 4.0 / 7);
}

TEST(retrieval, repeats_count_once_and_order_does_not_matter) {
    std::vector<Pair> const relevant = {{3, 7}, {2, 1}, {3, 8}, {2, 1}};
    std::vector<Pair> many = four;
    many.insert(many.end(), four.rbegin(), four.rend());
    SetMetrics const metrics = set_metrics(many, relevant);
    EXPECT_EQ(metrics.recommended_count, 4u);
    EXPECT_EQ(metrics.relevant_count, 3u);
    EXPECT_EQ(metrics.hits_count, 2u);
}

TEST(retrieval, the_same_item_of_another_user_is_no_hit) {
    std::vector<Pair> const relevant = {{7, 3}};
    EXPECT_EQ(set_metrics(four, relevant).hits_count, 0u);
}

TEST(retrieval, everything_right_is_one) {
    SetMetrics const metrics = set_metrics(four, four);
    EXPECT_EQ(metrics.precision, 1.0);
    EXPECT_EQ(metrics.recall, 1.0);
    EXPECT_EQ(metrics.f1, 1.0);
}

TEST(retrieval, without_hits_all_are_zero) {
    std::vector<Pair> const relevant = {{9, 9}};
    SetMetrics const metrics = set_metrics(four, relevant);
    EXPECT_EQ(metrics.precision, 0.0);
    EXPECT_EQ(metrics.recall, 0.0);
    EXPECT_EQ(metrics.f1, 0.0);
}

TEST(retrieval, an_empty_side_leaves_its_metric_empty) {
    SetMetrics const silent = set_metrics({}, four);
    EXPECT_FALSE(silent.precision.has_value());
    EXPECT_EQ(silent.recall, 0.0);
    EXPECT_FALSE(silent.f1.has_value());
    SetMetrics const unjudged = set_metrics(four, {});
    EXPECT_EQ(unjudged.precision, 0.0);
    EXPECT_FALSE(unjudged.recall.has_value());
    EXPECT_FALSE(unjudged.f1.has_value());
    SetMetrics const nothing = set_metrics({}, {});
    EXPECT_FALSE(nothing.precision || nothing.recall || nothing.f1);
}

TEST(retrieval, the_printed_loss_rewards_what_is_bad) {
    std::vector<Pair> const wrong = {{9, 9}};
    SetMetrics const good = set_metrics(four, four);
    SetMetrics const bad = set_metrics(wrong, four);
    LossWeights const weights;
    EXPECT_LT(loss_as_printed(bad, weights), loss_as_printed(good, weights));
    EXPECT_GT(loss_corrected(bad, weights), loss_corrected(good, weights));
}

// Recall 1/2 of weight .2, precision 1/4 of weight .3, F1 1/3 of weight .5.
TEST(retrieval, each_weight_meets_its_metric) {
    std::vector<Pair> const relevant = {{1, 1}, {9, 9}};
    SetMetrics const metrics = set_metrics(four, relevant);
    LossWeights const weights{0.2, 0.3, 0.5};
    EXPECT_NEAR(loss_as_printed(metrics, weights), 0.1 + 0.075 + 0.5 / 3, 1e-12);
    EXPECT_NEAR(loss_corrected(metrics, weights), 0.1 + 0.225 + 1.0 / 3, 1e-12);
}

TEST(retrieval, an_empty_metric_counts_as_zero_in_the_losses) {
    SetMetrics const nothing = set_metrics({}, {});
    EXPECT_EQ(loss_as_printed(nothing, LossWeights{}), 0);
    EXPECT_NEAR(loss_corrected(nothing, LossWeights{}), 1, 1e-12);
}

// User 1: one of two right, one of one found. User 2: no list. User 4: nothing relevant.
TEST(retrieval, means_over_users_are_as_computed_by_hand) {
    std::vector<Pair> const recommended = {{4, 7}, {1, 1}, {1, 2}, {1, 2}};
    std::vector<Pair> const relevant = {{2, 1}, {1, 2}, {2, 2}};
    MeanMetrics const means = mean_metrics(recommended, relevant);
    EXPECT_DOUBLE_EQ(means.precision.value(), (0.5 + 0) / 2);  // users 1 and 4
    EXPECT_DOUBLE_EQ(means.recall.value(), (1.0 + 0) / 2);     // users 1 and 2
    EXPECT_DOUBLE_EQ(means.f1.value(), (2.0 / 3 + 0) / 2);     // users 1 and 2
}

TEST(retrieval, where_there_is_nobody_there_is_no_mean) {
    MeanMetrics const means = mean_metrics({}, {});
    EXPECT_FALSE(means.precision || means.recall || means.f1);
    std::vector<Pair> const recommended = {{1, 1}};
    EXPECT_EQ(mean_metrics(recommended, {}).precision, 0.0);
    EXPECT_FALSE(mean_metrics(recommended, {}).f1);
}

}  // namespace
}  // namespace zhitu::evaluate
