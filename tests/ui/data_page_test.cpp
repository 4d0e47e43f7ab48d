#include <gtest/gtest.h>

#include "screen.h"
#include "ui/words.h"

namespace zhitu::ui {
namespace {

template <class Request>
Request const* first_of(std::vector<app::ShellRequest> const& requests) {
    for (auto const& request : requests) {
        if (auto const* found = std::get_if<Request>(&request)) return found;
    }
    return nullptr;
}

char const* zh(Word word) { return text_of(word, Language::zh); }

TEST(data_page, the_state_hash_is_on_the_page) {
    Screen screen;
    screen.go(Page::data);
    EXPECT_TRUE(screen.says(to_hex(screen.store().state_digest())));
}

// The second change of a writer whose first never comes.
vault::Change orphan(std::size_t number) {
    vault::Change change;
    change.header.writer = RawId{1};
    change.header.sequence = 2;
    for (std::size_t i = 0; i < 4; ++i) {
        change.hash[i] = static_cast<std::uint8_t>(number >> (8 * i));
        change.header.previous[i] = change.hash[i];
    }
    change.header.previous[31] = 1;
    return change;
}

TEST(data_page, what_waits_and_what_was_let_go_is_told) {
    Screen screen({.language = Language::en});
    screen.go(Page::data);
    EXPECT_FALSE(screen.says("more wait for records"));
    ASSERT_TRUE(screen.store().merge({orphan(0)}));
    screen.settle();
    EXPECT_TRUE(screen.says("1 more wait for records"));
    EXPECT_FALSE(screen.says("were let go"));
    std::vector<vault::Change> many;
    for (std::size_t i = 1; i <= limits::waiting_changes_max + 1; ++i) many.push_back(orphan(i));
    auto const merged = screen.store().merge(std::move(many));
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged.value().dropped_count, 2u);
    screen.settle();
    EXPECT_TRUE(screen.says("100,000 more wait"));
    EXPECT_TRUE(screen.says("the 2 that waited longest were let go"));
}

TEST(data_page, export_asks_the_shell_for_a_download) {
    Screen screen;
    screen.go(Page::data);
    screen.take_requests();
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::export_go)));
    auto const requests = screen.take_requests();
    auto const* file = first_of<app::DownloadFile>(requests);
    ASSERT_NE(file, nullptr);
    EXPECT_NE(file->bytes.find("zhitu-exchange"), std::string::npos);
}

TEST(data_page, choosing_files_asks_the_shell) {
    Screen screen;
    screen.go(Page::data);
    screen.take_requests();
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::door_files_go)));
    auto const requests = screen.take_requests();
    EXPECT_NE(first_of<app::PickFiles>(requests), nullptr);
}

TEST(data_page, removing_everything_takes_a_second_step) {
    Screen screen;
    screen.go(Page::data);
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::clear_first)));
    EXPECT_FALSE(screen.store().state().is_empty());
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::cancel)));
    EXPECT_EQ(screen.find(AriaRole::button, zh(Word::clear_second)), nullptr);
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::clear_first)));
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::clear_second)));
    screen.settle();
    EXPECT_TRUE(screen.store().state().is_empty());
    EXPECT_EQ(screen.view().route.page, Page::doors);
}

TEST(data_page, while_files_come_in_there_is_nothing_else_on_the_page) {
    Screen screen;
    screen.go(Page::data);
    EXPECT_NE(screen.find(AriaRole::button, zh(Word::export_go)), nullptr);
    screen.send(app::FilesPicked{{{"courses.csv", "title\nGo\n"}}});
    EXPECT_EQ(screen.find(AriaRole::button, zh(Word::export_go)), nullptr);
    EXPECT_NE(screen.find(AriaRole::progressbar, "正在读取 courses.csv"), nullptr);
    ASSERT_TRUE(screen.click(AriaRole::button, zh(Word::cancel)));
    EXPECT_NE(screen.find(AriaRole::button, zh(Word::export_go)), nullptr);
}

}  // namespace
}  // namespace zhitu::ui
