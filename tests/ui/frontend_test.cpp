#include "ui/frontend.h"

#include <gtest/gtest.h>

#include "exchange/exchange_file.h"
#include "tests/ui/screen.h"
#include "ui/settings.h"

namespace zhitu::ui {

namespace {

template <class T>
T const* request_of(std::vector<app::ShellRequest> const& requests) {
    for (app::ShellRequest const& request : requests) {
        if (T const* const found = std::get_if<T>(&request)) return found;
    }
    return nullptr;
}

CourseId first_advice(Screen& screen) {
    return app::advise(screen.store().state(), screen.view().device.me, 1).items.front().course;
}

}  // namespace

TEST(frontend, enrolling_can_be_undone_in_the_toast) {
    Screen screen({.language = Language::en});
    PersonId const me = screen.view().device.me;
    CourseId const course = first_advice(screen);
    screen.go(Page::today);
    ASSERT_TRUE(screen.click("Enrol"));
    EXPECT_TRUE(learning::is_taken(screen.store().state().learning, me, course));
    EXPECT_TRUE(screen.says("Enrolled: "));
    ASSERT_TRUE(screen.click("Undo"));
    EXPECT_FALSE(learning::is_taken(screen.store().state().learning, me, course));
    EXPECT_TRUE(screen.says(" withdrawn again"));
    ASSERT_TRUE(screen.click("Undo"));  // itself undoable
    EXPECT_TRUE(learning::is_taken(screen.store().state().learning, me, course));
}

TEST(frontend, the_language_changes_everywhere_and_is_kept) {
    Screen screen({.language = Language::zh});
    screen.go(Page::catalog);
    ASSERT_TRUE(screen.says("目录"));
    screen.take_requests();
    ASSERT_TRUE(screen.click("中 / EN"));
    EXPECT_TRUE(screen.says("Catalog"));
    EXPECT_FALSE(screen.says("目录"));
    auto const requests = screen.take_requests();
    ASSERT_NE(request_of<app::SetPageLanguage>(requests), nullptr);
    EXPECT_EQ(request_of<app::SetPageLanguage>(requests)->tag, "en");
    auto const* const bytes = screen.store().journal().file(settings_file);
    ASSERT_NE(bytes, nullptr);
    EXPECT_EQ(settings_from_bytes(*bytes)->language, Language::en);
    EXPECT_EQ(settings_from_bytes(*bytes)->me, screen.view().device.me);
}

TEST(frontend, the_search_leads_to_the_catalog) {
    Screen screen({.language = Language::en});
    ASSERT_TRUE(screen.click(AriaRole::textbox, "Search courses"));
    screen.type("microservice");
    for (int i = 0; i < 20; ++i) screen.frame();
    screen.press(ImGuiKey_Enter);
    EXPECT_EQ(screen.view().route.page, Page::catalog);
    EXPECT_TRUE(screen.says("“microservice”: "));
    EXPECT_NE(screen.find("Microservice architecture in depth"), nullptr);
}

TEST(frontend, what_was_exported_opens_elsewhere_as_the_same) {
    Screen first({.language = Language::en});
    first.go(Page::data);
    first.take_requests();
    ASSERT_TRUE(first.click("Export everything"));
    auto const requests = first.take_requests();
    auto const* const file = request_of<app::DownloadFile>(requests);
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(file->name, "zhitu-" + first.view().today + ".json");
    Digest const digest = first.store().state_digest();
    std::string const bytes = file->bytes;

    Screen second({.language = Language::en, .is_demo = false});
    second.send(app::FilesPicked{{{"zhitu.json", bytes}}});
    second.answer_jobs();
    EXPECT_EQ(second.view().import.step, ImportState::Step::preview);
    EXPECT_TRUE(second.store().state().is_empty());
    ASSERT_TRUE(second.click("Apply"));
    EXPECT_EQ(second.store().state_digest(), digest);
}

TEST(frontend, removing_everything_takes_two_steps) {
    Screen screen({.language = Language::en});
    screen.go(Page::data);
    ASSERT_TRUE(screen.click("Remove everything…"));
    EXPECT_FALSE(screen.store().state().is_empty());
    ASSERT_TRUE(screen.click("Yes, remove everything"));
    EXPECT_TRUE(screen.store().state().is_empty());
    EXPECT_NE(screen.find("Open the demo"), nullptr);
    EXPECT_EQ(screen.view().device.language, Language::en);
    EXPECT_TRUE(screen.view().device.me.is_nil());
}

TEST(frontend, a_refusal_is_said_and_changes_nothing) {
    Screen screen({.language = Language::en});
    auto const version = screen.store().state().version;
    screen.storage().set_writer(false);
    screen.go(Page::today);
    ASSERT_TRUE(screen.click("Enrol"));
    EXPECT_EQ(screen.store().state().version, version);
    EXPECT_TRUE(screen.says("Another tab is editing"));
    EXPECT_NE(screen.find("Take over here"), nullptr);
    screen.take_requests();
    ASSERT_TRUE(screen.click("Take over here"));
    EXPECT_NE(request_of<app::TakeOver>(screen.take_requests()), nullptr);
}

TEST(frontend, too_large_and_missing_files_are_told) {
    Screen screen({.language = Language::en, .is_demo = false});
    screen.send(app::FileTooLarge{"big.csv", 1ull << 33});
    EXPECT_TRUE(screen.says("“big.csv” is larger than 64 MB"));
    screen.view().is_loading_demo = true;
    screen.send(app::DemoFailed{"404"});
    EXPECT_FALSE(screen.view().is_loading_demo);
    EXPECT_TRUE(screen.says("The demo did not open: 404"));
    screen.send(app::DemoLoaded{"{}"});
    EXPECT_TRUE(screen.store().state().is_empty());
}

TEST(frontend, pasted_text_is_a_file_on_the_page_of_data_and_at_the_doors_only) {
    Screen demo({.language = Language::en});
    for (Route const& route : all_routes(demo.store().state())) {
        demo.go(route.page, route.subject);
        EXPECT_EQ(demo.frontend().takes_files(), route.page == Page::data);
    }
    Screen empty({.is_demo = false});
    EXPECT_TRUE(empty.frontend().takes_files());
}

TEST(frontend, toasts_go_away_by_themselves_and_nothing_moves_then) {
    Screen screen({.language = Language::en});
    screen.go(Page::today);
    ASSERT_TRUE(screen.click("Enrol"));
    EXPECT_GT(screen.frontend().seconds_to_next_frame(), 0);
    ImGui::GetIO().DeltaTime = 9;
    screen.frame();
    ImGui::GetIO().DeltaTime = 1.0f / 60;
    screen.settle();
    EXPECT_EQ(screen.find("Undo"), nullptr);
    EXPECT_LT(screen.frontend().seconds_to_next_frame(), 0);
    EXPECT_FALSE(screen.frontend().needs_frame());
}

// Words of lists that are closed: the reader gets them when they open.
bool is_option(Word word) {
    switch (word) {
    case Word::access_employee:
    case Word::access_manager:
    case Word::access_admin:
    case Word::level_none:
    case Word::level_1:
    case Word::level_2:
    case Word::level_3:
    case Word::none: return true;
    default: return false;
    }
}

void expect_words_in_tree(Screen& screen, Language language) {
    for (std::size_t i = 0; i < words_count; ++i) {
        auto const word = static_cast<Word>(i);
        if (!screen.frontend().words_used().test(i) || is_option(word)) continue;
        std::string_view const text = text_of(word, language);
        std::string_view const fixed = text.substr(0, text.find('{'));
        EXPECT_TRUE(fixed.empty() || screen.says(fixed))
            << name_of(word) << " on page " << static_cast<int>(screen.view().route.page);
    }
}

// Every word a page says reaches the reader: its fixed parts stand in the tree.
TEST(frontend, every_word_said_is_in_the_tree) {
    for (Language const language : {Language::zh, Language::en}) {
        Screen screen({.language = language});
        for (Route const& route : all_routes(screen.store().state())) {
            screen.go(route.page, route.subject);
            expect_words_in_tree(screen, language);
        }
    }
}

TEST(frontend, the_same_state_draws_the_same_tree) {
    Screen screen;
    auto const before = screen.frontend().semantics().fingerprint();
    screen.settle();
    EXPECT_EQ(screen.frontend().semantics().fingerprint(), before);
    ASSERT_TRUE(screen.click("目录"));
    EXPECT_NE(screen.frontend().semantics().fingerprint(), before);
}

}  // namespace zhitu::ui
