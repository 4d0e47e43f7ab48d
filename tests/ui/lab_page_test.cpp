#include <gtest/gtest.h>

#include "screen.h"
#include "ui/words.h"

namespace zhitu::ui {
namespace {

TEST(lab_page, every_figure_of_the_source_case_is_on_the_page) {
    Screen screen;
    screen.go(Page::lab);
    int figures_count = 0;
    for (char const* figure : {"0.363636", "0.666667", "0.470588", "0.300000", "0.500000",
                               "0.375000", "0.800000", "0.272727", "0.750000", "0.400000",
                               "1.000000", "0.428571", "0.500297", "0.499703"}) {
        EXPECT_TRUE(screen.says(figure)) << figure;
        ++figures_count;
    }
    EXPECT_GT(figures_count, 0);
}

TEST(lab_page, every_meaning_of_relevant_is_named_in_both_languages) {
    for (Language language : {Language::zh, Language::en}) {
        Screen screen({.language = language});
        screen.go(Page::lab);
        for (Word word : {Word::relevance_taken, Word::relevance_taken_half,
                          Word::relevance_taken_table, Word::relevance_good,
                          Word::relevance_good_table, Word::relevance_good_half}) {
            EXPECT_TRUE(screen.says(text_of(word, language))) << name_of(word);
        }
    }
}

TEST(lab_page, a_course_of_the_case_leads_to_its_page) {
    Screen screen({.height = 1600});
    screen.go(Page::lab);
    ASSERT_TRUE(screen.click(AriaRole::link, "容器技术实战"));
    EXPECT_EQ(screen.view().route.page, Page::course);
}

TEST(lab_page, without_a_case_it_says_so_and_leads_on) {
    Screen screen({.is_demo = false});
    ASSERT_TRUE(screen.store().dispatch(app::NameCompany{{"空", "Empty"}, false}));
    screen.go(Page::lab);
    EXPECT_TRUE(screen.says(text_of(Word::lab_empty, Language::zh)));
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::data_privacy, Language::zh)));
    EXPECT_EQ(screen.view().route.page, Page::data);
}

TEST(lab_page, one_sentence_stands_over_both_lists_and_says_what_counts_as_none) {
    Screen with_case({.language = Language::en});
    with_case.go(Page::lab);
    Screen without({.language = Language::en, .is_demo = false});
    people::Person person;
    person.login = "a";
    person.name.en = "A";
    ASSERT_TRUE(without.store().dispatch(app::SavePerson{person}));
    without.go(Page::lab);
    EXPECT_TRUE(with_case.says(text_of(Word::lab_sentence, Language::en)));
    EXPECT_TRUE(without.says(text_of(Word::lab_sentence, Language::en)));
    EXPECT_TRUE(with_case.says("a skill recorded only from that day on counts as level 0"));
}

}  // namespace
}  // namespace zhitu::ui
