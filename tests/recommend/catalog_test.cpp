#include "recommend/catalog.h"

#include <gtest/gtest.h>

namespace zhitu::recommend {
namespace {

Item item_with(std::vector<FeatureLift> lifts) {
    Item item;
    item.lifts = std::move(lifts);
    return item;
}

TEST(catalog_of_items, finds_the_lifts_of_a_feature_in_order_of_the_items) {
    Catalog const catalog({item_with({{2, 0, 1, 1'000'000}, {0, 1, 3, 500'000}}), item_with({}),
                           item_with({{0, 0, 2, 250'000}, {0, 0, 1, 1'000'000}})});
    EXPECT_EQ(catalog.size(), 3u);
    EXPECT_EQ(catalog.features_count(), 3u);
    auto const postings = catalog.postings(0);
    ASSERT_EQ(postings.size(), 3u);
    EXPECT_EQ(postings[0].item, 0u);
    EXPECT_EQ(postings[0].from, 1);
    EXPECT_EQ(postings[0].to, 3);
    EXPECT_EQ(postings[0].certainty_millionths, 500'000u);
    EXPECT_EQ(postings[1].item, 2u);
    EXPECT_EQ(postings[2].item, 2u);
    EXPECT_TRUE(catalog.postings(1).empty());
    EXPECT_EQ(catalog.postings(2).size(), 1u);
    EXPECT_TRUE(catalog.postings(3).empty());
}

// Ratings 4 (20 times) and 5 (60 times): mean 4.5, so 4.25 and 4.875 of 5.
TEST(catalog_of_items, shrinks_ratings_to_the_mean_which_stands_in_for_none) {
    std::vector<Item> items(3);
    items[0].rating = 4;
    items[0].ratings_count = 20;
    items[1].rating = 5;
    items[1].ratings_count = 60;
    Catalog const catalog(items);
    EXPECT_NEAR(catalog.facts(0).quality, 0.85, 1e-12);
    EXPECT_NEAR(catalog.facts(1).quality, 0.975, 1e-12);
    EXPECT_NEAR(catalog.facts(2).quality, (0.85 + 0.975) / 2, 1e-12);
    EXPECT_TRUE(catalog.facts(1).is_quality_known);
    EXPECT_FALSE(catalog.facts(2).is_quality_known);
}

TEST(catalog_of_items, counts_users_on_a_logarithm_where_no_share_is_given) {
    std::vector<Item> items(4);
    items[0].users_count = 99;
    items[1].users_count = 9;
    items[2].users_count = 99;
    items[2].popularity = 0.25;
    Catalog const catalog(items);
    EXPECT_NEAR(catalog.facts(0).popularity, 1, 1e-12);
    EXPECT_NEAR(catalog.facts(1).popularity, 0.5, 1e-12);
    EXPECT_EQ(catalog.facts(2).popularity, 0.25);
    EXPECT_NEAR(catalog.facts(3).popularity, 1.75 / 3, 1e-12);
    EXPECT_FALSE(catalog.facts(3).is_popularity_known);
}

TEST(catalog_of_items, of_nothing_is_empty) {
    Catalog const catalog({});
    EXPECT_EQ(catalog.size(), 0u);
    EXPECT_TRUE(catalog.postings(0).empty());
}

}  // namespace
}  // namespace zhitu::recommend
