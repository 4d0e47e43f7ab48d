#include "ui/import_plans.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace zhitu::ui {

namespace {

exchange::FilePlan plan_of(std::string const& column) {
    exchange::FilePlan plan;
    plan.columns["title"] = column;
    return plan;
}

}  // namespace

TEST(import_plans, what_was_remembered_comes_back) {
    RememberedPlans plans;
    exchange::FilePlan full = plan_of("Name of it");
    full.encoding = exchange::Encoding::gb18030;
    full.delimiter = ';';
    full.kind = exchange::FileKind::courses;
    full.currencies["Stepik"] = "RUB";
    full.is_repaired = true;
    remember_plan(plans, "a", full);
    remember_plan(plans, "b", plan_of("x"));
    RememberedPlans const read = plans_from_bytes(plans_bytes(plans));
    EXPECT_EQ(read, plans);
    ASSERT_NE(find_plan(read, "a"), nullptr);
    EXPECT_EQ(*find_plan(read, "a"), full);
    EXPECT_EQ(find_plan(read, "c"), nullptr);
}

TEST(import_plans, the_newest_stands_first_and_once) {
    RememberedPlans plans;
    remember_plan(plans, "a", plan_of("1"));
    remember_plan(plans, "b", plan_of("2"));
    remember_plan(plans, "a", plan_of("3"));
    ASSERT_EQ(plans.size(), 2u);
    EXPECT_EQ(plans.front().first, "a");
    EXPECT_EQ(find_plan(plans, "a")->columns.at("title"), "3");
}

TEST(import_plans, the_oldest_is_forgotten_beyond_the_limit) {
    RememberedPlans plans;
    for (std::size_t i = 0; i <= limits::plans_remembered_max; ++i) {
        remember_plan(plans, std::to_string(i), plan_of("x"));
    }
    EXPECT_EQ(plans.size(), limits::plans_remembered_max);
    EXPECT_EQ(find_plan(plans, "0"), nullptr);
    EXPECT_NE(find_plan(plans, "1"), nullptr);
}

TEST(import_plans, a_plan_that_changes_nothing_is_forgotten) {
    RememberedPlans plans;
    remember_plan(plans, "a", plan_of("x"));
    remember_plan(plans, "a", {});
    EXPECT_TRUE(plans.empty());
}

TEST(import_plans, broken_bytes_remember_nothing_and_spare_the_rest) {
    for (char const* const bytes :
         {"", "[]", "{\"plans\":1}", "{\"plans\":[1,[],[\"a\"],[2,{}]]}"}) {
        EXPECT_TRUE(plans_from_bytes(bytes).empty()) << bytes;
    }
    RememberedPlans plans;
    remember_plan(plans, "a", plan_of("x"));
    std::string bytes = plans_bytes(plans);
    bytes.insert(bytes.find("[[") + 1, "7,[\"b\",{\"kind\":\"strange\"}],");
    EXPECT_EQ(plans_from_bytes(bytes), plans);
}

}  // namespace zhitu::ui
