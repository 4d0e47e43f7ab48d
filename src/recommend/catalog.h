#pragma once

// The items of a recommender, made ready once for many users: from each feature to the items that
// lift it, and what is the same for every user.
//
//   quality  rating, shrunk towards the mean rating of all rated items by 20 ratings:
//            (n rating + 20 mean) / (n + 20) / 5; without a count n = 1            in [0, 1]
//   popular  the given share, else log(1 + users) over that of the most used item  in [0, 1]
//
// Where one is unknown the mean of the known ones stands in, and 0 where none is known.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace zhitu::recommend {

// Features are what users lack and items give. Indices are dense, [0, features).
struct FeatureLift {
    std::uint32_t feature = 0;
    int from = 0;                                 // 0..3
    int to = 1;                                   // 0..3, above from
    std::int64_t certainty_millionths = 1'000'000;  // 1..1,000,000; below when only similar
};
struct FeatureLevel {
    std::uint32_t feature = 0;
    int level = 0;  // 0..3
};
struct Money {
    std::int64_t amount = 0;     // >= 0
    std::uint32_t currency = 0;  // a number of the caller; different ones are never compared
};
struct Item {
    std::vector<FeatureLift> lifts;            // of several for one feature the best counts
    std::vector<FeatureLevel> ends;            // who has these need not take it; empty: nobody has
    std::vector<std::uint32_t> prerequisites;  // items; no repeats
    std::optional<double> rating;              // [0, 5]
    std::optional<double> ratings_count;       // >= 0
    std::optional<double> users_count;         // >= 0
    std::optional<double> popularity;          // [0, 1]; used before users_count
    std::optional<Money> price;
};

class Catalog {
public:
    // Requires the ranges above; prerequisites are indices of `items`.
    // Cost: O(features + lifts + prerequisites).
    explicit Catalog(std::vector<Item> items);

    struct Posting {
        std::uint32_t item = 0;
        std::uint8_t from = 0;
        std::uint8_t to = 0;
        std::uint32_t certainty_millionths = 0;
    };
    // What every user shares, side by side in memory.
    struct Facts {
        double quality = 0;
        double popularity = 0;
        std::optional<Money> price;
        bool is_quality_known = false;
        bool is_popularity_known = false;
        bool has_prerequisites = false;
    };

    std::uint32_t size() const { return static_cast<std::uint32_t>(items_.size()); }
    std::uint32_t features_count() const {
        return static_cast<std::uint32_t>(postings_begin_.size() - 1);
    }
    std::vector<Item> const& items() const { return items_; }
    Facts const& facts(std::uint32_t item) const { return facts_[item]; }
    // Lifts of a feature, ascending by item. None for a feature that no item has.
    std::span<Posting const> postings(std::uint32_t feature) const;

private:
    void add_postings();
    std::vector<Item> items_;
    std::vector<Facts> facts_;                 // [items]
    std::vector<Posting> postings_;            // by feature, then item
    std::vector<std::size_t> postings_begin_;  // [features + 1]
};

}  // namespace zhitu::recommend
