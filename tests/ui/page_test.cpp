#include "support/source_dir.h"
#include "ui/page.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "tests/ui/screen.h"

namespace zhitu::ui {

TEST(page, what_was_typed_and_chosen_is_remembered) {
    Screen screen({.is_demo = false});
    ViewState view;
    Wishes wishes;
    SemanticTree tree;
    Ui ui{.tree = tree, .tokens = tokens_of(false), .fonts = {}};
    PageContext page{ui, screen.store(), view, wishes};
    page.form("login") = "li";
    EXPECT_EQ(page.form("login"), "li");
    EXPECT_EQ(page.form_error("login"), "");
    view.form_errors["login"] = "no";
    EXPECT_EQ(page.form_error("login"), "no");
    EXPECT_EQ(page.choice("tab", 3), 3);
    page.choose("tab", 1);
    EXPECT_EQ(page.choice("tab", 3), 1);
    page.go(Page::lab);
    ASSERT_EQ(wishes.list.size(), 1u);
    EXPECT_EQ(std::get<Wishes::Go>(wishes.list[0]).route.page, Page::lab);
}

// Words stand in words.inc and nowhere else: no Chinese in the sources of the pages.
TEST(page, no_page_writes_words_itself) {
    for (char const* const name : {"doors", "today", "catalog", "course", "person", "team", "lab",
                                   "data", "forms"}) {
        std::string const path =
            std::string(ZHITU_SOURCE_DIR "/src/ui/") + name + "_page.cpp";
        std::FILE* const file = std::fopen(path.c_str(), "rb");
        ASSERT_NE(file, nullptr) << path;
        std::string text(200'000, '\0');
        text.resize(std::fread(text.data(), 1, text.size(), file));
        std::fclose(file);
        for (std::size_t at = 0; at < text.size();) {
            char32_t const c = next_code_point(text, at);
            EXPECT_FALSE(c >= 0x4E00 && c <= 0x9FFF) << path << " at byte " << at;
        }
        EXPECT_EQ(text.find(", \"A "), std::string::npos) << path;
    }
}

}  // namespace zhitu::ui
