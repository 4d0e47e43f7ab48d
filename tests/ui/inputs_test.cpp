#include "ui/inputs.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(inputs, what_is_typed_is_the_value) {
    Stage stage;
    std::string value;
    bool is_entered = false;
    auto const content = [&](Ui& ui) {
        is_entered |= text_field(ui, {.key = "##name", .label = "Name"}, value).is_entered;
    };
    ASSERT_TRUE(stage.click("Name", content));
    ImGui::GetIO().AddInputCharactersUTF8("李四 and a text longer than any first buffer");
    for (int i = 0; i < 60; ++i) stage.draw(content);
    EXPECT_EQ(value, "李四 and a text longer than any first buffer");
    EXPECT_FALSE(is_entered);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, true);
    stage.draw(content);
    EXPECT_TRUE(is_entered);
    EXPECT_EQ(stage.find("Name")->value, value);
    EXPECT_EQ(stage.find("Name")->role, AriaRole::textbox);
}

TEST(inputs, what_is_wrong_stands_under_the_field) {
    Stage stage;
    std::string value;
    stage.draw([&value](Ui& ui) {
        text_field(ui, {.key = "##a", .label = "A", .hint = "a hint"}, value);
        text_field(ui, {.key = "##b", .label = "B", .hint = "a hint", .error = "is wrong"}, value);
        text_field(ui, {.key = "##c", .label = "C", .is_multiline = true}, value);
    });
    EXPECT_EQ(stage.find("A")->description, "a hint");
    EXPECT_EQ(stage.find("B")->description, "is wrong");
    EXPECT_NE(stage.find("B")->flags & node_invalid, 0u);
    EXPECT_NE(stage.find("C")->flags & node_multiline, 0u);
    EXPECT_GT(stage.find("C")->box.height, 80);
}

TEST(inputs, a_list_opens_and_gives_what_was_chosen) {
    Stage stage;
    std::vector<std::string> const options = {"None", "Beginner", "Advanced"};
    int chosen = 0;
    auto const content = [&](Ui& ui) {
        int const pressed =
            combo(ui, {.key = "level", .label = "Level",
                       .value = options[static_cast<std::size_t>(chosen)]}, options, chosen);
        if (pressed >= 0) chosen = pressed;
    };
    ASSERT_TRUE(stage.click("Level", content));
    EXPECT_NE(stage.find("Level")->flags & node_expanded, 0u);
    ASSERT_TRUE(stage.click("Advanced", content));
    EXPECT_EQ(chosen, 2);
    EXPECT_EQ(stage.find("Beginner"), nullptr);
    EXPECT_EQ(stage.find("Level")->value, "Advanced");
}

TEST(inputs, a_long_list_records_only_what_is_near) {
    Stage stage;
    std::vector<std::string> options;
    for (int i = 0; i < 5'000; ++i) options.push_back("Person " + std::to_string(i));
    auto const content = [&](Ui& ui) {
        combo(ui, {.key = "me", .label = "Me", .value = "-"}, options, -1);
    };
    stage.click("Me", content);
    EXPECT_NE(stage.find("Person 0"), nullptr);
    EXPECT_LT(stage.tree.nodes().size(), 60u);
}

}  // namespace zhitu::ui
