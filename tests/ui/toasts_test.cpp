#include "ui/toasts.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"

namespace zhitu::ui {

TEST(toasts, a_problem_is_an_alert_and_can_be_closed) {
    Screen screen({.language = Language::en});
    screen.view().toasts.push_back({1, "It did not work.", true, std::nullopt, 0});
    screen.frame();
    EXPECT_EQ(screen.frontend().semantics().announcements().size(), 1u);
    screen.settle();
    EXPECT_TRUE(screen.frontend().semantics().announcements().empty());  // said once
    ASSERT_NE(screen.find(AriaRole::alert, "It did not work."), nullptr);
    EXPECT_EQ(screen.find("Undo"), nullptr);
    ASSERT_TRUE(screen.click("Close"));
    EXPECT_TRUE(screen.view().toasts.empty());
}

TEST(toasts, problems_stay_longer) {
    Screen screen({.language = Language::en});
    screen.view().toasts.push_back({1, "done", false, std::nullopt, 0});
    screen.view().toasts.push_back({2, "problem", true, std::nullopt, 0});
    screen.settle();
    ImGui::GetIO().DeltaTime = 10;
    screen.frame();
    EXPECT_EQ(screen.find("done"), nullptr);
    EXPECT_NE(screen.find("problem"), nullptr);
}

TEST(toasts, short_ones_take_one_line) {
    Screen screen({.language = Language::en});
    screen.view().toasts.push_back({1, "Enrolled", false, app::Dispatched{}, 0});
    screen.settle();
    SemanticNode const* const toast = screen.find(AriaRole::status, "Enrolled");
    ASSERT_NE(toast, nullptr);
    EXPECT_EQ(toast->box.height, 44);
    EXPECT_LT(toast->box.width, 300);
    EXPECT_GT(screen.find("Undo")->box.x, screen.find(AriaRole::text, "Enrolled")->box.x + 40);
}

TEST(toasts, they_leave_the_bottom_bar_free) {
    Screen screen({.width = 320, .language = Language::en});
    std::string const sentence = "a sentence that is long enough for two lines, even on a phone";
    screen.view().toasts.push_back({1, sentence, false, app::Dispatched{}, 0});
    screen.settle();
    Box const undo = screen.find("Undo")->box;
    EXPECT_LT(undo.y + undo.height, screen.find(AriaRole::link, "Today")->box.y);
}

}  // namespace zhitu::ui
