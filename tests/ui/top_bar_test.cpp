#include "ui/top_bar.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/screen.h"

namespace zhitu::ui {

namespace {

std::size_t count_options(Screen const& screen) {
    auto const& nodes = screen.nodes();
    return static_cast<std::size_t>(
        std::count_if(nodes.begin(), nodes.end(), [](SemanticNode const& node) {
            return node.role == AriaRole::option;
        }));
}

}  // namespace

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

TEST(top_bar, many_people_are_searched_and_the_list_says_that_it_protects_nothing) {
    Screen screen({.language = Language::en});
    app::State const& state = screen.store().state();
    PersonId const wanted = std::prev(state.people.people.end())->first;
    ASSERT_TRUE(screen.click("Acting as"));
    EXPECT_TRUE(screen.says("protects nothing"));
    std::size_t const all = count_options(screen);
    ASSERT_TRUE(screen.click(AriaRole::textbox, "Find a person"));
    screen.type(state.people.people.at(wanted).login);
    std::size_t const found = count_options(screen);
    EXPECT_GE(found, 2u);  // the whole company stays
    EXPECT_LT(found, all);
    std::string const name = state.people.people.at(wanted).name.en;
    for (SemanticNode const& node : screen.nodes()) {
        if (node.role != AriaRole::option || !node.name.starts_with(name)) continue;
        ASSERT_TRUE(screen.click(AriaRole::option, std::string(node.name)));
        EXPECT_EQ(screen.view().device.me, wanted);
        return;
    }
    FAIL() << "nobody of that name";
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
