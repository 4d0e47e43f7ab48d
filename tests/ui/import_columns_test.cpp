#include "ui/import_columns.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"
#include "ui/words.h"

namespace zhitu::ui {

namespace {

constexpr char const* courses_csv =
    "url,title,author,price,source,remark\n"
    "https://example.invalid/go,Go in practice,A,12.5,Example,nice\n"
    "https://example.invalid/x,Rust,B,,Example,\n";

std::string column_for(char const* field) {
    return fill(text_of(Word::column_for, Language::en), {field_text(field, Language::en)});
}

std::string value_of(Screen& screen, std::string_view list) {
    SemanticNode const* const node = screen.find(AriaRole::combobox, list);
    return node != nullptr ? node->value : "not there";
}

using Columns = std::map<std::string, std::string>;
exchange::FilePlan const& plan_of(Screen& screen) { return screen.view().import.plans.front(); }

}  // namespace

TEST(import_columns, each_field_shows_its_column_and_first_values) {
    Screen screen({.height = 2400, .language = Language::en});
    screen.open_files({{"courses.csv", courses_csv}});
    EXPECT_EQ(value_of(screen, column_for("title")), "title");
    EXPECT_TRUE(screen.says("Go in practice · Rust"));
    EXPECT_EQ(value_of(screen, column_for("students")), "Not used");
    EXPECT_TRUE(screen.says("Columns not used: remark."));
}

TEST(import_columns, a_column_given_to_another_field_is_taken_from_the_first) {
    Screen screen({.height = 2400, .language = Language::en});
    screen.open_files({{"courses.csv", courses_csv}});
    ASSERT_TRUE(screen.choose_option(column_for("title"), "author"));
    screen.answer_jobs();
    EXPECT_EQ(plan_of(screen).columns, (Columns{{"author", ""}, {"title", "author"}}));
    EXPECT_EQ(value_of(screen, column_for("author")), "Not used");
    ASSERT_TRUE(screen.choose_option(column_for("url"), "Not used"));
    screen.answer_jobs();
    EXPECT_EQ(plan_of(screen).columns, (Columns{{"author", ""}, {"title", "author"}, {"url", ""}}));
}

TEST(import_columns, every_source_has_its_currency) {
    Screen screen({.height = 2400, .language = Language::en});
    screen.open_files({{"courses.csv", courses_csv}});
    std::string const label = "Currency of “Example”";
    EXPECT_EQ(value_of(screen, label), "Not known");
    ASSERT_TRUE(screen.choose_option(label, "RUB"));
    screen.answer_jobs();
    EXPECT_EQ(plan_of(screen).currencies, (Columns{{"Example", "RUB"}}));
    EXPECT_EQ(value_of(screen, label), "RUB");
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    for (auto const& [id, course] : screen.store().state().catalog.courses) {
        bool const is_ours = course.url == "https://example.invalid/go";
        EXPECT_EQ(is_ours && course.currency == "RUB", is_ours);
    }
}

}  // namespace zhitu::ui
