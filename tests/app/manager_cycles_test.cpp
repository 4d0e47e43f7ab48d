#include "app/manager_cycles.h"

#include <gtest/gtest.h>

namespace zhitu::app {
namespace {

PersonId person(std::uint8_t number) { return PersonId{{number}}; }

Managers managers(std::vector<std::pair<int, int>> const& pairs) {
    Managers all;
    for (auto const& [who, boss] : pairs) {
        all[person(static_cast<std::uint8_t>(who))] = person(static_cast<std::uint8_t>(boss));
    }
    return all;
}

TEST(manager_cycles, a_tree_loses_nobody) {
    Managers wished = managers({{2, 1}, {3, 1}, {4, 2}, {1, 0}});
    EXPECT_TRUE(take_out_cycles({}, wished).empty());
    EXPECT_EQ(wished.size(), 4u);
}

TEST(manager_cycles, all_on_a_circle_lose_their_wish_and_those_below_keep_it) {
    Managers wished = managers({{3, 1}, {1, 2}, {2, 3}, {4, 2}, {5, 4}});
    auto const cycles = take_out_cycles({}, wished);
    ASSERT_EQ(cycles.size(), 1u);
    EXPECT_EQ(cycles[0], (std::vector{person(1), person(2), person(3), person(1)}));
    EXPECT_EQ(wished, managers({{4, 2}, {5, 4}}));
}

TEST(manager_cycles, known_managers_close_circles_too) {
    Managers wished = managers({{1, 3}});
    auto const cycles = take_out_cycles(managers({{3, 2}, {2, 1}}), wished);
    ASSERT_EQ(cycles.size(), 1u);
    EXPECT_EQ(cycles[0].size(), 4u);
    EXPECT_TRUE(wished.empty());
}

// 1 → 3 → 1 goes; then what is known of 1 closes a circle with 2's wish.
TEST(manager_cycles, a_circle_that_shows_when_another_is_gone_goes_too) {
    Managers wished = managers({{1, 3}, {3, 1}, {2, 1}});
    auto const cycles = take_out_cycles(managers({{1, 2}}), wished);
    EXPECT_EQ(cycles.size(), 2u);
    EXPECT_TRUE(wished.empty());
}

TEST(manager_cycles, a_circle_that_was_there_before_is_not_the_imports_fault) {
    Managers wished = managers({{5, 1}});
    EXPECT_TRUE(take_out_cycles(managers({{1, 2}, {2, 1}}), wished).empty());
    EXPECT_EQ(wished.size(), 1u);
}

}  // namespace
}  // namespace zhitu::app
