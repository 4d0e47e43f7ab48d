#include "app/clock_watch.h"

#include <gtest/gtest.h>

namespace zhitu::app {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t now_ms = 1'795'132'800'000;  // 2026-11-20

}  // namespace

TEST(ClockWatch, a_clock_that_runs_has_no_jumps) {
    ClockWatch watch;
    for (std::int64_t i = 0; i < 1'000; ++i) watch.note(now_ms + i * 1'000 + i % 7, i * 1'000);
    EXPECT_TRUE(watch.jumps().empty());
}

TEST(ClockWatch, a_slow_drift_is_no_jump) {
    ClockWatch watch;
    for (std::int64_t i = 0; i < 1'000; ++i) watch.note(now_ms + i * 1'500, i * 1'000);
    EXPECT_TRUE(watch.jumps().empty());
}

TEST(ClockWatch, both_ways_are_noted_with_their_size) {
    ClockWatch watch;
    watch.note(now_ms, 0);
    watch.note(now_ms - 2 * day_ms, 10);
    watch.note(now_ms + 20, 20);
    std::vector<ClockJump> const expected{{now_ms - 2 * day_ms, -2 * day_ms - 10},
                                          {now_ms + 20, 2 * day_ms + 10}};
    EXPECT_EQ(watch.jumps(), expected);
}

TEST(ClockWatch, the_newest_jumps_are_kept) {
    ClockWatch watch;
    for (std::int64_t i = 0; i < 100; ++i) watch.note(now_ms + i * day_ms, 0);
    ASSERT_EQ(watch.jumps().size(), ClockWatch::jumps_max);
    EXPECT_EQ(watch.jumps().back().at_ms, now_ms + 99 * day_ms);
}

TEST(JudgeClock, two_years_wrong_is_told_either_way) {
    std::int64_t const newest = now_ms - 3 * day_ms;
    EXPECT_EQ(judge_clock(now_ms, newest, "2026-11-01").doubt, ClockDoubt::none);
    ClockVerdict const behind = judge_clock(now_ms - 730 * day_ms, newest, "");
    EXPECT_EQ(behind.doubt, ClockDoubt::behind);
    EXPECT_EQ(behind.days, 727);
    ClockVerdict const ahead = judge_clock(now_ms + 730 * day_ms, newest, "");
    EXPECT_EQ(ahead.doubt, ClockDoubt::ahead);
    EXPECT_EQ(ahead.days, 733);
}

TEST(JudgeClock, where_nothing_is_yet_the_day_of_the_build_tells) {
    EXPECT_EQ(judge_clock(now_ms, 0, "2026-11-20").doubt, ClockDoubt::none);
    EXPECT_EQ(judge_clock(now_ms - 730 * day_ms, 0, "2026-11-20").doubt, ClockDoubt::behind);
    EXPECT_EQ(judge_clock(now_ms + 730 * day_ms, 0, "2026-11-20").doubt, ClockDoubt::none);
    EXPECT_EQ(judge_clock(now_ms, 0, "").doubt, ClockDoubt::none);
}

}  // namespace zhitu::app
