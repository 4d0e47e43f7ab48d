#include "base/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "base/env.h"

namespace zhitu {
namespace {

TEST(decimal, what_is_short_stays_short) {
    EXPECT_EQ(decimal_text(0.1), "0.1");
    EXPECT_EQ(decimal_text(-0.06), "-0.06");
    EXPECT_EQ(decimal_text(0.1 + 0.2), "0.3");
    EXPECT_EQ(decimal_text(4.0 / 11), "0.363636364");
    EXPECT_EQ(decimal_text(-1.000000001), "-1.000000001");
    EXPECT_EQ(decimal_text(3), "3");
    EXPECT_EQ(decimal_text(100), "100");
    EXPECT_EQ(decimal_text(-0.0), "0");
    EXPECT_EQ(decimal_text(-4e-10), "0");
    EXPECT_EQ(decimal_text(6e-10), "0.000000001");
}

// As scores are made: a whole number divided by 10^9.
TEST(decimal, every_whole_billionth_comes_back_as_the_same_number) {
    SimulatedEnv chance(11);
    int checked_count = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto const billionths = static_cast<std::int64_t>(chance.below(2'000'000'001)) -
                                1'000'000'000;
        double const value = static_cast<double>(billionths) / 1e9;
        ASSERT_EQ(std::strtod(decimal_text(value).c_str(), nullptr), value) << billionths;
        ++checked_count;
    }
    EXPECT_EQ(checked_count, 20'000);
}

#if GTEST_HAS_DEATH_TEST
TEST(decimal, what_is_no_figure_is_a_mistake_of_ours) {
    EXPECT_DEATH(static_cast<void>(decimal_text(std::nan(""))), "billion");
    EXPECT_DEATH(static_cast<void>(decimal_text(1e9)), "billion");
}
#endif

}  // namespace
}  // namespace zhitu
