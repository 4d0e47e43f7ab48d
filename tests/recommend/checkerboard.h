#pragma once

// Data where the right answer is known by construction: users need, and items give, the features of
// their own colour only, like the squares of a chess board.
//
//             feature 0 1 2 3 …
//   even user/item    x . x .
//   odd  user/item    . x . x

#include <vector>

#include "recommend/need_based.h"

namespace zhitu::recommend {

inline std::vector<FeatureNeed> checkerboard_needs(std::uint32_t user, std::uint32_t features) {
    std::vector<FeatureNeed> needs;
    for (std::uint32_t feature = user % 2; feature < features; feature += 2) {
        needs.push_back({feature, 0, 1, 1'000'000});
    }
    return needs;
}

// Item i gives the i-th feature only and so has one colour.
inline std::vector<Item> checkerboard_items(std::uint32_t features) {
    std::vector<Item> items(features);
    for (std::uint32_t feature = 0; feature < features; ++feature) {
        items[feature].lifts.push_back({feature, 0, 1, 1'000'000});
    }
    return items;
}

}  // namespace zhitu::recommend
