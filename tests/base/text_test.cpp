#include "base/text.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "base/env.h"

namespace zhitu {
namespace {

using namespace std::string_view_literals;

std::vector<std::string_view> const& broken_texts() {
    static std::vector<std::string_view> const texts = {
        "\x80"sv,               // continuation without a lead
        "\xC0\x80"sv,           // overlong NUL
        "\xC1\xBF"sv,           // overlong
        "\xE0\x9F\xBF"sv,       // overlong
        "\xF0\x8F\xBF\xBF"sv,   // overlong
        "\xED\xA0\x80"sv,       // U+D800
        "\xED\xBF\xBF"sv,       // U+DFFF
        "\xF4\x90\x80\x80"sv,   // U+110000
        "\xF5\x80\x80\x80"sv, "\xFE"sv, "\xFF\xFE"sv,
        "\xC3"sv,               // cut
        "\xE7\x9F"sv,           // cut
        "\xF0\x9F\x98"sv,       // cut
        "\xE7\x28\xA5"sv,       // wrong second
        "\xE7\x9F\x28"sv,       // wrong third
        "\xF0\x9F\x98\x28"sv,   // wrong fourth
    };
    return texts;
}

TEST(text, well_formed_utf8_is_recognised) {
    for (std::string_view const text : {""sv, "plain ASCII, longer than eight bytes"sv, "知途"sv,
                                        "é"sv, "😀👩‍👧"sv, "\0"sv,
                                        "\xEF\xBF\xBF"sv, "\xEE\x80\x80"sv,
                                        "\xED\x9F\xBF"sv, "\xF4\x8F\xBF\xBF"sv})
        EXPECT_TRUE(is_utf8(text)) << text;
}

TEST(text, broken_utf8_is_found_at_its_byte_wherever_it_stands) {
    int found_count = 0;
    for (std::string_view const broken : broken_texts()) {
        for (std::size_t before_size = 0; before_size < 20; ++before_size) {
            std::string const text = std::string(before_size, 'x') + std::string(broken);
            EXPECT_FALSE(is_utf8(text));
            EXPECT_EQ(utf8_prefix_size(text), before_size);
            EXPECT_EQ(utf8_prefix_size(text + "more text behind it"), before_size);
            ++found_count;
        }
    }
    EXPECT_GT(found_count, 0);
}

TEST(text, code_points_are_counted_not_bytes) {
    std::vector<std::pair<std::string_view, std::size_t>> const cases = {
        {"", 0},   {"abc", 3},     {"知途", 2}, {"é", 1},
        {"😀", 1}, {"a知😀é", 4}, {"👩‍👧", 3}};
    for (auto const& [text, count] : cases) EXPECT_EQ(count_code_points(text), count) << text;
}

TEST(text, every_code_point_survives_writing_and_reading) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_code_point(text, c);
        std::size_t offset = 0;
        ASSERT_EQ(next_code_point(text, offset), c);
        ASSERT_EQ(offset, text.size());
        ASSERT_TRUE(is_utf8(text));
        ASSERT_EQ(count_code_points(text), 1u);
    }
}

TEST(text, no_code_point_of_unicode_becomes_the_replacement_character) {
    int replaced_count = 0;
    for (char32_t const c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) {
        std::string text;
        append_code_point(text, c);
        replaced_count += text == "\xEF\xBF\xBD" ? 1 : 0;
    }
    EXPECT_EQ(replaced_count, 3);
}

TEST(text, reading_broken_text_moves_on_and_ends) {
    int replaced_count = 0;
    for (std::string_view const text : broken_texts()) {
        std::size_t offset = 0;
        EXPECT_EQ(next_code_point(text, offset), char32_t{0xFFFD});
        EXPECT_EQ(offset, 1u);
        ++replaced_count;
    }
    EXPECT_GT(replaced_count, 0);
    std::size_t behind = 1;
    EXPECT_EQ(next_code_point("a", behind), char32_t{0xFFFD});
    EXPECT_EQ(behind, 1u);
}

TEST(text, trimming_takes_blanks_of_both_languages_from_both_ends) {
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed(" \t\r\n\v\f"), "");
    EXPECT_EQ(trimmed("\u3000\u00A0 知 途 \u00A0\u3000\t"), "知 途");
    EXPECT_EQ(trimmed("a"), "a");
    EXPECT_EQ(trimmed("à"), "à");  // its last byte is that of U+00A0
    EXPECT_EQ(trimmed("\xA0"), "\xA0");
}

TEST(text, spellings_of_one_name_share_a_key) {
    std::vector<std::pair<std::string_view, std::string_view>> const cases = {
        {"  Data   Science ", "data science"},
        {"Data\u3000Science", "data science"},
        {"Data\u00A0\t Science", "data science"},
        {"ＳＱＬ（Ａ＋）", "sql(a+)"},
        {"ÀÉÎÕÜÞ×", "àéîõüþ×"},
        {"ß÷ÿ", "ß÷ÿ"},
        {"ΑΩΣΪΫΆΈΉΊΌΎΏ", "αωσϊϋάέήίόύώ"},
        {"ΟΔΟΣ", "οδοσ"},
        {"οδος", "οδοσ"},
        {"АЯЀЁЏ", "аяѐёџ"},
        {"知途 C++", "知途 c++"},
        {"@[`{", "@[`{"},
        {"", ""},
    };
    for (auto const& [text, key] : cases) EXPECT_EQ(comparison_key(text), key) << text;
}

TEST(text, the_key_of_a_key_is_the_key) {
    for (char32_t c = 0; c <= 0xFFFF; ++c) {
        std::string text = "a ";
        append_code_point(text, c);
        std::string const key = comparison_key(text + " B");
        ASSERT_EQ(comparison_key(key), key) << static_cast<std::uint32_t>(c);
    }
}

TEST(text, different_names_keep_different_keys) {
    EXPECT_NE(comparison_key("C"), comparison_key("C++"));
    EXPECT_NE(comparison_key("data science"), comparison_key("datascience"));
    EXPECT_NE(comparison_key("résumé"), comparison_key("resume"));
    EXPECT_NE(comparison_key("ＡＢ"), comparison_key("ＡＣ"));
}

TEST(text, shortened_text_has_at_most_the_asked_count) {
    EXPECT_EQ(shortened("知识路径", 4), "知识路径");
    EXPECT_EQ(shortened("知识路径", 3), "知识…");
    EXPECT_EQ(shortened("a😀b", 2), "a…");
    EXPECT_EQ(shortened("abc", 1), "…");
    EXPECT_EQ(shortened("abc", 0), "");
    EXPECT_EQ(shortened("", 0), "");
}

TEST(text, integers_are_read) {
    std::vector<std::pair<std::string_view, std::int64_t>> const cases = {
        {"0", 0}, {"-0", 0}, {"42", 42}, {"-17", -17}, {"007", 7},
        {"9223372036854775807", INT64_MAX}, {"-9223372036854775808", INT64_MIN}};
    for (auto const& [text, value] : cases) EXPECT_EQ(parse_integer(text), value) << text;
}

TEST(text, what_is_no_integer_is_refused) {
    int refused_count = 0;
    for (std::string_view const text :
         {""sv, "-"sv, "+1"sv, " 1"sv, "1 "sv, "1.0"sv, "1e3"sv, "0x1"sv, "--1"sv, "１"sv, "1\0"sv,
          "9223372036854775808"sv, "-9223372036854775809"sv, "1,000"sv, "NaN"sv}) {
        EXPECT_FALSE(parse_integer(text).has_value()) << text;
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
}

TEST(text, decimals_become_millionths_rounded_half_away_from_zero) {
    std::vector<std::pair<std::string_view, std::int64_t>> const cases = {
        {"4.6", 4'600'000}, {"-0.25", -250'000}, {"1222909.0", 1'222'909'000'000},
        {"0", 0}, {"-0", 0}, {"-0.0", 0}, {"007.5", 7'500'000}, {"0.000001", 1},
        {"0.0000005", 1}, {"-0.0000005", -1}, {"0.00000049999999999999999999", 0},
        {"0.9999995", 1'000'000}, {"0.1234564", 123'456}, {"0.1234565", 123'457},
        {"9000000000000", 9'000'000'000'000'000'000},
        {"-9000000000000.000000", -9'000'000'000'000'000'000}};
    for (auto const& [text, value] : cases) EXPECT_EQ(parse_millionths(text), value) << text;
}

TEST(text, what_is_no_decimal_is_refused) {
    int refused_count = 0;
    for (std::string_view const text :
         {""sv, "-"sv, "."sv, ".5"sv, "5."sv, "-.5"sv, "+1"sv, " 1"sv, "1 "sv, "1e3"sv, "1E3"sv,
          "inf"sv, "nan"sv, "NaN"sv, "1.2.3"sv, "1,5"sv, "--1"sv, "1.-2"sv, "0x1"sv, "1.5\0"sv,
          "9000000000000.000001"sv, "9000000000001"sv, "-9000000000001"sv,
          "99999999999999999999999999"sv, "４.６"sv}) {
        EXPECT_FALSE(parse_millionths(text).has_value()) << text;
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
}

TEST(text, dates_are_days_since_1970) {
    std::vector<std::pair<std::string_view, std::int64_t>> const cases = {
        {"1970-01-01", 0}, {"1969-12-31", -1}, {"2026-11-20", 20'777}, {"2000-02-29", 11'016},
        {"0000-01-01", -719'528}, {"9999-12-31", 2'932'896}};
    for (auto const& [text, days] : cases) {
        EXPECT_EQ(parse_date_days(text), days) << text;
        EXPECT_EQ(date_text(days), text);
    }
}

TEST(text, every_day_of_ten_thousand_years_survives_text_in_order) {
    std::string before;
    for (std::int64_t days = -719'528; days <= 2'932'896; ++days) {
        std::string text = date_text(days);
        ASSERT_EQ(parse_date_days(text), days) << text;
        ASSERT_LT(before, text);
        before = std::move(text);
    }
}

TEST(text, days_beyond_four_digit_years_give_the_nearest) {
    EXPECT_EQ(date_text(INT64_MAX), "9999-12-31");
    EXPECT_EQ(date_text(INT64_MIN), "0000-01-01");
}

TEST(text, what_is_no_date_is_refused) {
    int refused_count = 0;
    for (std::string_view const text :
         {""sv, "2026-11-2"sv, "2026-1-20"sv, "20261120"sv, "2026-11-20 "sv, "2026/11/20"sv,
          "2026-13-01"sv, "2026-00-01"sv, "2026-01-00"sv, "2026-01-32"sv, "2026-04-31"sv,
          "2026-02-29"sv, "1900-02-29"sv, "-026-01-01"sv, "2026-+1-01"sv, "2026-01- 1"sv,
          "20a6-01-01"sv, "12026-01-01"sv, "2026-11-20T00:00"sv}) {
        EXPECT_FALSE(parse_date_days(text).has_value()) << text;
        ++refused_count;
    }
    EXPECT_GT(refused_count, 0);
}

TEST(text, a_local_text_is_empty_when_both_sides_are) {
    EXPECT_TRUE(LocalText{}.is_empty());
    EXPECT_FALSE((LocalText{"知", ""}.is_empty()));
    EXPECT_FALSE((LocalText{"", "know"}.is_empty()));
    EXPECT_EQ((LocalText{"知", "know"}), (LocalText{"知", "know"}));
}

}  // namespace
}  // namespace zhitu
