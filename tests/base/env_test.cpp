#include "base/env.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <vector>

namespace zhitu {
namespace {

TEST(env, splitmix64_gives_the_published_numbers) {
    SimulatedEnv env(1'234'567);
    std::vector<std::uint64_t> const expected = {6'457'827'717'110'365'317u,
                                                 3'203'168'211'198'807'973u,
                                                 9'817'491'932'198'370'423u,
                                                 4'593'380'528'125'082'431u,
                                                 16'408'922'859'458'223'821u};
    for (std::uint64_t const number : expected) EXPECT_EQ(env.next_u64(), number);
}

TEST(env, bytes_are_little_endian_words) {
    SimulatedEnv env(1'234'567);
    std::array<std::uint8_t, 11> bytes{};
    env.fill_random(bytes);
    std::uint64_t first = 0;
    for (std::size_t i = 8; i-- > 0;) first = first << 8 | bytes[i];
    EXPECT_EQ(first, 6'457'827'717'110'365'317u);
    EXPECT_EQ(bytes[8], static_cast<std::uint8_t>(3'203'168'211'198'807'973u));
}

TEST(env, same_seed_same_day) {
    SimulatedEnv a(7);
    SimulatedEnv b(7);
    SimulatedEnv other(8);
    RawId const id = a.random_id();
    EXPECT_EQ(id, b.random_id());
    EXPECT_NE(id, other.random_id());
    EXPECT_EQ(a.now_ms(), b.now_ms());
}

TEST(env, time_moves_one_millisecond_a_question_and_by_hand) {
    SimulatedEnv env(1, 1'000);
    EXPECT_EQ(env.now_ms(), 1'000);
    EXPECT_EQ(env.now_ms(), 1'001);
    env.advance_ms(60'000);
    EXPECT_EQ(env.now_ms(), 61'002);
}

TEST(env, ten_thousand_random_ids_differ) {
    SimulatedEnv env(3);
    std::set<RawId> ids;
    for (int i = 0; i < 10'000; ++i) ids.insert(env.random_id());
    EXPECT_EQ(ids.size(), 10'000u);
}

TEST(env, below_stays_below_and_reaches_everything_evenly) {
    SimulatedEnv env(11);
    std::array<int, 6> counts{};
    for (int i = 0; i < 60'000; ++i) ++counts[env.below(6)];
    for (int const count : counts) {
        EXPECT_GT(count, 9'500);  // five standard deviations are 457
        EXPECT_LT(count, 10'500);
    }
    EXPECT_EQ(env.below(1), 0u);
}

TEST(env, below_takes_bounds_beyond_half_the_range) {
    SimulatedEnv env(12);
    constexpr std::uint64_t bound = (1ull << 63) + 1;  // nearly every second draw is refused
    std::uint64_t largest = 0;
    for (int i = 0; i < 1'000; ++i) {
        std::uint64_t const drawn = env.below(bound);
        ASSERT_LT(drawn, bound);
        largest = drawn > largest ? drawn : largest;
    }
    EXPECT_GT(largest, bound / 10 * 9);
}

#if GTEST_HAS_DEATH_TEST
TEST(env, below_nothing_stops_the_program) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    SimulatedEnv env(1);
    EXPECT_DEATH(env.below(0), "bound");
}
#endif

}  // namespace
}  // namespace zhitu
