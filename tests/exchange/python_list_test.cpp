#include "exchange/python_list.h"

#include <gtest/gtest.h>

namespace zhitu::exchange {
namespace {

using Items = std::vector<std::string>;

TEST(PythonList, lists_as_python_and_json_print_them) {
    struct {
        char const* text;
        Items items;
    } const cases[] = {
        {"[]", {}},
        {" [ ] ", {}},
        {"['a']", {"a"}},
        {"['A', \"B's\", 'C\\'s']", {"A", "B's", "C's"}},
        {"[\"a\",\"b\"]", {"a", "b"}},
        {"['a', 'b',]", {"a", "b"}},
        {"['a, b', '[c]']", {"a, b", "[c]"}},
        {"['\\u041f\\x41\\n\\t\\\\']", {"\u041f" "A\n\t\\"}},
        {"['\\x00\\ud800']", {"\uFFFD\uFFFD"}},
        {"['']", {""}},
        {"['数据']", {"数据"}},
    };
    for (auto const& each : cases) EXPECT_EQ(parse_python_list(each.text), each.items) << each.text;
    EXPECT_GT(std::size(cases), 0u);
}

TEST(PythonList, everything_else_is_no_list) {
    char const* const cases[] = {"", "a", "['a'", "'a'", "[a]", "['a' 'b']", "[,]", "['a',,'b']",
                                 "['a'] x", "[['a']]", "['a]", "[1]", "['\\q']", "['\\x4']",
                                 "['\\", "[None]", "['a';'b']"};
    for (char const* text : cases) EXPECT_FALSE(parse_python_list(text)) << text;
    EXPECT_GT(std::size(cases), 0u);
}

}  // namespace
}  // namespace zhitu::exchange
