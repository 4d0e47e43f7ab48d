#include "base/assert.h"

#include <gtest/gtest.h>

namespace zhitu {
namespace {

TEST(assertion, a_true_condition_changes_nothing_and_is_asked_once) {
    int asked_count = 0;
    ZT_ASSERT(++asked_count == 1);
    EXPECT_EQ(asked_count, 1);
}

TEST(assertion, is_one_expression_and_fits_behind_an_if) {
    bool reached = false;
    if (!reached)
        ZT_ASSERT(true);
    else
        reached = true;
    EXPECT_FALSE(reached);
}

#if GTEST_HAS_DEATH_TEST
TEST(assertion, a_false_condition_stops_the_program_and_names_it) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(ZT_ASSERT(1 + 1 == 3), "assertion failed: 1 \\+ 1 == 3 \\(.*assert_test.cpp:");
}
#endif

}  // namespace
}  // namespace zhitu
