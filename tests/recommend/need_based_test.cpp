#include "recommend/need_based.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/env.h"
#include "recommend/checkerboard.h"

namespace zhitu::recommend {
namespace {

Item item_with(std::vector<FeatureLift> lifts) {
    Item item;
    item.lifts = std::move(lifts);
    return item;
}

Item rated_item(double rating, double count) {
    Item item = item_with({{0, 0, 1, 1'000'000}});
    item.rating = rating;
    item.ratings_count = count;
    return item;
}

Item used_item(double users) {
    Item item = item_with({{0, 0, 1, 1'000'000}});
    item.users_count = users;
    return item;
}

std::vector<ScoredItem> rank_all(User const& user, std::vector<Item> items) {
    Catalog const catalog(std::move(items));
    Ranker ranker(catalog);
    std::vector<ScoredItem> ranked;
    for (auto const& place : ranker.rank(user, catalog.size())) {
        ranked.push_back(ranker.explain(place.item));
        EXPECT_EQ(ranked.back().score, static_cast<double>(place.score_billionths) / 1e9);
    }
    return ranked;
}

std::vector<ScoredItem> rank_by_need(std::vector<FeatureNeed> needs, std::vector<Item> items) {
    User user;
    user.needs = std::move(needs);
    return rank_all(user, std::move(items));
}

std::vector<FeatureNeed> one_need(int level, int wanted) { return {{0, level, wanted, 1'000'000}}; }

Contribution part(ScoredItem const& scored, Reason reason) {
    return scored.contributions[static_cast<std::size_t>(reason)];
}

std::vector<std::uint32_t> order_of(std::vector<ScoredItem> const& ranked) {
    std::vector<std::uint32_t> items;
    for (ScoredItem const& scored : ranked) items.push_back(scored.item);
    return items;
}

// Any data within the contract, from a seed.
struct RandomCase {
    std::vector<FeatureNeed> needs;
    std::vector<Item> items;
};

FeatureLift random_lift(SimulatedEnv& env) {
    int const from = static_cast<int>(env.below(3));
    int const to = from + 1 + static_cast<int>(env.below(static_cast<std::uint64_t>(3 - from)));
    auto const certainty = static_cast<std::int64_t>(10'000 * (1 + env.below(100)));
    return {static_cast<std::uint32_t>(env.below(12)), from, to, certainty};
}

Item random_item(SimulatedEnv& env) {
    Item item;
    for (std::uint64_t lifts = env.below(6); lifts > 0; --lifts) {
        item.lifts.push_back(random_lift(env));
    }
    if (env.below(2) == 0) item.rating = static_cast<double>(env.below(51)) / 10;
    if (env.below(2) == 0) item.ratings_count = static_cast<double>(env.below(1000));
    if (env.below(2) == 0) item.users_count = static_cast<double>(env.below(1'000'000));
    if (env.below(3) == 0) item.popularity = static_cast<double>(env.below(101)) / 100;
    if (env.below(2) == 0) {
        item.price = Money{static_cast<std::int64_t>(env.below(400)),
                           static_cast<std::uint32_t>(env.below(2))};
    }
    return item;
}

RandomCase random_case(std::uint64_t seed) {
    SimulatedEnv env(seed);
    RandomCase made;
    for (std::uint32_t feature = 0; feature < 10; ++feature) {
        int const level = static_cast<int>(env.below(4));
        int const wanted = static_cast<int>(env.below(4));
        auto const weight = static_cast<std::int64_t>(10'000 * env.below(101));
        made.needs.push_back({feature, level, wanted, weight});
    }
    for (std::uint64_t items = env.below(40); items > 0; --items) {
        made.items.push_back(random_item(env));
    }
    return made;
}

TEST(need_based, an_item_closes_the_levels_that_both_have) {
    FeatureNeed const need{0, 0, 2, 1'000'000};
    EXPECT_EQ(levels_closed(need, {0, 0, 1, 1'000'000}), 1);
    EXPECT_EQ(levels_closed(need, {0, 0, 3, 1'000'000}), 2);
    EXPECT_EQ(levels_closed(need, {0, 1, 3, 1'000'000}), 1);
    EXPECT_EQ(levels_closed(need, {0, 2, 3, 1'000'000}), 0);
    FeatureNeed const learned{0, 2, 3, 1'000'000};
    EXPECT_EQ(levels_closed(learned, {0, 0, 2, 1'000'000}), 0);
    EXPECT_EQ(levels_closed(learned, {0, 0, 3, 1'000'000}), 1);
    FeatureNeed const met{0, 3, 1, 1'000'000};
    EXPECT_EQ(levels_closed(met, {0, 0, 3, 1'000'000}), 0);
}

// Two needs, 0 -> 2 of weight .9 and 1 -> 2 of weight .5; three items, worked by hand:
//   item 0  feature 0, 0 -> 1                gain .9   fit 1
//   item 1  feature 0, 1 -> 2; 1, 0 -> 3     gain .9 + .5, fit mean(.5 half, .5) = .375
//   item 2  feature 1, 1 -> 2, certainty .8  gain .4   fit 1
// ratings 4 (20 times), none, 5 (60 times): mean 4.5, qualities 4.25 and 4.875 of 5
TEST(need_based, scores_are_as_computed_by_hand) {
    std::vector<FeatureNeed> const needs = {{0, 0, 2, 900'000}, {1, 1, 2, 500'000}};
    std::vector<Item> items = {item_with({{0, 0, 1, 1'000'000}}),
                               item_with({{0, 1, 2, 1'000'000}, {1, 0, 3, 1'000'000}}),
                               item_with({{1, 1, 2, 800'000}})};
    items[0].rating = 4;
    items[0].ratings_count = 20;
    items[0].popularity = 0.8;
    items[1].users_count = 99;
    items[1].prerequisites = {0, 2};
    items[2].ends = {{1, 1}};  // the user stands there already
    items[2].rating = 5;
    items[2].ratings_count = 60;
    items[2].users_count = 9;
    items[0].price = Money{30, 7};
    items[1].price = Money{10, 8};  // another currency
    User user{needs, {{1, 1}}, {}, {}, Money{20, 7}};
    auto const ranked = rank_all(user, items);

    ASSERT_EQ(order_of(ranked), (std::vector<std::uint32_t>{0, 1, 2}));  // 1 waits for 0
    ScoredItem const& waiting = ranked[1];
    EXPECT_NEAR(part(waiting, Reason::gap).value, 0.45, 1e-9);
    EXPECT_NEAR(part(waiting, Reason::fit).value, 0.15 * 0.375, 1e-9);
    EXPECT_NEAR(part(waiting, Reason::quality).value, 0.12 * (0.85 + 0.975) / 2, 1e-9);
    EXPECT_FALSE(part(waiting, Reason::quality).is_known);
    EXPECT_NEAR(part(waiting, Reason::popularity).value, 0.08, 1e-9);
    EXPECT_EQ(part(waiting, Reason::price).value, 0);
    EXPECT_FALSE(part(waiting, Reason::price).is_known);
    EXPECT_NEAR(part(waiting, Reason::prerequisites).value, -0.06, 1e-9);
    EXPECT_EQ(part(waiting, Reason::prerequisites).term, -0.5);
    EXPECT_EQ(part(waiting, Reason::prerequisites).weight, 0.12);
    EXPECT_NEAR(waiting.score, 0.45 + 0.05625 + 0.1095 + 0.08 - 0.06, 1e-9);
    EXPECT_EQ(waiting.features_closed, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(waiting.prerequisites_missing, std::vector<std::uint32_t>{0});

    EXPECT_NEAR(part(ranked[0], Reason::gap).value, 0.45 * 0.9 / 1.4, 1e-9);
    EXPECT_NEAR(part(ranked[0], Reason::fit).value, 0.15, 1e-9);
    EXPECT_NEAR(part(ranked[0], Reason::quality).value, 0.12 * 0.85, 1e-9);
    EXPECT_NEAR(part(ranked[0], Reason::popularity).value, 0.08 * 0.8, 1e-9);
    EXPECT_NEAR(part(ranked[0], Reason::price).value, -0.04, 1e-9);  // half above the budget
    EXPECT_TRUE(part(ranked[0], Reason::price).is_known);

    EXPECT_NEAR(part(ranked[2], Reason::gap).value, 0.45 * 0.4 / 1.4, 1e-9);
    EXPECT_NEAR(part(ranked[2], Reason::quality).value, 0.12 * 0.975, 1e-9);
    EXPECT_NEAR(part(ranked[2], Reason::popularity).value, 0.08 * 0.5, 1e-9);  // log 10 / log 100
}

TEST(need_based, price_counts_against_the_budget_in_its_currency_only) {
    struct Row {
        std::optional<Money> price, budget;
        std::optional<double> term;
    };
    for (Row const& row :
         {Row{Money{0, 1}, Money{100, 1}, 1.0}, Row{Money{50, 1}, Money{100, 1}, 0.5},
          Row{Money{100, 1}, Money{100, 1}, 0.0}, Row{Money{150, 1}, Money{100, 1}, -0.5},
          Row{Money{200, 1}, Money{100, 1}, -1.0}, Row{Money{900, 1}, Money{100, 1}, -1.0},
          Row{Money{0, 1}, Money{0, 1}, 1.0}, Row{Money{1, 1}, Money{0, 1}, -1.0},
          Row{Money{50, 2}, Money{100, 1}, {}}, Row{Money{50, 1}, {}, {}},
          Row{{}, Money{100, 1}, {}}, Row{{}, {}, {}}}) {
        User user;
        user.needs = one_need(0, 1);
        user.budget = row.budget;
        std::vector<Item> items = {item_with({{0, 0, 1, 1'000'000}})};
        items[0].price = row.price;
        auto const ranked = rank_all(user, items);
        ASSERT_EQ(ranked.size(), 1u);
        Contribution const price = part(ranked[0], Reason::price);
        EXPECT_EQ(price.is_known, row.term.has_value());
        EXPECT_EQ(price.term, row.term.value_or(0));
        EXPECT_NEAR(price.value, 0.08 * row.term.value_or(0), 1e-9);
    }
}

TEST(need_based, fit_falls_with_the_distance_and_halves_above_the_user) {
    struct Row {
        int level, from, to;
        double fit;
    };
    for (Row const& row : {Row{0, 0, 1, 1.0}, Row{0, 0, 2, 0.5}, Row{0, 0, 3, 0.25},
                           Row{0, 1, 2, 0.25}, Row{0, 1, 3, 0.125}, Row{0, 2, 3, 0.125},
                           Row{1, 0, 2, 1.0}, Row{1, 2, 3, 0.25}, Row{2, 0, 3, 1.0}}) {
        std::vector<Item> const items = {item_with({{0, row.from, row.to, 1'000'000}})};
        auto const ranked = rank_by_need(one_need(row.level, 3), items);
        ASSERT_EQ(ranked.size(), 1u);
        EXPECT_NEAR(part(ranked[0], Reason::fit).value, 0.15 * row.fit, 1e-9)
            << row.level << ": " << row.from << " -> " << row.to;
    }
}

TEST(need_based, on_a_checkerboard_users_get_exactly_their_colour) {
    std::uint32_t const features = 20;
    auto const items = checkerboard_items(features);
    for (std::uint32_t user = 0; user < 4; ++user) {
        auto const ranked = rank_by_need(checkerboard_needs(user, features), items);
        std::vector<std::uint32_t> expected;  // all tie, so by index
        for (std::uint32_t item = user % 2; item < features; item += 2) expected.push_back(item);
        EXPECT_EQ(order_of(ranked), expected);
    }
}

TEST(need_based, equal_items_stand_by_index) {
    std::vector<Item> const items(5, item_with({{0, 0, 1, 1'000'000}}));
    EXPECT_EQ(order_of(rank_by_need(one_need(0, 1), items)),
              (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
}

TEST(need_based, nothing_needed_or_nothing_offered_gives_nothing) {
    std::vector<Item> const items = {item_with({{0, 0, 1, 1'000'000}})};
    EXPECT_TRUE(rank_by_need({}, items).empty());
    EXPECT_TRUE(rank_by_need(one_need(0, 1), {}).empty());
    EXPECT_TRUE(rank_by_need({}, {}).empty());
    EXPECT_TRUE(rank_by_need(one_need(2, 2), items).empty());
    std::vector<FeatureNeed> const unimportant = {{0, 0, 1, 0}};
    EXPECT_TRUE(rank_by_need(unimportant, items).empty());
}

TEST(need_based, features_nobody_asked_for_are_ignored) {
    std::vector<Item> const items = {item_with({{7, 0, 3, 1'000'000}}),
                                     item_with({{7, 0, 3, 1'000'000}, {0, 0, 1, 1'000'000}})};
    auto const ranked = rank_by_need(one_need(0, 1), items);
    ASSERT_EQ(order_of(ranked), std::vector<std::uint32_t>{1});
    EXPECT_NEAR(part(ranked[0], Reason::fit).value, 0.15, 1e-9);
}

// Nothing is required of anybody who may take it at once: the whole but for that term.
TEST(need_based, one_perfect_free_item_scores_all_it_can) {
    Item item = item_with({{0, 0, 1, 1'000'000}});
    item.rating = 5;
    item.popularity = 1;
    item.price = Money{0, 1};
    User user;
    user.needs = one_need(0, 1);
    user.budget = Money{5, 1};
    auto const ranked = rank_all(user, {item});
    ASSERT_EQ(ranked.size(), 1u);
    EXPECT_EQ(ranked[0].score, 0.88);
}

TEST(need_based, of_two_lifts_for_one_feature_the_greater_counts_in_either_order) {
    std::vector<FeatureLift> lifts = {{0, 0, 1, 1'000'000}, {0, 0, 2, 900'000}};
    std::vector<Item> const there = {item_with(lifts)};
    std::reverse(lifts.begin(), lifts.end());
    std::vector<Item> const back = {item_with(lifts)};
    auto const needs = one_need(0, 3);
    EXPECT_EQ(rank_by_need(needs, there)[0].score, rank_by_need(needs, back)[0].score);
    EXPECT_NEAR(part(rank_by_need(needs, there)[0], Reason::fit).value, 0.075, 1e-9);
    EXPECT_EQ(rank_by_need(needs, there)[0].features_closed, std::vector<std::uint32_t>{0});
}

TEST(need_based, unknown_rating_takes_the_mean_of_the_known_and_says_so) {
    std::vector<Item> items = {rated_item(5, 20), rated_item(3, 20),
                               item_with({{0, 0, 1, 1'000'000}})};
    auto const ranked = rank_by_need(one_need(0, 1), items);
    ASSERT_EQ(order_of(ranked), (std::vector<std::uint32_t>{0, 2, 1}));
    EXPECT_NEAR(part(ranked[0], Reason::quality).value, 0.12 * 0.9, 1e-9);
    EXPECT_NEAR(part(ranked[1], Reason::quality).value, 0.12 * 0.8, 1e-9);
    EXPECT_NEAR(part(ranked[2], Reason::quality).value, 0.12 * 0.7, 1e-9);
    EXPECT_TRUE(part(ranked[0], Reason::quality).is_known);
    EXPECT_FALSE(part(ranked[1], Reason::quality).is_known);
}

TEST(need_based, a_rating_without_a_count_is_one_rating) {
    std::vector<Item> const counted = {rated_item(5, 1), rated_item(3, 1)};
    std::vector<Item> bare = counted;
    for (Item& item : bare) item.ratings_count.reset();
    EXPECT_EQ(rank_by_need(one_need(0, 1), counted)[0].score,
              rank_by_need(one_need(0, 1), bare)[0].score);
}

TEST(need_based, unknown_popularity_takes_the_mean_of_the_known_and_says_so) {
    std::vector<Item> const items = {used_item(99), used_item(9),
                                     item_with({{0, 0, 1, 1'000'000}})};
    auto const ranked = rank_by_need(one_need(0, 1), items);
    ASSERT_EQ(order_of(ranked), (std::vector<std::uint32_t>{0, 2, 1}));
    EXPECT_NEAR(part(ranked[1], Reason::popularity).value, 0.06, 1e-9);
    EXPECT_FALSE(part(ranked[1], Reason::popularity).is_known);
    EXPECT_TRUE(part(ranked[2], Reason::popularity).is_known);
}

TEST(need_based, where_nothing_is_known_nothing_is_contributed) {
    std::vector<Item> const items(2, item_with({{0, 0, 1, 1'000'000}}));
    for (ScoredItem const& scored : rank_by_need(one_need(0, 1), items)) {
        for (Reason const reason : {Reason::quality, Reason::popularity}) {
            EXPECT_EQ(part(scored, reason).value, 0);
            EXPECT_FALSE(part(scored, reason).is_known);
        }
        EXPECT_NEAR(scored.score, 0.60, 1e-9);
    }
}

TEST(need_based, items_nobody_uses_are_known_to_be_unpopular) {
    std::vector<Item> const items = {used_item(0), used_item(0)};
    auto const ranked = rank_by_need(one_need(0, 1), items);
    EXPECT_EQ(part(ranked[0], Reason::popularity).value, 0);
    EXPECT_TRUE(part(ranked[0], Reason::popularity).is_known);
}

TEST(need_based, a_sum_below_zero_is_clipped_and_says_so) {
    std::vector<FeatureNeed> const needs = {{0, 0, 3, 1'000'000}, {1, 0, 3, 10'000}};
    Item weak = item_with({{1, 2, 3, 500'000}});
    weak.prerequisites = {0};
    weak.price = Money{9, 1};
    std::vector<Item> const items = {item_with({{0, 0, 3, 1'000'000}}), weak};
    User const user{needs, {}, {}, {}, Money{1, 1}};
    auto const ranked = rank_all(user, items);
    ASSERT_EQ(order_of(ranked), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(ranked[0].contributions.size(), terms_count);
    EXPECT_EQ(ranked[1].score, 0);
    ASSERT_EQ(ranked[1].contributions.size(), terms_count + 1);
    double const below = 0.45 * 0.005 / 3 + 0.15 / 8 - 0.08 - 0.12;  // fit: above the user
    EXPECT_NEAR(part(ranked[1], Reason::clip).value, -below, 1e-9);
}

// One item's score as the header reads, lift by lift and in any order.
struct Plain {
    double gain = 0;
    double fit = 0;
    int closed_count = 0;
};

Plain plain_sum(Item const& item, std::vector<FeatureNeed> const& needs) {
    Plain plain;
    for (FeatureNeed const& need : needs) {
        std::pair<double, double> best;  // gain, then fit
        for (FeatureLift const& lift : item.lifts) {
            int const levels = lift.feature == need.feature ? levels_closed(need, lift) : 0;
            double const share = static_cast<double>(lift.certainty_millionths) / 1e6;
            double const gain = static_cast<double>(need.weight_millionths) / 1e6 * share * levels;
            int const above = lift.to - need.level;
            double fit = above <= 1 ? 1 : above == 2 ? 0.5 : 0.25;
            if (lift.from > need.level) fit /= 2;
            if (gain > 0) best = std::max(best, {gain, fit});
        }
        plain.gain += best.first;
        plain.fit += best.second;
        plain.closed_count += best.first > 0 ? 1 : 0;
    }
    return plain;
}

TEST(need_based, gap_and_fit_are_what_a_plain_reading_of_the_header_gives) {
    int compared = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        RandomCase const made = random_case(seed);
        double gain_max = 0;
        std::size_t closing_count = 0;
        for (Item const& item : made.items) {
            gain_max = std::max(gain_max, plain_sum(item, made.needs).gain);
            closing_count += plain_sum(item, made.needs).closed_count > 0 ? 1 : 0;
        }
        auto const ranked = rank_by_need(made.needs, made.items);
        EXPECT_EQ(ranked.size(), closing_count);
        for (ScoredItem const& scored : ranked) {
            Plain const plain = plain_sum(made.items[scored.item], made.needs);
            EXPECT_NEAR(part(scored, Reason::gap).value, 0.45 * plain.gain / gain_max, 2e-9);
            EXPECT_NEAR(part(scored, Reason::fit).value, 0.15 * plain.fit / plain.closed_count,
                        2e-9);
            EXPECT_EQ(scored.features_closed.size(), static_cast<std::size_t>(plain.closed_count));
            ++compared;
        }
    }
    EXPECT_GT(compared, 500);
}

TEST(need_based, contributions_add_up_and_scores_stay_in_range) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        RandomCase const made = random_case(seed);
        User const user{made.needs, {}, {}, {}, Money{100, 0}};
        for (ScoredItem const& scored : rank_all(user, made.items)) {
            ASSERT_GE(scored.contributions.size(), terms_count);
            double sum = 0;
            for (Contribution const& part : scored.contributions) {
                EXPECT_EQ(&part - scored.contributions.data(),
                          static_cast<std::ptrdiff_t>(part.reason));
                EXPECT_TRUE(part.term >= -1 && part.term <= 1);
                double const off = part.value - part.term * part.weight;
                EXPECT_TRUE(part.reason == Reason::clip || std::abs(off) < 1e-9);
                sum += part.value;
            }
            EXPECT_NEAR(sum, scored.score, 1e-12);
            EXPECT_GE(scored.score, 0);
            EXPECT_LE(scored.score, 1);
            EXPECT_FALSE(scored.features_closed.empty());
        }
    }
}

TEST(need_based, one_ranker_for_many_gives_what_a_new_one_gives_for_each) {
    RandomCase const company = random_case(8);
    Catalog const catalog(company.items);
    Ranker many(catalog);
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        User user;
        user.needs = random_case(seed).needs;
        user.levels = {{static_cast<std::uint32_t>(seed % 12), static_cast<int>(seed % 4)}};
        if (seed % 3 == 0) user.taken = {static_cast<std::uint32_t>(seed % catalog.size())};
        if (seed % 4 == 0) user.unwanted = {static_cast<std::uint32_t>(seed % catalog.size())};
        Ranker one(catalog);
        auto const alone = one.rank(user, catalog.size());
        auto const shared = many.rank(user, 5);
        ASSERT_EQ(shared.size(), std::min<std::size_t>(5, alone.size()));
        for (std::size_t place = 0; place < shared.size(); ++place) {
            EXPECT_EQ(shared[place].item, alone[place].item);
            EXPECT_EQ(shared[place].score_billionths, alone[place].score_billionths);
        }
    }
}

TEST(need_based, what_is_taken_or_unwanted_is_left_out_and_sets_no_measure) {
    std::vector<Item> const items = {item_with({{0, 0, 3, 1'000'000}}),
                                     item_with({{0, 0, 2, 1'000'000}}),
                                     item_with({{0, 0, 1, 1'000'000}})};
    User const user{one_need(0, 3), {}, {0}, {1}, {}};
    auto const ranked = rank_all(user, items);
    ASSERT_EQ(order_of(ranked), std::vector<std::uint32_t>{2});
    EXPECT_EQ(part(ranked[0], Reason::gap).term, 1);
}

TEST(need_based, the_list_is_sorted_by_score_then_index) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        RandomCase const made = random_case(seed);
        auto const ranked = rank_by_need(made.needs, made.items);
        auto const stands_before = [](ScoredItem const& a, ScoredItem const& b) {
            return a.score != b.score ? a.score > b.score : a.item < b.item;
        };
        EXPECT_TRUE(std::is_sorted(ranked.begin(), ranked.end(), stands_before));
    }
}

TEST(need_based, the_order_of_the_input_changes_no_score) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        RandomCase const made = random_case(seed);
        RandomCase turned = made;
        std::reverse(turned.needs.begin(), turned.needs.end());
        std::reverse(turned.items.begin(), turned.items.end());
        for (Item& item : turned.items) std::reverse(item.lifts.begin(), item.lifts.end());
        std::vector<double> scores(made.items.size(), -1);
        for (auto const& scored : rank_by_need(made.needs, made.items)) {
            scores[scored.item] = scored.score;
        }
        std::vector<double> turned_scores(made.items.size(), -1);
        for (auto const& scored : rank_by_need(turned.needs, turned.items)) {
            turned_scores[made.items.size() - 1 - scored.item] = scored.score;
        }
        EXPECT_EQ(scores, turned_scores) << "seed " << seed;
    }
}

#if GTEST_HAS_DEATH_TEST
TEST(need_based, two_needs_for_one_feature_are_a_mistake_of_ours) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    std::vector<FeatureNeed> const needs = {{0, 0, 1, 1'000'000}, {0, 0, 2, 1'000'000}};
    EXPECT_DEATH(static_cast<void>(rank_by_need(needs, {})), "is_same");
}
#endif

}  // namespace
}  // namespace zhitu::recommend
