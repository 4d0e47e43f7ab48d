#include "tools/cli/real_env.h"

#include <gtest/gtest.h>

#include <array>

namespace zhitu::tools {
namespace {

TEST(RealEnv, time_is_after_this_was_written_and_does_not_stand) {
    RealEnv env;
    EXPECT_GT(env.now_ms(), 1'700'000'000'000);
}

TEST(RealEnv, bytes_differ_each_time) {
    RealEnv env;
    std::array<std::uint8_t, 1'000> first{};
    std::array<std::uint8_t, 1'000> second{};
    env.fill_random(first);
    env.fill_random(second);
    EXPECT_NE(first, second);
    EXPECT_NE(env.random_id(), env.random_id());
}

}  // namespace
}  // namespace zhitu::tools
