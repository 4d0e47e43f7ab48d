#pragma once

// Need-based recommendation: what closes the gap. Works for the first user of a new system, because
// it asks no other user.
//
//   level   0       1       2       3
//   need        user├───────────────┤wanted     gap    the levels still to climb: 2
//   item            from├───────┤to             lift   the levels it teaches
//   closed              ├───────┤               the levels in both: what the item closes
//
//   gap      sum over features of weight x certainty x levels closed,
//            divided by the best such sum of all items                             in (0, 1]
//   fit      how well the item's levels meet the user's: mean over the features it closes of
//            1 (ends one level above the user's), 1/2 (two above), 1/4 (three);
//            half of that when it starts above the user's level                    in (0, 1]
//   quality  rating, shrunk towards the mean rating of all rated items by 20 ratings:
//            (n rating + 20 mean) / (n + 20) / 5; without a count n = 1            in [0, 1]
//   popular  the given share, else log(1 + users) over that of the most used item  in [0, 1]
//   requires minus the share of prerequisites the user has not met                 in [-1, 0]
//
//   score = .55 gap + .20 fit + .15 quality + .10 popular + .10 requires, never below 0: the last
//   term is cut so far that the sum stays 0. Unknown quality or popularity contributes the mean of
//   the known ones times its weight and says that it is unknown; 0 when none is known.
//
// Contributions and scores are whole billionths: order and ties do not hang on the last bit of a
// platform's logarithm or on the order of a sum.
// Source: ours; the weights were chosen by hand, before any measurement.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace zhitu::recommend {

// Features are what users lack and items give. Indices are dense, [0, features).
struct FeatureNeed {
    std::uint32_t feature = 0;
    int level = 0;         // the user's, 0..3
    int level_wanted = 0;  // 0..3; nothing is lacking where level_wanted <= level
    double weight = 0;     // [0, 1]; 0: nobody gains from closing it
};
struct FeatureLift {
    std::uint32_t feature = 0;
    int from = 0;          // 0..3
    int to = 1;            // 0..3, above from
    double certainty = 1;  // (0, 1]; below 1 when the feature is matched by a synonym
};
struct Item {
    std::vector<FeatureLift> lifts;
    std::optional<double> rating;            // [0, 5]
    std::optional<double> ratings_count;     // >= 0
    std::optional<double> users_count;       // >= 0
    std::optional<double> popularity;        // [0, 1]; used before users_count
    double prerequisites_missing_share = 0;  // [0, 1]
};

enum class Reason : std::uint8_t { gap, fit, quality, popularity, prerequisites };

struct Contribution {
    Reason reason = Reason::gap;
    double value = 0;      // signed share of the score
    bool is_known = true;  // false: the mean stands in
};
struct ScoredItem {
    std::uint32_t item = 0;
    double score = 0;                            // the sum of the contributions, in [0, 1]
    std::vector<Contribution> contributions;     // in order of Reason, always all five
    std::vector<std::uint32_t> features_closed;  // at least in part; ascending, at least one
};

// Levels of the need that the lift climbs, 0..3.
int levels_closed(FeatureNeed const& need, FeatureLift const& lift);

// Items that close part of the gap, best first, ties by index.
//   needs  [n]  any order, at most one for each feature
//   items  [m]  lifts in any order; of several for one feature the one that closes most counts
// Requires the ranges above. Cost: O(features + sum of lifts + m log m).
std::vector<ScoredItem> rank_by_need(std::span<FeatureNeed const> needs,
                                     std::span<Item const> items);

}  // namespace zhitu::recommend
