#include "ui/wrap.h"

#include <gtest/gtest.h>

#include <string>

namespace zhitu::ui {

namespace {

// One unit for Latin, two for wide characters.
std::vector<std::string> lines_of(std::string_view text, float width) {
    auto const advance = [](char32_t c, std::size_t) { return is_wide(c) ? 2.0f : 1.0f; };
    std::vector<std::string> out;
    for (TextLine const& line : wrap_text(text, width, advance)) {
        out.emplace_back(text.substr(line.begin, line.end - line.begin));
    }
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST(wrap, latin_breaks_at_blanks) {
    EXPECT_EQ(lines_of("one two three", 8), (Lines{"one two", "three"}));
    EXPECT_EQ(lines_of("one", 8), (Lines{"one"}));
    EXPECT_EQ(lines_of("", 8), (Lines{""}));
}

TEST(wrap, a_product_and_its_result_stay_together) {
    EXPECT_EQ(lines_of("3 levels × 0.90 + 1 level × 0.40", 18),
              (Lines{"3 levels × 0.90 +", "1 level × 0.40"}));
    EXPECT_EQ(lines_of("all together 1 × 2 = 2", 19), (Lines{"all together", "1 × 2 = 2"}));
}

TEST(wrap, long_words_break_anywhere) {
    EXPECT_EQ(lines_of("abcdefghij", 4), (Lines{"abcd", "efgh", "ij"}));
    EXPECT_EQ(lines_of("a abcdefgh", 4), (Lines{"a", "abcd", "efgh"}));
}

TEST(wrap, chinese_breaks_between_characters) {
    EXPECT_EQ(lines_of("微服务架构进阶", 8), (Lines{"微服务架", "构进阶"}));
    EXPECT_EQ(lines_of("学Go语言", 6), (Lines{"学Go语", "言"}));
}

TEST(wrap, no_line_begins_with_closing_or_ends_with_opening_punctuation) {
    EXPECT_EQ(lines_of("学习，复习", 4), (Lines{"学", "习，", "复习"}));
    EXPECT_EQ(lines_of("看（书）", 4), (Lines{"看", "（书", "）"}));
    for (float width = 8; width < 30; width += 1) {
        for (std::string const& line : lines_of("接着学，“好”吗？（是）。先学《算法》；再说。", width)) {
            EXPECT_FALSE(line.starts_with("，")) << width;
            EXPECT_FALSE(line.starts_with("。")) << width;
            EXPECT_FALSE(line.ends_with("（")) << width;
            EXPECT_FALSE(line.ends_with("《")) << width;
        }
    }
}

TEST(wrap, line_feeds_always_end_a_line) {
    EXPECT_EQ(lines_of("a\nb\n\nc", 8), (Lines{"a", "b", "", "c"}));
}

TEST(wrap, nothing_but_blanks_is_lost) {
    std::string const text = "Zhitu 知途 2026-11-20 https://example.com/a-b，长单词abcdefghijklmnop 完";
    for (float width = 2; width < 60; width += 1) {
        std::string joined;
        for (std::string const& line : lines_of(text, width)) joined += line;
        std::string wanted = text;
        std::erase(wanted, ' ');
        std::erase(joined, ' ');
        EXPECT_EQ(joined, wanted) << width;
    }
}

TEST(wrap, dates_and_ranges_stay_whole) {
    EXPECT_FALSE(may_break('-', '1'));
    EXPECT_TRUE(may_break('-', 'b'));
    EXPECT_TRUE(may_break(U'中', U'国'));
    EXPECT_FALSE(may_break(U'中', U'。'));
}

}  // namespace zhitu::ui
