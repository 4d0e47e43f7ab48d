#include "ui/style.h"

#include <gtest/gtest.h>

#include "tests/ui/stage.h"

namespace zhitu::ui {

TEST(style, imgui_takes_our_colours) {
    ImGuiContext* const context = make_context(100, 100);
    apply_style(tokens_of(true), false);
    ImVec4 const ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    EXPECT_FLOAT_EQ(ground.x, 0x14 / 255.0f);
    EXPECT_FLOAT_EQ(ground.z, 0x16 / 255.0f);
    apply_style(tokens_of(false), true);
    EXPECT_FLOAT_EQ(ImGui::GetStyle().Colors[ImGuiCol_Text].x, 0x1E / 255.0f);
    EXPECT_GT(ImGui::GetStyle().ScrollbarSize, 10);
    end_context(context);
}

}  // namespace zhitu::ui
