#include "exchange/role_file.h"

#include <gtest/gtest.h>

#include "exchange/tables.h"

namespace zhitu::exchange {
namespace {

using testing::lines_of;
using testing::parse;

people::Role only(ImportTable const& table) {
    EXPECT_EQ(table.roles.size(), 1u);
    return table.roles.empty() ? people::Role{} : table.roles.begin()->second;
}

people::Need need(ImportTable const& table, char const* skill) {
    auto const role = only(table);
    auto const found = role.needs.find(catalog::skill_id(skill));
    return found == role.needs.end() ? people::Need{0, -1} : found->second;
}

TEST(RoleFile, a_priority_becomes_a_level_and_a_weight) {
    auto const table = parse(R"({"data engineer":[
        {"skill":"sql","priority":0.8},{"skill":"git","priority":0.79},
        {"skill":"bash","priority":0.5},{"skill":"xml","priority":0.49},
        {"skill":"go","priority":1},{"skill":"c","priority":0}]})");
    EXPECT_EQ(lines_of(table.refusals) + lines_of(table.warnings), "");
    EXPECT_EQ(only(table).name, (LocalText{"", "data engineer"}));
    EXPECT_TRUE(table.roles.contains(people::role_id("Data Engineer")));
    EXPECT_EQ(need(table, "sql"), (people::Need{3, 800'000}));
    EXPECT_EQ(need(table, "git"), (people::Need{2, 790'000}));
    EXPECT_EQ(need(table, "bash"), (people::Need{2, 500'000}));
    EXPECT_EQ(need(table, "xml"), (people::Need{1, 490'000}));
    EXPECT_EQ(need(table, "go"), (people::Need{3, 1'000'000}));
    EXPECT_EQ(need(table, "c"), (people::Need{1, 0}));
    EXPECT_EQ(table.skills.at(catalog::skill_id("sql")).name.en, "sql");
}

TEST(RoleFile, a_skill_twice_keeps_the_higher_priority_and_warns) {
    for (char const* text :
         {R"({"r":[{"skill":"html","priority":0.38},{"skill":"HTML","priority":0.5}]})",
          R"({"r":[{"skill":"html","priority":0.5},{"skill":"html","priority":0.38}]})",
          R"({"r":[{"skill":"html","priority":0.5}],"R":[{"skill":"html","priority":0.38}]})"}) {
        auto const table = parse(text);
        EXPECT_EQ(need(table, "html"), (people::Need{2, 500'000})) << text;
        ASSERT_EQ(table.warnings.size(), 1u) << text;
        EXPECT_EQ(table.warnings[0].why.code, ErrorCode::already_exists) << text;
    }
}

TEST(RoleFile, wrong_types_are_reported_at_every_level) {
    struct {
        char const* value;  // of the second role
        std::size_t refusals_count;
        std::size_t warnings_count;
    } const cases[] = {
        {"1", 1, 0},
        {"null", 1, 0},
        {"\"x\"", 1, 0},
        {"{}", 1, 0},
        {"[]", 0, 0},
        {"[1,null,\"x\",[],true]", 0, 5},
        {"[{}]", 0, 1},
        {R"([{"skill":"s"}])", 0, 1},
        {R"([{"priority":0.5}])", 0, 1},
        {R"([{"skill":1,"priority":0.5}])", 0, 1},
        {R"([{"skill":" ","priority":0.5}])", 0, 1},
        {R"([{"skill":["s"],"priority":0.5}])", 0, 1},
        {R"([{"skill":"s","priority":"high"}])", 0, 1},
        {R"([{"skill":"s","priority":2}])", 0, 1},
        {R"([{"skill":"s","priority":-1}])", 0, 1},
        {R"([{"skill":"s","priority":1e300}])", 0, 1},
    };
    for (auto const& each : cases) {
        auto const table = parse(R"({"good":[{"skill":"sql","priority":1}],"bad":)" +
                                 std::string(each.value) + "}");
        EXPECT_EQ(table.refusals.size(), each.refusals_count) << each.value;
        EXPECT_EQ(table.warnings.size(), each.warnings_count) << each.value;
        EXPECT_TRUE(table.roles.contains(people::role_id("good"))) << each.value;
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(RoleFile, a_role_holds_no_more_needs_than_the_limit) {
    std::string text = "{\"r\":[";
    for (std::size_t i = 0; i <= limits::role_skills_max; ++i) {
        if (i > 0) text += ',';
        text.append(R"({"skill":"s)").append(std::to_string(i)).append(R"(","priority":1})");
    }
    auto const table = parse(text + "]}");
    EXPECT_EQ(only(table).needs.size(), limits::role_skills_max);
    EXPECT_EQ(table.warnings.size(), 1u);
}

}  // namespace
}  // namespace zhitu::exchange
