#include "ui/import_preview.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"
#include "ui/words.h"

namespace zhitu::ui {

namespace {

constexpr char const* courses_csv =
    "url,title,author,students,rating,difficulty,skills,description,price,source\n"
    "https://example.invalid/go,Go in practice,A,10,0,Beginner,['go'],Text,,Example\n"
    "https://example.invalid/x,,A,10,4.5,Beginner,['go'],Text,,Example\n";

}  // namespace

TEST(import_preview, the_answer_stands_under_the_title_in_both_languages) {
    for (Language const language : {Language::zh, Language::en}) {
        for (float const width : {320.0f, 768.0f, 1280.0f}) {
            Screen screen({.width = width, .height = 2000, .language = language});
            screen.open_files({{"courses.csv", courses_csv}});
            EXPECT_NE(screen.find(AriaRole::heading, text_of(Word::import_title, language)),
                      nullptr);
            EXPECT_TRUE(screen.says(text_of(Word::import_refused_one, language)));
            EXPECT_TRUE(screen.says(text_of(Word::import_not_yet, language)));
            EXPECT_NE(screen.find(AriaRole::button, text_of(Word::apply, language)), nullptr);
        }
    }
}

TEST(import_preview, what_was_taken_for_granted_is_said_with_its_count) {
    Screen screen({.height = 2000, .language = Language::en});
    screen.open_files({{"courses.csv", courses_csv}});
    EXPECT_TRUE(screen.says("Courses with rating 0: 1. Taken as no rating."));
    EXPECT_TRUE(screen.says("Courses without a price: 2. Taken as unknown, not as free."));
}

TEST(import_preview, a_file_with_nothing_in_it_offers_no_apply) {
    Screen screen({.height = 2000});
    int files_count = 0;
    for (std::string const& bytes :
         {std::string(), std::string("\x89PNG\r\n\x1a\n", 8), std::string("{\"a\":1}")}) {
        screen.open_files({{"strange.bin", bytes}});
        ASSERT_EQ(screen.view().import.step, ImportState::Step::preview);
        EXPECT_EQ(screen.find(AriaRole::button, text_of(Word::apply, Language::zh)), nullptr);
        EXPECT_TRUE(screen.says(text_of(Word::nothing_to_apply, Language::zh)));
        EXPECT_TRUE(screen.says("strange.bin"));
        ++files_count;
    }
    EXPECT_EQ(files_count, 3);
}

TEST(import_preview, the_outcome_says_what_was_done_and_leads_on) {
    Screen screen({.height = 2000, .language = Language::en});
    screen.open_files({{"courses.csv", courses_csv}});
    ASSERT_TRUE(screen.click(AriaRole::button, "Apply"));
    EXPECT_TRUE(screen.says("Added 1 course"));
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::to_catalog, Language::en)));
    EXPECT_EQ(screen.view().route.page, Page::catalog);
}

}  // namespace zhitu::ui
