#include "tools/cli/words.h"

#include <gtest/gtest.h>

#include <set>

namespace zhitu::tools {
namespace {

TEST(Words, every_code_has_its_own_sentence_without_holes) {
    std::set<std::string> sentences;
    int const last = static_cast<int>(ErrorCode::cancelled);
    for (int code = 0; code <= last; ++code) {
        std::string const text = sentence(Error{static_cast<ErrorCode>(code), {"A", "B", "C"}});
        EXPECT_EQ(text.find('%'), std::string::npos) << text;
        EXPECT_FALSE(text.empty());
        sentences.insert(text);
    }
    EXPECT_EQ(sentences.size(), static_cast<std::size_t>(last) + 1);
}

TEST(Words, a_missing_argument_shows_as_a_question_mark) {
    EXPECT_EQ(sentence(Error{ErrorCode::empty_field, {}}), "the field ? is empty");
}

TEST(Words, a_refusal_names_its_place) {
    Error const empty{ErrorCode::empty_field, {"title"}};
    EXPECT_EQ(sentence(exchange::Refusal{"a.csv", 7, "title", "x", empty}),
              "a.csv, row 7, title [x]: the field title is empty");
    EXPECT_EQ(sentence(exchange::Refusal{"a.csv", 0, "", "", {ErrorCode::not_text, {"a.csv"}}}),
              "a.csv: a.csv is no text in UTF-8, UTF-16 or GB18030");
    EXPECT_EQ(sentence(Error{ErrorCode::bad_row, {"unclosed_quote"}}),
              "the row cannot be read: a quotation mark is not closed");
}

TEST(Words, what_was_let_go_is_said_and_nothing_is_not) {
    EXPECT_EQ(let_go_line(0), "");
    EXPECT_EQ(let_go_line(1).substr(0, 18), "1 change let go: t");
    EXPECT_EQ(let_go_line(2).substr(0, 16), "2 changes let go");
}

TEST(Words, names_show_what_is_there) {
    EXPECT_EQ(one_name({"王", "Wang"}), "Wang");
    EXPECT_EQ(one_name({"王", ""}), "王");
    EXPECT_EQ(both_names({"王", "Wang"}), "王 (Wang)");
    EXPECT_EQ(both_names({"", "Wang"}), "Wang");
}

TEST(Words, every_reason_and_status_has_a_word) {
    EXPECT_STREQ(word(recommend::Reason::prerequisites), "prerequisites");
    EXPECT_STREQ(word(app::Relevance::graded_good_score_half), "good or better, score >= 0.5");
    EXPECT_STREQ(word(app::AdviceStatus::nothing_fits), "nothing_fits");
    EXPECT_STRNE(sentence(app::AdviceStatus::no_gap), "?");
    EXPECT_STREQ(word(app::Lever::prerequisite), "prerequisite");
    EXPECT_STREQ(word(app::Standing::no_list), "no_list");
    EXPECT_STREQ(sentence(app::Standing::listed), "");
    EXPECT_STRNE(sentence(app::Standing::closes_nothing), "?");
}

}  // namespace
}  // namespace zhitu::tools
