#include "ui/history_menu.h"

#include <gtest/gtest.h>

#include "tests/ui/company.h"
#include "ui/format.h"

namespace zhitu::ui {

namespace {

void press_chord(Screen& screen, ImGuiKey key, bool is_shift = false) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, true);
    if (is_shift) io.AddKeyEvent(ImGuiMod_Shift, true);
    screen.press(key);
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    io.AddKeyEvent(ImGuiMod_Shift, false);
    screen.settle();
}

bool is_disabled(Screen const& screen, std::string_view name) {
    SemanticNode const* const node = screen.find(AriaRole::button, name);
    return node != nullptr && (node->flags & node_disabled) != 0;
}

bool is_taken(SmallCompany& company) {
    return learning::is_taken(company.state().learning, company.me, company.course);
}

}  // namespace

TEST(history_menu, the_keys_undo_and_redo_and_say_what) {
    SmallCompany company;
    Screen& screen = company.screen;
    screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(screen.click("Enrol"));
    ASSERT_TRUE(is_taken(company));
    press_chord(screen, ImGuiKey_Z);
    EXPECT_FALSE(is_taken(company));
    EXPECT_TRUE(screen.says("Enrolment in Git in practice withdrawn again"));
    EXPECT_FALSE(screen.says("Enrolled: Git in practice"));  // it is so no longer
    press_chord(screen, ImGuiKey_Y);
    EXPECT_TRUE(is_taken(company));
    EXPECT_TRUE(screen.says("Enrolled: Git in practice"));
    press_chord(screen, ImGuiKey_Z);
    press_chord(screen, ImGuiKey_Z, true);
    EXPECT_TRUE(is_taken(company));
}

TEST(history_menu, in_a_text_field_the_keys_belong_to_the_text) {
    SmallCompany company;
    Screen& screen = company.screen;
    company.dispatch(app::EnrollLearner{company.me, company.course});
    screen.go(Page::catalog);
    ASSERT_TRUE(screen.click(AriaRole::textbox, "Search courses"));
    screen.type("git");
    ASSERT_EQ(screen.view().catalog.query, "git");
    press_chord(screen, ImGuiKey_Z);
    EXPECT_NE(screen.view().catalog.query, "git");
    EXPECT_TRUE(is_taken(company));
}

TEST(history_menu, it_names_what_it_would_do_or_why_it_cannot) {
    SmallCompany company;
    Screen& screen = company.screen;
    screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(screen.click("Enrol"));
    ASSERT_TRUE(screen.click("History"));
    EXPECT_TRUE(screen.says("Undo (Ctrl+Z): Enrolled: Git in practice"));
    EXPECT_TRUE(screen.says("Nothing to redo."));
    EXPECT_TRUE(is_disabled(screen, "Redo"));
    ASSERT_TRUE(screen.click(AriaRole::button, "Undo"));
    EXPECT_FALSE(is_taken(company));
    ASSERT_TRUE(screen.click("History"));
    EXPECT_TRUE(screen.says("Redo (Ctrl+Y): Enrolled: Git in practice"));
    ASSERT_TRUE(screen.click(AriaRole::button, "Redo"));
    EXPECT_TRUE(is_taken(company));
}

TEST(history_menu, an_export_ends_it_and_says_so) {
    SmallCompany company;
    Screen& screen = company.screen;
    screen.go(Page::course, company.course.raw);
    ASSERT_TRUE(screen.click("Enrol"));
    screen.go(Page::data);
    ASSERT_TRUE(screen.click("Export everything"));
    EXPECT_EQ(screen.find("Undo"), nullptr);  // the toast offers it no longer
    press_chord(screen, ImGuiKey_Z);
    EXPECT_TRUE(is_taken(company));
    std::string const day = date_words(screen.view().today, Language::en);
    EXPECT_TRUE(screen.says("handed out in the export of " + day));
    ASSERT_TRUE(screen.click("History"));
    EXPECT_TRUE(is_disabled(screen, "Undo"));
}

TEST(history_menu, an_import_taken_out_whole_says_how_it_comes_back) {
    SmallCompany company;
    Screen& screen = company.screen;
    screen.open_files({{"courses.csv", "url,title,skills,source\n"
                                       "https://a.invalid/sql,SQL at work,['sql'],A\n"}});
    ASSERT_TRUE(screen.click("Apply"));
    ASSERT_TRUE(screen.click("History"));
    EXPECT_TRUE(screen.says("Undo (Ctrl+Z): the import"));
    screen.press(ImGuiKey_Escape);
    press_chord(screen, ImGuiKey_Z);
    EXPECT_TRUE(screen.says("The import is taken out again"));
    press_chord(screen, ImGuiKey_Y);
    EXPECT_TRUE(screen.says("Open the files again to have it back"));
    press_chord(screen, ImGuiKey_Z);  // the course before it
    EXPECT_TRUE(screen.says("Removed again: Git in practice"));
}

TEST(history_menu, it_fits_small_screens_in_both_languages) {
    for (Language const language : {Language::zh, Language::en}) {
        Screen screen({.width = 320, .height = 640, .language = language,
                       .has_coarse_pointer = true});
        screen.go(Page::team);
        ASSERT_TRUE(screen.click(text_of(Word::history, language)));
        SemanticNode const* const menu =
            screen.find(AriaRole::dialog, text_of(Word::history, language));
        ASSERT_NE(menu, nullptr);
        EXPECT_GE(menu->box.x, 0);
        EXPECT_LE(menu->box.x + menu->box.width, 320);
        EXPECT_TRUE(screen.says(text_of(Word::past_heading, language)));
        EXPECT_TRUE(screen.click(text_of(Word::past_go, language)));
    }
}

}  // namespace zhitu::ui
