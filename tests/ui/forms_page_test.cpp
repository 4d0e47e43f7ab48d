#include <gtest/gtest.h>

#include "screen.h"
#include "ui/words.h"

namespace zhitu::ui {
namespace {

TEST(forms_page, every_field_has_its_label_in_both_languages) {
    std::vector<std::pair<Page, std::vector<Word>>> const forms{
        {Page::add_person, {Word::field_login, Word::field_name_zh, Word::field_name_en,
                            Word::field_email, Word::field_role, Word::field_team}},
        {Page::add_course, {Word::field_title_zh, Word::field_title_en, Word::field_summary,
                            Word::field_hours, Word::field_price, Word::field_skill}},
        {Page::add_skill, {Word::field_name_zh, Word::field_name_en, Word::field_domain}},
        {Page::add_role, {Word::field_name_zh, Word::field_name_en}}};
    for (Language language : {Language::zh, Language::en}) {
        Screen screen({.height = 1600, .language = language});
        for (auto const& [page, words] : forms) {
            screen.go(page);
            for (Word word : words) {
                EXPECT_NE(screen.find(text_of(word, language)), nullptr) << name_of(word);
            }
        }
    }
}

TEST(forms_page, cancel_goes_back_without_a_trace) {
    Screen screen({.height = 1600});
    ASSERT_TRUE(screen.click(text_of(Word::team, Language::zh)));
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::add_person, Language::zh)));
    screen.settle();
    Digest const before = screen.store().state_digest();
    screen.view().form["login"] = "x";
    ASSERT_TRUE(screen.click(AriaRole::button, text_of(Word::cancel, Language::zh)));
    screen.settle();
    EXPECT_EQ(screen.view().route.page, Page::team);
    EXPECT_EQ(screen.store().state_digest(), before);
}

}  // namespace
}  // namespace zhitu::ui
