#include "exchange/scripts.h"

#include <gtest/gtest.h>

namespace zhitu::exchange {
namespace {

TEST(Scripts, han_text_is_the_chinese_side) {
    EXPECT_EQ(local_text("数据工程"), (LocalText{"数据工程", ""}));
    EXPECT_EQ(local_text("Python 入门"), (LocalText{"Python 入门", ""}));
    EXPECT_EQ(local_text("Python"), (LocalText{"", "Python"}));
    EXPECT_EQ(local_text("Инди-курс"), (LocalText{"", "Инди-курс"}));
    EXPECT_TRUE(local_text("").is_empty());
}

TEST(Scripts, a_title_tells_its_language_by_its_letters) {
    EXPECT_STREQ(language_of("Программирование на Python"), "ru");
    EXPECT_STREQ(language_of("Crash Course"), "en");
    EXPECT_STREQ(language_of("Python 入门"), "zh");
    EXPECT_STREQ(language_of(""), "en");
}

TEST(Scripts, the_borders_of_the_blocks_are_inside) {
    EXPECT_TRUE(has_han("\u3400") && has_han("\u9FFF") && has_han("\U00020000"));
    EXPECT_FALSE(has_han("\u33FF") || has_han("\u3042") || has_han("\uFF21"));
    EXPECT_TRUE(has_cyrillic("\u0400") && has_cyrillic("\u04FF"));
    EXPECT_FALSE(has_cyrillic("\u03FF") || has_cyrillic("\u0500"));
    EXPECT_FALSE(has_han("\xFF\xFE"));
}

}  // namespace
}  // namespace zhitu::exchange
