#include "app/self_test.h"

#include <gtest/gtest.h>

#include <set>

namespace zhitu::app {

TEST(SelfTest, every_known_answer_is_given_here_too) {
    for (SelfTest const& test : self_tests()) EXPECT_TRUE(test.is_right()) << test.name;
    SelfTestReport const report = run_self_tests();
    EXPECT_EQ(report.count, self_tests().size());
    EXPECT_GE(report.count, 9u);
    EXPECT_TRUE(report.failed.empty());
}

TEST(SelfTest, each_has_a_name_of_its_own) {
    std::set<std::string> names;
    for (SelfTest const& test : self_tests()) names.insert(test.name);
    EXPECT_EQ(names.size(), self_tests().size());
}

}  // namespace zhitu::app
