#include "ui/words.h"

#include <gtest/gtest.h>

#include <set>

#include "base/text.h"

namespace zhitu::ui {

namespace {

std::multiset<char> slots_of(std::string_view text) {
    std::multiset<char> out;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '{' && text[i + 2] == '}') out.insert(text[i + 1]);
    }
    return out;
}

bool has_hanzi(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        char32_t const c = next_code_point(text, at);
        if (c >= 0x4E00 && c <= 0x9FFF) return true;
    }
    return false;
}

}  // namespace

TEST(words, every_word_is_there_in_both_languages) {
    for (std::size_t i = 0; i < words_count; ++i) {
        auto const word = static_cast<Word>(i);
        std::string_view const zh = text_of(word, Language::zh);
        std::string_view const en = text_of(word, Language::en);
        EXPECT_FALSE(zh.empty()) << name_of(word);
        EXPECT_FALSE(en.empty()) << name_of(word);
        EXPECT_TRUE(is_utf8(zh)) << name_of(word);
        EXPECT_EQ(slots_of(zh), slots_of(en)) << name_of(word);
    }
}

TEST(words, english_holds_no_chinese_but_names) {
    for (std::size_t i = 0; i < words_count; ++i) {
        auto const word = static_cast<Word>(i);
        bool const is_name = word == Word::product_latin || word == Word::language_label ||
                             word == Word::switch_language;
        EXPECT_EQ(has_hanzi(text_of(word, Language::en)), is_name) << name_of(word);
    }
}

TEST(words, no_blame_no_shouting_no_jargon) {
    for (std::size_t i = 0; i < words_count; ++i) {
        auto const word = static_cast<Word>(i);
        for (Language const language : {Language::zh, Language::en}) {
            std::string_view const text = text_of(word, language);
            for (char const* const bad : {"!", "！", "IDBFS", "CRDT", "journal", "ledger", "op "}) {
                EXPECT_EQ(text.find(bad), std::string_view::npos) << name_of(word);
            }
        }
    }
}

TEST(words, every_error_has_a_sentence) {
    for (int code = 0; code <= static_cast<int>(ErrorCode::cancelled); ++code) {
        Error const error{static_cast<ErrorCode>(code), {"甲", "乙", "丙"}};
        for (Language const language : {Language::zh, Language::en}) {
            std::string const text = sentence(error, language);
            EXPECT_GT(text.size(), 6u) << code;
            EXPECT_EQ(text.find('{'), std::string::npos) << text;
        }
    }
}

TEST(words, arguments_that_are_fields_get_their_words) {
    Error const error{ErrorCode::empty_field, {"login"}};
    EXPECT_EQ(sentence(error, Language::zh), "“登录名”还没有填。");
    EXPECT_EQ(sentence(error, Language::en), "“Login” is empty.");
}

TEST(words, missing_arguments_leave_nothing_and_braces_stay) {
    EXPECT_EQ(fill("{0} of {1}", {"1"}), "1 of ");
    EXPECT_EQ(fill("{1}{0}", {"a", "b"}), "ba");
    EXPECT_EQ(fill("{x} {", {"a"}), "{x} {");
}

}  // namespace zhitu::ui
