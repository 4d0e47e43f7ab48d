#include "exchange/json_tree.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "base/text.h"

namespace zhitu::exchange {
namespace {

TEST(JsonTree, values_keep_their_kind_and_order) {
    auto const read = read_json_tree(R"({"b":[1,-2.5,1e2,"x",true,null],"a":{}})");
    ASSERT_TRUE(read);
    JsonTree const& tree = read.value();
    EXPECT_EQ(tree.keys, (std::vector<std::string>{"b", "a"}));
    auto const& items = tree.items[0].items;
    EXPECT_EQ(items[0].number, 1);
    EXPECT_EQ(items[1].number, -2.5);
    EXPECT_EQ(items[2].number, 100);
    EXPECT_EQ(items[3].text, "x");
    EXPECT_TRUE(items[4].is(JsonTree::Kind::boolean) && items[5].is(JsonTree::Kind::null));
    EXPECT_TRUE(tree.find("a")->is(JsonTree::Kind::object));
    EXPECT_EQ(tree.find("c"), nullptr);
    EXPECT_EQ(items[0].find("a"), nullptr);
}

TEST(JsonTree, doubled_keys_are_kept_and_the_last_one_is_found) {
    auto const read = read_json_tree(R"({"a":1,"a":2})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value().keys.size(), 2u);
    EXPECT_EQ(read.value().find("a")->number, 2);
}

TEST(JsonTree, what_is_no_json_is_an_error) {
    char const* const cases[] = {"",        "{",      "[1,]",     "{\"a\":}", "{a:1}", "[1] x",
                                 "'a'",     "[01]",   "[1e400]",  "[-1e999]", "[NaN]",
                                 "\"\\ud800\"",
                                 "\"\xFF\"", "[1 2]", "{\"a\" 1}", "]",       "nul",   "\"a"};
    for (char const* text : cases) {
        auto const read = read_json_tree(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::e_json) << text;
    }
    EXPECT_GT(std::size(cases), 0u);
}

TEST(JsonTree, depth_and_size_are_limited) {
    for (char const* open : {"[", "{\"a\":"}) {
        std::string deep;
        for (int i = 0; i < 100'000; ++i) deep += open;
        EXPECT_EQ(read_json_tree(deep).error().code, ErrorCode::e_depth);
    }
    std::string const at_limit =
        std::string(limits::json_depth_max, '[') + std::string(limits::json_depth_max, ']');
    EXPECT_TRUE(read_json_tree(at_limit));
    std::string many = "[0";
    for (std::size_t i = 0; i < tree_values_max; ++i) many += ",0";
    EXPECT_EQ(read_json_tree(many + "]").error().code, ErrorCode::e_size);
}

TEST(JsonTree, texts_never_hold_a_nul) {
    auto const read = read_json_tree(R"({"a\u0000":"\u0000b"})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value().keys[0], "a\uFFFD");
    EXPECT_EQ(read.value().items[0].text, "\uFFFDb");
}

TEST(JsonTree, reports_show_a_value_in_short) {
    EXPECT_EQ(shown(read_json_tree("1.5").value()), "1.5");
    EXPECT_EQ(shown(read_json_tree("\"x\"").value()), "x");
    EXPECT_EQ(shown(read_json_tree("[1]").value()), "array");
    EXPECT_EQ(shown(read_json_tree("{}").value()), "object");
    EXPECT_EQ(shown(read_json_tree("null").value()), "null");
    EXPECT_EQ(shown(read_json_tree("true").value()), "boolean");
}

}  // namespace
}  // namespace zhitu::exchange
