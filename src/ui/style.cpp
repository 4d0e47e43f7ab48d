#include "ui/style.h"

#include "imgui.h"

namespace zhitu::ui {

namespace {

ImVec4 to_vec(Color color, float opacity = 1) {
    return {static_cast<float>(color.r) / 255, static_cast<float>(color.g) / 255,
            static_cast<float>(color.b) / 255, opacity};
}

void apply_colors(ImGuiStyle& style, Tokens const& tokens) {
    ImVec4 const clear{0, 0, 0, 0};
    style.Colors[ImGuiCol_WindowBg] = to_vec(tokens[Tint::ground]);
    style.Colors[ImGuiCol_ChildBg] = clear;
    style.Colors[ImGuiCol_PopupBg] = to_vec(tokens[Tint::panel]);
    style.Colors[ImGuiCol_Border] = to_vec(tokens[Tint::edge]);  // of popups, over cards
    style.Colors[ImGuiCol_Text] = to_vec(tokens[Tint::ink]);
    style.Colors[ImGuiCol_TextDisabled] = to_vec(tokens[Tint::muted]);
    style.Colors[ImGuiCol_InputTextCursor] = to_vec(tokens[Tint::ink]);
    style.Colors[ImGuiCol_TextSelectedBg] = to_vec(tokens[Tint::accent], 0.3f);
    for (ImGuiCol const frame : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive,
                                 ImGuiCol_ScrollbarBg, ImGuiCol_NavCursor}) {
        style.Colors[frame] = clear;
    }
    style.Colors[ImGuiCol_ScrollbarGrab] = to_vec(tokens[Tint::edge], 0.5f);
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = to_vec(tokens[Tint::edge], 0.8f);
    style.Colors[ImGuiCol_ScrollbarGrabActive] = to_vec(tokens[Tint::edge]);
}

}  // namespace

void apply_style(Tokens const& tokens, bool has_coarse_pointer) {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.FrameBorderSize = 0;
    style.PopupBorderSize = 1;
    style.PopupRounding = card_radius;
    style.ScrollbarRounding = 6;
    style.ScrollbarSize = has_coarse_pointer ? 14.0f : 10.0f;
    style.WindowMinSize = {1, 1};
    style.DisabledAlpha = static_cast<float>(disabled_opacity);
    style.ItemSpacing = {0, 0};
    style.ItemInnerSpacing = {0, 0};
    apply_colors(style, tokens);
}

}  // namespace zhitu::ui
