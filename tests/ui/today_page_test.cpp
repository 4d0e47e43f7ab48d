#include <gtest/gtest.h>

#include "tests/ui/screen.h"

namespace zhitu::ui {

TEST(today_page, greets_by_the_hour) {
    Screen screen({.language = Language::en});
    for (auto const& [hour, hello] : {std::pair{8, "Good morning, "}, {14, "Good afternoon, "},
                                      {21, "Good evening, "}}) {
        screen.view().hour_of_day = hour;
        screen.go(Page::today);
        EXPECT_TRUE(screen.says(hello));
    }
}

TEST(today_page, shows_up_to_three_recommendations_and_what_they_rest_on) {
    Screen screen({.language = Language::en});
    screen.go(Page::today);
    auto const list = app::advise(screen.store().state(), screen.view().device.me, 3);
    ASSERT_GE(list.items.size(), 1u);
    std::size_t enrols = 0;
    for (SemanticNode const& node : screen.nodes()) enrols += node.name == "Enrol";
    EXPECT_EQ(enrols, list.items.size());
    EXPECT_TRUE(screen.says("Rests on the role"));
}

TEST(today_page, leads_on_to_what_was_begun) {
    Screen screen({.language = Language::en});
    screen.go(Page::today);
    ASSERT_TRUE(screen.click("Enrol"));
    EXPECT_TRUE(screen.says("Unit 1 of 3"));
    SemanticNode const* const bar = [&] {
        for (SemanticNode const& node : screen.nodes()) {
            if (node.role == AriaRole::progressbar) return &node;
        }
        return static_cast<SemanticNode const*>(nullptr);
    }();
    ASSERT_NE(bar, nullptr);
    EXPECT_EQ(bar->value, "0 %");
    std::string label;
    for (SemanticNode const& node : screen.nodes()) {
        if (node.name.starts_with("Continue · ")) label = node.name;
    }
    ASSERT_TRUE(screen.click(label));
    EXPECT_EQ(screen.view().route.page, Page::course);
}

TEST(today_page, asks_whom_it_is_about_when_nobody_is_chosen) {
    Screen screen({.language = Language::en});
    screen.view().device.me = {};
    screen.go(Page::today);
    EXPECT_EQ(screen.find("Enrol"), nullptr);
    EXPECT_TRUE(screen.says("Choose a person"));
    SemanticNode const* choose = nullptr;
    for (SemanticNode const& node : screen.nodes()) {
        if (node.value == "Choose a person") choose = &node;
    }
    ASSERT_NE(choose, nullptr);
}

TEST(today_page, somebody_without_a_role_is_told_so) {
    Screen screen({.language = Language::en, .is_demo = false});
    people::Person person;
    person.login = "li";
    person.name = {"李", "Li"};
    ASSERT_TRUE(screen.store().dispatch(app::SavePerson{person}));
    screen.view().device.me = person_with_login(screen.store().state(), "li");
    screen.go(Page::today);
    EXPECT_TRUE(screen.says("No role yet"));
    ASSERT_TRUE(screen.click("Set a role"));
    EXPECT_EQ(screen.view().route.page, Page::add_person);
}

}  // namespace zhitu::ui
