#include "exchange/synonym_file.h"

#include <gtest/gtest.h>

#include "exchange/tables.h"

namespace zhitu::exchange {
namespace {

using testing::lines_of;
using testing::parse;

TEST(SynonymFile, pairs_become_weighted_synonyms_and_a_skill_is_not_its_own) {
    auto const table = parse(
        R"({"data pipelines":[["Data Pipelines",1.0],["data pipeline",0.99]],
            "html":[["html5",0.89]]})");
    EXPECT_EQ(lines_of(table.refusals) + lines_of(table.warnings), "");
    auto const& synonyms = table.skills.at(catalog::skill_id("data pipelines")).synonyms;
    ASSERT_EQ(synonyms.size(), 1u);
    EXPECT_EQ(synonyms.at(catalog::skill_id("data pipeline")).millionths, 990'000);
    EXPECT_EQ(table.skills.at(catalog::skill_id("html5")).name.en, "html5");
    EXPECT_TRUE(table.skills.at(catalog::skill_id("html5")).synonyms.empty());
    EXPECT_EQ(table.skills.size(), 4u);
}

TEST(SynonymFile, a_synonym_twice_keeps_the_larger_weight_and_warns) {
    auto const table = parse(R"({"a":[["b",0.5],["B",0.7],["b",0.6]]})");
    auto const& synonyms = table.skills.at(catalog::skill_id("a")).synonyms;
    EXPECT_EQ(synonyms.at(catalog::skill_id("b")).millionths, 700'000);
    EXPECT_EQ(table.warnings.size(), 2u);
}

TEST(SynonymFile, wrong_types_are_reported_at_every_level) {
    struct {
        char const* value;
        std::size_t refusals_count;
        std::size_t warnings_count;
    } const cases[] = {
        {"1", 1, 0},          {"{}", 1, 0},          {"null", 1, 0},      {"[]", 0, 0},
        {"[1]", 0, 1},        {"[{}]", 0, 1},        {"[[]]", 0, 1},      {"[[\"b\"]]", 0, 1},
        {"[[1,1]]", 0, 1},    {"[[\"b\",2]]", 0, 1}, {"[[\"b\",-1]]", 0, 1},
        {"[[\"b\",\"x\"]]", 0, 1}, {"[[\"b\",1,2]]", 0, 1}, {"[[\"\",1]]", 0, 1},
        {"[[[\"b\"],1]]", 0, 1},
    };
    for (auto const& each : cases) {
        auto const table = parse(R"({"good":[["x",1]],"bad":)" + std::string(each.value) + "}");
        EXPECT_EQ(table.refusals.size(), each.refusals_count) << each.value;
        EXPECT_EQ(table.warnings.size(), each.warnings_count) << each.value;
        EXPECT_EQ(table.skills.at(catalog::skill_id("good")).synonyms.size(), 1u);
    }
    EXPECT_GT(std::size(cases), 0u);
}

}  // namespace
}  // namespace zhitu::exchange
