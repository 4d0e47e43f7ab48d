#include "exchange/narrow_delimiters.h"

#include <gtest/gtest.h>

namespace zhitu::exchange {
namespace {

TEST(NarrowDelimiters, a_header_from_a_chinese_keyboard_is_a_header) {
    struct {
        char const* text;
        char const* narrow;
    } const cases[] = {
        {"登录名，姓名；小组\na，甲；乙\n", "登录名,姓名,小组\na,甲,乙\n"},
        {"登录名，姓名\r\na,甲，乙\r\n", "登录名,姓名\r\na,甲，乙\r\n"},  // there it is text
        {"登录名;姓名；小组\na；甲\n", "登录名;姓名;小组\na；甲\n"},
        {"\"登录，名\"，姓名\n\"a，b\"，甲\n", "\"登录，名\",姓名\n\"a，b\",甲\n"},
        {"a,b\nx，y\n", "a,b\nx，y\n"},
        {"a，b", "a,b"},
        {"", ""},
    };
    for (auto const& each : cases) EXPECT_EQ(with_narrow_delimiters(each.text), each.narrow);
    EXPECT_GT(std::size(cases), 0u);
}

}  // namespace
}  // namespace zhitu::exchange
