#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace zhitu {
namespace {

Result<std::vector<int>> three_numbers() { return std::vector<int>{1, 2, 3}; }

TEST(result, holds_a_value) {
    Result<int> const result = 7;
    EXPECT_TRUE(result.is_ok());
    EXPECT_TRUE(static_cast<bool>(result));
    EXPECT_EQ(result.value(), 7);
}

TEST(result, holds_an_error_with_its_facts) {
    Result<int> const result = Error{ErrorCode::too_long, {"title", "200"}};
    EXPECT_FALSE(result.is_ok());
    EXPECT_EQ(result.error(), (Error{ErrorCode::too_long, {"title", "200"}}));
    EXPECT_NE(result.error(), (Error{ErrorCode::too_long, {"title", "201"}}));
}

TEST(result, a_loop_over_the_value_of_a_call_does_not_dangle) {
    int sum = 0;
    for (int const number : three_numbers().value()) sum += number;
    EXPECT_EQ(sum, 6);
}

TEST(result, carries_what_can_only_be_moved) {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    std::unique_ptr<int> const taken = std::move(result).value();
    EXPECT_EQ(*taken, 5);
}

TEST(result, a_value_can_be_changed_in_place) {
    Result<int> result = 1;
    result.value() += 1;
    EXPECT_EQ(result.value(), 2);
}

TEST(result, a_status_is_done_or_an_error) {
    EXPECT_TRUE(Status(Done{}).is_ok());
    EXPECT_FALSE(Status(Error{ErrorCode::e_quota}).is_ok());
}

#if GTEST_HAS_DEATH_TEST
TEST(result, asking_for_what_is_not_there_stops_the_program) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    Result<int> const good = 1;
    Result<int> const bad = Error{ErrorCode::not_found};
    EXPECT_DEATH(static_cast<void>(bad.value()), "is_ok");
    EXPECT_DEATH(static_cast<void>(good.error()), "is_ok");
}
#endif

}  // namespace
}  // namespace zhitu
