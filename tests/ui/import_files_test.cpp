#include "ui/import_files.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"
#include "ui/words.h"

namespace zhitu::ui {

namespace {

constexpr char const* courses_csv =
    "url,title,author,price,source\n"
    "https://example.invalid/go,Go in practice,A,12.5,Example\n";
constexpr char const* roles_json = "{\"Tester\":[{\"skill\":\"go\",\"priority\":0.9}]}";
char const* en(Word word) { return text_of(word, Language::en); }

std::string value_of(Screen& screen, std::string_view list) {
    SemanticNode const* const node = screen.find(AriaRole::combobox, list);
    return node != nullptr ? node->value : "not there";
}

exchange::FilePlan const& plan_of(Screen& screen) { return screen.view().import.plans.front(); }

}  // namespace

TEST(import_files, a_file_says_what_it_was_taken_for) {
    Screen screen({.height = 2000, .language = Language::en});
    screen.open_files({{"courses.csv", courses_csv}});
    EXPECT_NE(screen.find(AriaRole::heading, "courses.csv"), nullptr);
    EXPECT_TRUE(screen.says("87 bytes · UTF-8 · Comma · 1 rows"));
    EXPECT_EQ(value_of(screen, en(Word::label_kind)), "Courses");
    EXPECT_EQ(value_of(screen, en(Word::label_delimiter)), "Comma");
}

TEST(import_files, kind_encoding_and_separator_can_be_said) {
    Screen screen({.height = 2000, .language = Language::en});
    screen.open_files({{"courses.csv", courses_csv}});
    ASSERT_TRUE(screen.choose_option(en(Word::label_kind), en(Word::kind_people)));
    screen.answer_jobs();
    EXPECT_EQ(plan_of(screen).kind, exchange::FileKind::people);
    ASSERT_TRUE(screen.choose_option(en(Word::label_encoding), "GB18030"));
    screen.answer_jobs();
    EXPECT_EQ(plan_of(screen).encoding, exchange::Encoding::gb18030);
    ASSERT_TRUE(screen.click(AriaRole::button, en(Word::reset_reading)));
    screen.answer_jobs();
    EXPECT_EQ(plan_of(screen), exchange::FilePlan{});
    ASSERT_TRUE(screen.choose_option(en(Word::label_delimiter), en(Word::delimiter_tab)));
    screen.answer_jobs();
    EXPECT_EQ(plan_of(screen).delimiter, '\t');
}

TEST(import_files, of_several_files_only_those_to_look_at_are_open) {
    Screen screen({.height = 2000, .language = Language::en});
    screen.open_files({{"courses.csv", courses_csv}, {"roles.json", roles_json}});
    EXPECT_EQ(screen.find(AriaRole::combobox, en(Word::label_kind)), nullptr);
    ASSERT_TRUE(screen.click(AriaRole::button, en(Word::show_mapping)));
    EXPECT_NE(screen.find(AriaRole::combobox, en(Word::label_kind)), nullptr);
}

}  // namespace zhitu::ui
