#pragma once

// Need-based recommendation: what closes the gap. Works for the first user of a new system, because
// it asks no other user.
//
//   level   0       1       2       3
//   need        user├───────────────┤wanted     gap    the levels still to climb: 2
//   item            from├───────┤to             lift   the levels it teaches
//   closed              ├───────┤               the levels in both: what the item closes
//
// The score is the sum of named contributions, each a term in [-1, 1] times its weight:
//
//   gap      .45  sum over features of weight x certainty x levels closed, divided by the best such
//                 sum of the items not left out. Urgency is 1 until needs have deadlines    (0, 1]
//   fit      .15  how well the item's levels meet the user's: mean over the features it closes of
//                 1 (ends one level above the user's), 1/2 (two above), 1/4 (three); half of that
//                 when it starts above the user's level                                     (0, 1]
//   quality  .12  see catalog.h; unknown: the mean of the known                             [0, 1]
//   popular  .08  see catalog.h; unknown: the mean of the known                             [0, 1]
//   price    .08  1 when it costs nothing, 0 when it takes the whole budget, -1 from twice the
//                 budget on. Unknown, and 0, without a price or a budget or when their currencies
//                 differ: nothing is converted                                             [-1, 1]
//   requires .12  minus the share of prerequisites the user has not met                    [-1, 0]
//   clip          what lifts a sum below 0 to 0; there only when it happens. No sum is above 1
//
// Contributions and scores are whole billionths: order and ties do not hang on the last bit of a
// platform's logarithm or on the order of a sum. How long an item takes is no part of the score.
// Source: ours; the weights are design constants, chosen by hand before any measurement.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "recommend/catalog.h"

namespace zhitu::recommend {

struct FeatureNeed {
    std::uint32_t feature = 0;
    int level = 0;         // the user's, 0..3
    int level_wanted = 0;  // 0..3; nothing is lacking where level_wanted <= level
    std::int64_t weight_millionths = 0;  // 0..1,000,000; 0: nobody gains from closing it
};

struct User {
    std::vector<FeatureNeed> needs;      // any order, at most one for each feature
    std::vector<FeatureLevel> levels;    // all the user has, at most one for each feature
    std::vector<std::uint32_t> taken;    // items: left out, and met where they are required
    std::vector<std::uint32_t> unwanted;  // items: left out
    std::optional<Money> budget;
};

enum class Reason : std::uint8_t { gap, fit, quality, popularity, price, prerequisites, clip };
inline constexpr std::size_t terms_count = 6;  // clip is no term
inline constexpr std::array<int, terms_count> weights_thousandths = {450, 150, 120, 80, 80, 120};

struct Contribution {
    Reason reason = Reason::gap;
    double value = 0;      // term x weight, in whole billionths: signed share of the score
    bool is_known = true;  // false: a mean or nothing stands in
    double term = 0;       // [-1, 1]; 0 for clip
    double weight = 0;     // 0 for clip
};
struct ScoredItem {
    std::uint32_t item = 0;
    double score = 0;                            // the sum of the contributions, in [0, 1]
    std::vector<Contribution> contributions;     // the six terms in order, then clip if there is
    std::vector<std::uint32_t> features_closed;  // at least in part; in order of the needs
    std::vector<std::uint32_t> prerequisites_missing;  // items, as the item has them
};

// Levels of the need that the lift climbs, 0..3.
int levels_closed(FeatureNeed const& need, FeatureLift const& lift);

// Ranks for one user after the other and keeps its working memory between them. The catalog must
// stay.
class Ranker {
public:
    explicit Ranker(Catalog const& catalog);

    struct Place {
        std::int64_t score_billionths = 0;
        std::uint32_t item = 0;
    };
    // Items that close part of the gap, best score first, ties by index, but none in front of a
    // missing prerequisite that is in the list. In a circle of prerequisites the best goes first.
    // At most count_max; a shorter list is the beginning of a longer. Valid until the next call.
    // Requires the ranges above. Cost: O(postings of the needs + candidates x log count_max).
    std::span<Place const> rank(User const& user, std::size_t count_max);

    // Items that close part of the gap of the user of the last rank(), listed or not.
    std::size_t candidates_count() const { return candidates_.size(); }
    bool is_candidate(std::uint32_t item) const { return sums_[item].closed_count > 0; }
    // Score and reasons of a candidate, for the user of the last rank().
    ScoredItem explain(std::uint32_t item) const;

private:
    // What an item does for all needs together.
    struct Sum {
        std::int64_t gain = 0;  // weight x certainty x levels, in 10^-12
        std::int32_t fit_eighths = 0;
        std::int32_t closed_count = 0;
    };
    struct Terms {
        std::array<double, terms_count> term{};
        std::array<bool, terms_count> is_known{};
    };
    struct Wait {
        std::uint32_t before = 0;  // item
        Place waiter;
    };
    void forget();
    void learn(User const& user);
    void collect(FeatureNeed const& need);
    double missing_share(std::uint32_t item) const;
    bool is_met(std::uint32_t item) const;
    Terms terms_of(std::uint32_t item) const;
    bool find_waiting();
    Place best_waiting() const;
    void place_behind_prerequisites(std::size_t count_max);

    Catalog const& catalog_;
    User user_;
    std::int64_t gain_max_ = 0;
    std::vector<std::uint32_t> candidates_;
    std::vector<Place> places_;
    std::vector<Sum> sums_;               // [items]
    std::vector<std::uint8_t> is_out_;    // [items] taken or unwanted
    std::vector<std::uint8_t> is_taken_;  // [items]
    std::vector<std::uint8_t> levels_;    // [features]
    std::vector<std::uint32_t> missing_count_;  // [items] candidates it still waits for
    std::vector<Wait> waits_;                   // by before
    std::vector<Place> ready_;                  // a heap
};

}  // namespace zhitu::recommend
