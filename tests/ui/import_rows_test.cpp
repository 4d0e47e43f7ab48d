#include "ui/import_rows.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"
#include "ui/words.h"

namespace zhitu::ui {

namespace {

// Every course but the first without a title.
std::string refused_csv(int rows_count) {
    std::string out = "url,title,author,source,rating\nhttps://example.invalid/a,First,A,S,4\n";
    for (int i = 0; i < rows_count; ++i) {
        out += "https://example.invalid/" + std::to_string(i) + ",,A,S,4\n";
    }
    return out;
}

int rows_drawn(Screen const& screen) {
    int count = 0;
    for (SemanticNode const& node : screen.nodes()) count += node.row_count == 200;
    return count;
}

app::DownloadFile const* download_of(std::vector<app::ShellRequest> const& requests) {
    for (app::ShellRequest const& request : requests) {
        if (auto const* const file = std::get_if<app::DownloadFile>(&request)) return file;
    }
    return nullptr;
}

}  // namespace

TEST(import_rows, at_most_two_hundred_of_a_group_and_how_many_more) {
    Screen screen({.language = Language::en});
    screen.open_files({{"courses.csv", refused_csv(250)}});
    EXPECT_TRUE(screen.says("250 rows cannot be read."));
    EXPECT_NE(screen.find(AriaRole::radio, "Refused 250"), nullptr);
    EXPECT_TRUE(screen.says("50 more rows are not listed."));
    EXPECT_LT(rows_drawn(screen), 60);
}

TEST(import_rows, a_refused_row_says_where_why_and_what_to_do) {
    Screen screen({.height = 2000, .language = Language::en});
    screen.open_files({{"courses.csv", refused_csv(1)}});
    EXPECT_TRUE(screen.says("3"));
    EXPECT_TRUE(screen.says("“Title” is empty. Fill in the cell and import the row again."));
}

TEST(import_rows, refused_rows_leave_as_a_table) {
    Screen screen({.height = 2000, .language = Language::en});
    screen.open_files({{"courses.csv", refused_csv(250)}});
    screen.take_requests();
    ASSERT_TRUE(screen.click(AriaRole::button, "Save as CSV"));
    auto const requests = screen.take_requests();
    app::DownloadFile const* const file = download_of(requests);
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(file->name, "refused-rows.csv");
    EXPECT_NE(file->bytes.find("https://example.invalid/249"), std::string::npos);  // all of them
    EXPECT_NE(file->bytes.find("Fill in the cell"), std::string::npos);
    EXPECT_EQ(file->bytes.find("First"), std::string::npos);
}

TEST(import_rows, a_changed_row_shows_each_field_before_and_after) {
    Screen screen({.height = 2000, .language = Language::en});
    screen.open_files({{"courses.csv", refused_csv(0)}});
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    std::string changed = refused_csv(0);
    changed.replace(changed.find("First"), 5, "Other");
    screen.open_files({{"courses.csv", changed}});
    EXPECT_NE(screen.find(AriaRole::radio, "Changed 1"), nullptr);
    EXPECT_TRUE(screen.says("First → Other"));
    ASSERT_TRUE(screen.click(AriaRole::radio, "Refused 0"));
    EXPECT_TRUE(screen.says(text_of(Word::group_empty, Language::en)));
}

TEST(import_rows, what_was_decided_here_is_shown_beside_what_the_file_says) {
    Screen screen({.height = 2000, .language = Language::en, .is_demo = false});
    std::string const roles = R"({"dev": [{"skill": "go", "priority": 0.4}]})";
    screen.open_files({{"roles.json", roles}});
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    auto const& [id, role] = *screen.store().state().people.roles.begin();
    people::Role mine = role;
    mine.needs.begin()->second = {3, 900'000};
    ASSERT_TRUE(screen.store().dispatch(app::SaveRole{mine, id}));
    screen.open_files({{"roles.json", roles}});
    EXPECT_NE(screen.find(AriaRole::radio, "Kept 1"), nullptr);
    EXPECT_TRUE(screen.says("go 1 (0.4) in the file, go 3 (0.9) here"));
    EXPECT_EQ(screen.find(AriaRole::button, "Apply"), nullptr);
}

}  // namespace zhitu::ui
