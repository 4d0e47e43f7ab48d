#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/env.h"

namespace zhitu {
namespace {

using Pair = std::pair<int, int>;

// Few different keys, each with the place it stood at.
std::vector<Pair> pairs(SimulatedEnv& env, std::size_t count) {
    std::vector<Pair> list;
    for (std::size_t i = 0; i < count; ++i) {
        list.emplace_back(static_cast<int>(env.below(10)), static_cast<int>(i));
    }
    return list;
}

TEST(Sort, any_list_comes_into_order_and_equal_ones_stay_as_they_stood) {
    SimulatedEnv env(1);
    for (std::size_t count = 0; count < 200; ++count) {
        std::vector<Pair> list = pairs(env, count);
        std::vector<Pair> expected = list;
        std::sort(expected.begin(), expected.end());  // by place among equals
        sort_list(list, [](Pair const& a, Pair const& b) { return a.first < b.first; });
        EXPECT_EQ(list, expected) << count;
    }
}

TEST(Sort, without_a_comparison_the_smaller_comes_first) {
    std::vector<std::string> list{"c", "a", "b"};
    sort_list(list);
    EXPECT_EQ(list, (std::vector<std::string>{"a", "b", "c"}));
}

TEST(Sort, what_cannot_be_copied_is_moved) {
    std::vector<std::unique_ptr<int>> list;
    for (int value : {3, 1, 2}) list.push_back(std::make_unique<int>(value));
    sort_list(list, [](auto const& a, auto const& b) { return *a < *b; });
    EXPECT_EQ(*list[0], 1);
    EXPECT_EQ(*list[1], 2);
    EXPECT_EQ(*list[2], 3);
}

TEST(Sort, a_list_in_order_is_compared_once_a_pair_of_neighbours) {
    std::vector<int> list(1'024);
    for (int i = 0; i < 1'024; ++i) list[static_cast<std::size_t>(i)] = i;
    int compared = 0;
    sort_list(list, [&compared](int a, int b) {
        ++compared;
        return a < b;
    });
    EXPECT_EQ(compared, 1'023);
}

}  // namespace
}  // namespace zhitu
