#include "ui/buttons.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(buttons, a_press_is_told_once) {
    Stage stage;
    int count = 0;
    auto const content = [&count](Ui& ui) {
        if (button(ui, {.key = "go", .label = "Go"})) ++count;
    };
    EXPECT_TRUE(stage.click("Go", content));
    EXPECT_EQ(count, 1);
}

TEST(buttons, a_disabled_button_is_named_and_deaf) {
    Stage stage;
    int count = 0;
    EXPECT_TRUE(stage.click("Go", [&count](Ui& ui) {
        if (button(ui, {.key = "go", .label = "Go", .is_disabled = true})) ++count;
    }));
    EXPECT_EQ(count, 0);
    EXPECT_NE(stage.find("Go")->flags & node_disabled, 0u);
}

TEST(buttons, targets_grow_with_a_coarse_pointer) {
    Stage stage;
    auto const content = [](Ui& ui) { button(ui, {.key = "go", .label = "Go"}); };
    stage.draw(content);
    EXPECT_EQ(stage.find("Go")->box.height, 32);
    stage.has_coarse_pointer = true;
    stage.draw(content);
    EXPECT_EQ(stage.find("Go")->box.height, 44);
}

TEST(buttons, a_hidden_label_still_names) {
    Stage stage;
    stage.draw([](Ui& ui) {
        button(ui, {.key = "dark", .label = "Dark", .glyph = "x", .is_label_hidden = true});
    });
    ASSERT_NE(stage.find("Dark"), nullptr);
    EXPECT_EQ(stage.find("Dark")->box.width, 32);
}

TEST(buttons, no_button_is_wider_than_its_column) {
    Stage stage(160);
    stage.draw([](Ui& ui) {
        button(ui, {.key = "long", .label = "A label that is much too long for this place"});
        begin_line(ui, ui.control_height());
        for (char const* key : {"a", "b", "c"}) button(ui, {.key = key, .label = "Button"});
        end_line(ui);
    });
    for (SeenItem const& item : stage.items().items) {
        if (item.is_window) continue;
        EXPECT_LE(item.box.x + item.box.width, 144.5f);
    }
}

TEST(buttons, links_and_checkboxes_say_what_they_are) {
    Stage stage;
    int links = 0;
    bool is_checked = false;
    auto const content = [&](Ui& ui) {
        if (link(ui, "to", "Somewhere")) ++links;
        if (checkbox(ui, "only", "Only these", is_checked)) is_checked = !is_checked;
    };
    stage.click("Somewhere", content);
    stage.click("Only these", content);
    EXPECT_EQ(links, 1);
    EXPECT_TRUE(is_checked);
    EXPECT_EQ(stage.find("Somewhere")->role, AriaRole::link);
    EXPECT_EQ(stage.find("Only these")->role, AriaRole::checkbox);
    EXPECT_NE(stage.find("Only these")->flags & node_checked, 0u);
}

TEST(buttons, one_of_a_few_is_chosen) {
    Stage stage;
    int chosen = 0;
    auto const content = [&chosen](Ui& ui) {
        int const pressed = choose(ui, "level", "Level", {{"One", chosen == 0},
                                                          {"Two", chosen == 1}});
        if (pressed >= 0) chosen = pressed;
    };
    stage.click("Two", content);
    EXPECT_EQ(chosen, 1);
    EXPECT_EQ(stage.find("Level")->role, AriaRole::radiogroup);
    EXPECT_EQ(stage.find("Two")->parent, stage.find("Level")->id);
}

}  // namespace zhitu::ui
