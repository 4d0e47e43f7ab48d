#include "ui/drop_hint.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"
#include "ui/words.h"

namespace zhitu::ui {

TEST(drop_hint, files_over_the_page_are_told_where_they_may_go) {
    for (Language const language : {Language::zh, Language::en}) {
        for (float const width : {320.0f, 1280.0f}) {
            Screen screen({.width = width, .language = language});
            char const* const words = text_of(Word::drop_here, language);
            EXPECT_FALSE(screen.says(words));
            screen.view().are_files_over = true;
            screen.settle();
            EXPECT_TRUE(screen.says(words));
            screen.view().are_files_over = false;
            screen.settle();
            EXPECT_FALSE(screen.says(words));
        }
    }
}

TEST(drop_hint, what_is_under_it_stays_where_it_was) {
    Screen screen;
    screen.view().are_files_over = true;
    screen.settle();
    EXPECT_TRUE(screen.click("目录"));
    EXPECT_EQ(screen.view().route.page, Page::catalog);
}

}  // namespace zhitu::ui
