#include "ui/top_bar.h"

#include <gtest/gtest.h>

#include "tests/ui/screen.h"

namespace zhitu::ui {

TEST(top_bar, the_mark_tells_what_the_storage_said) {
    Screen screen({.language = Language::en});
    EXPECT_NE(screen.find(AriaRole::status, "✓ Saved"), nullptr);
    screen.storage().set_writer(false);
    screen.settle();
    EXPECT_NE(screen.find(AriaRole::status, "Read only"), nullptr);
}

TEST(top_bar, whom_one_acts_as_is_chosen_in_a_list) {
    Screen screen({.language = Language::en});
    PersonId const before = screen.view().device.me;
    ASSERT_TRUE(screen.click("Acting as"));
    ASSERT_TRUE(screen.click("Whole company"));
    EXPECT_TRUE(screen.view().device.me.is_nil());
    EXPECT_NE(screen.view().device.me, before);
    EXPECT_EQ(screen.find("Acting as")->value, "Whole company");
    EXPECT_EQ(screen.find(AriaRole::link, "My skills"), nullptr);
}

TEST(top_bar, the_theme_follows_the_system_until_it_is_chosen) {
    ViewState view;
    EXPECT_FALSE(is_dark(view));
    view.system_prefers_dark = true;
    EXPECT_TRUE(is_dark(view));
    view.device.theme = Theme::light;
    EXPECT_FALSE(is_dark(view));
    Screen screen({.language = Language::en, .theme = Theme::light});
    ASSERT_TRUE(screen.click("Dark"));
    EXPECT_EQ(screen.view().device.theme, Theme::dark);
    ASSERT_TRUE(screen.click("Light"));
    EXPECT_EQ(screen.view().device.theme, Theme::light);
}

}  // namespace zhitu::ui
