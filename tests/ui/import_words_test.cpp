#include "ui/import_words.h"

#include <gtest/gtest.h>

namespace zhitu::ui {

namespace {

app::ThingCounts& of(app::ImportProposal& proposal, app::Thing thing) {
    return proposal.counts[static_cast<std::size_t>(thing)];
}

// The company's own files, as the first import finds them.
app::ImportProposal first_import() {
    app::ImportProposal proposal;
    of(proposal, app::Thing::course).added = 697;
    of(proposal, app::Thing::role).added = 60;
    of(proposal, app::Thing::person).added = 1;
    proposal.refusals_count = 16;
    proposal.ops_count = 10;
    return proposal;
}

}  // namespace

TEST(import_words, one_sentence_says_what_the_files_would_do) {
    app::ImportProposal const proposal = first_import();
    EXPECT_EQ(proposal_text(proposal, Language::zh),
              "会新增 697 门课程、60 个岗位和 1 位同事。16 行读不了。确认之前什么都不会改。");
    EXPECT_EQ(proposal_text(proposal, Language::en),
              "This adds 697 courses, 60 roles and 1 person. 16 rows cannot be read. Nothing "
              "changes until you apply.");
    EXPECT_EQ(applied_text(proposal, Language::en), "Added 697 courses, 60 roles and 1 person.");
}

TEST(import_words, changes_are_said_beside_what_is_new) {
    app::ImportProposal proposal = first_import();
    of(proposal, app::Thing::course) = {0, 1'200, 3};
    EXPECT_EQ(applied_text(proposal, Language::en),
              "Added 60 roles and 1 person and changed 1,200 courses.");
    of(proposal, app::Thing::role) = {};
    of(proposal, app::Thing::person) = {};
    EXPECT_EQ(applied_text(proposal, Language::zh), "已改动 1,200 门课程。");
}

TEST(import_words, the_same_file_again_is_said_plainly) {
    app::ImportProposal proposal;
    of(proposal, app::Thing::course).same = 697;
    EXPECT_EQ(proposal_text(proposal, Language::en), "All of this is here already: 0 changes.");
    EXPECT_EQ(proposal_text({}, Language::en), text_of(Word::nothing_to_apply, Language::en));
}

TEST(import_words, every_code_has_a_reason_and_something_to_do) {
    for (int code = 0; code <= static_cast<int>(ErrorCode::cancelled); ++code) {
        exchange::Refusal refusal;
        refusal.why = {static_cast<ErrorCode>(code), {"甲", "乙", "丙"}};
        for (Language const language : {Language::zh, Language::en}) {
            std::string const reason = sentence(refusal.why, language);
            for (std::uint64_t const row : {0u, 7u}) {
                refusal.row = row;
                std::string const said = refusal_text(refusal, language);
                bool const has_its_own = refusal.why.code == ErrorCode::file_too_large;
                EXPECT_EQ(said == reason, has_its_own) << code;
                EXPECT_EQ(said.find('{'), std::string::npos) << said;
            }
            EXPECT_NE(warning_text(refusal, language), refusal_text(refusal, language)) << code;
        }
    }
}

TEST(import_words, reasons_speak_of_columns_and_not_of_tokens) {
    exchange::Refusal refusal;
    refusal.row = 12;
    refusal.why = {ErrorCode::bad_row, {"unclosed_quote"}};
    EXPECT_EQ(refusal_text(refusal, Language::en),
              "This row cannot be read: a quote is never closed. Check the quotes and separators "
              "of this row.");
    refusal.why = {ErrorCode::bad_value, {"difficulty", "4.4", "beginner..advanced"}};
    EXPECT_EQ(warning_text(refusal, Language::en),
              "“Difficulty” cannot be “4.4”; it should be one of Beginner, Introductory, "
              "Intermediate, Advanced. The cell stays empty; the rest is taken.");
    refusal.why = {ErrorCode::bad_value, {"skills", "skills", "no blanks"}};
    EXPECT_EQ(sentence(refusal.why, Language::zh), "“技能”不能是“skills”，应当是：不含空格的文字。");
}

TEST(import_words, a_circle_of_managers_is_no_circle_of_courses) {
    exchange::Refusal refusal;
    refusal.row = 3;
    refusal.why = {ErrorCode::cycle, {"a → b → a"}};
    EXPECT_EQ(refusal_text(refusal, Language::en),
              "The managers form a circle: a → b → a. Give one of them another manager.");
}

TEST(import_words, sizes_and_separators_are_written_for_people) {
    EXPECT_EQ(size_text(922'696, Language::en), "923 kB");
    EXPECT_EQ(size_text(67'108'864, Language::zh), "67.1 MB");
    EXPECT_EQ(size_text(12, Language::zh), "12 字节");
    EXPECT_EQ(delimiter_text('\t', Language::en), "Tab");
    EXPECT_EQ(encoding_text(exchange::Encoding::gb18030), "GB18030");
}

TEST(import_words, every_thing_is_counted_in_both_languages) {
    for (std::size_t i = 0; i < app::things_count; ++i) {
        auto const thing = static_cast<app::Thing>(i);
        for (Language const language : {Language::zh, Language::en}) {
            EXPECT_NE(counted_text(thing, 1'234, language).find("1,234"), std::string::npos);
            EXPECT_NE(counted_text(thing, 1, language).find("1"), std::string::npos);
            EXPECT_NE(counted_text(thing, 1, Language::en), counted_text(thing, 2, Language::en));
        }
    }
}

}  // namespace zhitu::ui
