#include "base/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "base/env.h"

namespace zhitu {
namespace {

TEST(decimal, what_is_short_stays_short) {
    EXPECT_EQ(shortest_decimal(0.1), "0.1");
    EXPECT_EQ(shortest_decimal(-0.06), "-0.06");
    EXPECT_EQ(shortest_decimal(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(shortest_decimal(4.0 / 11), "0.36363636363636365");
    EXPECT_EQ(shortest_decimal(3), "3");
    EXPECT_EQ(shortest_decimal(-0.0), "0");
    EXPECT_EQ(shortest_decimal(0.363636363), "0.363636363");  // a whole number of billionths
}

TEST(decimal, every_number_comes_back_as_the_same_bits) {
    SimulatedEnv chance(11);
    int finite_count = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::uint64_t const bits = chance.below(std::numeric_limits<std::uint64_t>::max());
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) continue;
        double const back = std::strtod(shortest_decimal(value).c_str(), nullptr);
        ASSERT_EQ(back, value) << shortest_decimal(value);
        ++finite_count;
    }
    EXPECT_GT(finite_count, 10'000);
    double const most = std::numeric_limits<double>::max();
    double const least = std::numeric_limits<double>::denorm_min();
    EXPECT_EQ(std::strtod(shortest_decimal(most).c_str(), nullptr), most);
    EXPECT_EQ(std::strtod(shortest_decimal(-least).c_str(), nullptr), -least);
}

#if GTEST_HAS_DEATH_TEST
TEST(decimal, what_is_no_number_is_a_mistake_of_ours) {
    EXPECT_DEATH(shortest_decimal(std::nan("")), "isfinite");
}
#endif

}  // namespace
}  // namespace zhitu
