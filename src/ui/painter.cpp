#include "ui/painter.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace zhitu::ui {

namespace {

ImFont* font_of(Ui const& ui, Type type) {
    return type_spec(type).is_semibold ? ui.fonts.semibold : ui.fonts.regular;
}

float imgui_size(Ui const& ui, Type type) {
    return std::round(ui.fonts.size_of(type_spec(type).size));
}

ImFontBaked* baked_of(Ui const& ui, Type type) {
    return font_of(ui, type)->GetFontBaked(imgui_size(ui, type));
}

}  // namespace

char const* Ui::say(Word word) {
    words_used.set(static_cast<std::size_t>(word));
    return text_of(word, language);
}

std::string Ui::say(Word word, std::initializer_list<std::string_view> arguments) {
    return fill(say(word), arguments);
}

// --- Place
Box place(Ui& ui, float width, float height) {
    if (!ui.line.is_open) {
        Box const box{ui.left, ui.y, width, height};
        ui.y += height;
        return box;
    }
    bool const is_first = ui.line.x <= ui.left;
    if (!is_first && ui.line.x + width > ui.right() + 0.5f) {
        ui.y += ui.line.height + 4;
        ui.line.x = ui.left;
    }
    Box const box{ui.line.x, ui.y + std::floor((ui.line.height - height) / 2), width, height};
    ui.line.x += width + ui.line.gap;
    return box;
}

void begin_line(Ui& ui, float height, float gap) { ui.line = {true, ui.left, height, gap}; }

void to_right(Ui& ui, float width) {
    float const x = ui.right() - width;
    if (x >= ui.line.x) ui.line.x = x;
}

void end_line(Ui& ui) {
    ui.y += ui.line.height;
    ui.line.is_open = false;
}

void gap(Ui& ui, float pixels) { ui.y += pixels; }

void begin_area(Ui& ui, float padding) {
    ImGuiWindow const* const window = ImGui::GetCurrentWindow();
    ImVec2 const start = window->DC.CursorStartPos;
    set_column(ui, start.x + padding, window->WorkRect.Max.x - start.x - 2 * padding,
               start.y + padding);
}

void end_area(Ui& ui, float padding) {
    ImGuiWindow const* const window = ImGui::GetCurrentWindow();
    ImVec2 const start = window->DC.CursorStartPos;
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({1, std::max(1.0f, ui.y + padding - start.y)});
}

SavedColumn save_column(Ui const& ui) { return {ui.left, ui.width, ui.y, ui.line}; }

void restore_column(Ui& ui, SavedColumn const& saved) {
    ui.left = saved.left;
    ui.width = saved.width;
    ui.y = saved.y;
    ui.line = saved.line;
}

void set_column(Ui& ui, float left, float width, float y) {
    ui.left = std::floor(left);
    ui.width = std::max(1.0f, std::floor(width));
    ui.y = std::floor(y);
    ui.line = {};
}

// --- Measure
float char_width(Ui const& ui, char32_t c, Type type) {
    return baked_of(ui, type)->GetCharAdvance(static_cast<ImWchar>(c));
}

float text_width(Ui const& ui, std::string_view text, Type type) {
    ImFontBaked* const baked = baked_of(ui, type);
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += baked->GetCharAdvance(static_cast<ImWchar>(next_code_point(text, at)));
    }
    return std::ceil(width);
}

std::vector<TextLine> wrap(Ui const& ui, std::string_view text, Type type, float width) {
    ImFontBaked* const baked = baked_of(ui, type);
    return wrap_text(text, width, [baked](char32_t c, std::size_t) {
        return baked->GetCharAdvance(static_cast<ImWchar>(c));
    });
}

std::string fitted(Ui const& ui, std::string_view text, Type type, float width) {
    if (text_width(ui, text, type) <= width) return std::string(text);
    ImFontBaked* const baked = baked_of(ui, type);
    float room = width - baked->GetCharAdvance(static_cast<ImWchar>(0x2026));
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at;
        room -= baked->GetCharAdvance(static_cast<ImWchar>(next_code_point(text, next)));
        if (room < 0) break;
        at = next;
    }
    return std::string(text.substr(0, at)) + "…";
}

// --- Draw
ImU32 ink(Color color, float opacity) {
    float const shown = opacity * ImGui::GetStyle().Alpha;  // less while something is disabled
    return IM_COL32(color.r, color.g, color.b, static_cast<int>(shown * 255));
}

ImU32 ink(Ui const& ui, Tint tint, float opacity) { return ink(ui.tokens[tint], opacity); }

void decorate_text(Ui const& ui, std::string_view text, Type type, ImVec2 at, Tint tint) {
    if (text.empty()) return;
    ImFontBaked const* const baked = baked_of(ui, type);
    float const content = baked->Ascent - baked->Descent;
    float const drop = std::round((type_spec(type).line_height - content) / 2);
    ImGui::GetWindowDrawList()->AddText(font_of(ui, type), imgui_size(ui, type),
                                        {std::round(at.x), std::round(at.y) + drop},
                                        ink(ui, tint), text.data(), text.data() + text.size());
}

void decorate_text_middle(Ui const& ui, std::string_view text, Type type, ImVec2 at, Tint tint) {
    decorate_text(ui, text, type, {at.x, at.y - type_spec(type).line_height / 2}, tint);
}

void decorate_box(Ui const& ui, Box const& box, Tint fill, float radius) {
    ImGui::GetWindowDrawList()->AddRectFilled({box.x, box.y},
                                              {box.x + box.width, box.y + box.height},
                                              ink(ui, fill), radius);
}

void decorate_frame(Ui const& ui, Box const& box, Tint edge, float radius) {
    ImGui::GetWindowDrawList()->AddRect({box.x, box.y}, {box.x + box.width, box.y + box.height},
                                        ink(ui, edge), radius);
}

void decorate_line(Ui const& ui, float x, float y, float width) {
    ImGui::GetWindowDrawList()->AddRectFilled({x, y}, {x + width, y + 1}, ink(ui, Tint::line));
}

// --- Record
Box clipped(Box const& box) {
    ImRect rect(box.x, box.y, box.x + box.width, box.y + box.height);
    ImRect const clip = ImGui::GetCurrentWindow()->ClipRect;
    if (!rect.Overlaps(clip)) return {box.x, box.y, 0, 0};
    rect.ClipWithFull(clip);
    return {rect.Min.x, rect.Min.y, rect.GetWidth(), rect.GetHeight()};
}

std::uint32_t text_id(Ui& ui) {
    ++ui.texts_count;
    return ImHashData(&ui.texts_count, sizeof ui.texts_count, ImGui::GetCurrentWindow()->ID);
}

SemanticNode make_node(AriaRole role, std::string_view name, Box const& box) {
    SemanticNode node;
    node.role = role;
    node.name = name;
    node.box = clipped(box);
    return node;
}

void record_text(Ui& ui, std::string_view text, Box const& box) {
    SemanticNode node = make_node(AriaRole::text, text, box);
    node.id = text_id(ui);
    ui.tree.add(std::move(node));
}

void push_group(Ui& ui, AriaRole role, std::string_view name, Box const& box) {
    SemanticNode node = make_node(role, name, box);
    node.id = text_id(ui);
    ui.tree.push(std::move(node));
}

// --- Touch
Touch touch(Ui& ui, char const* key, Box const& box, bool is_disabled) {
    ImGuiContext const& context = *ImGui::GetCurrentContext();
    ImGuiWindow* const window = ImGui::GetCurrentWindow();
    Touch out;
    out.id = window->GetID(key);
    ImRect const rect(box.x, box.y, box.x + box.width, box.y + box.height);
    if (is_disabled) ImGui::BeginDisabled();
    if (ImGui::ItemAdd(rect, out.id)) {
        out.is_clicked =
            ImGui::ButtonBehavior(rect, out.id, &out.is_hovered, &out.is_held) && !is_disabled;
        if (out.is_hovered && !is_disabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (is_disabled) ImGui::EndDisabled();
    out.is_focused = context.NavId == out.id && context.NavCursorVisible;
    if (out.is_focused) {
        window->DrawList->AddRect({rect.Min.x - 2, rect.Min.y - 2},
                                  {rect.Max.x + 2, rect.Max.y + 2}, ink(ui, Tint::accent),
                                  control_radius + 2, 0, 2);
    }
    return out;
}

void record_touch(Ui& ui, SemanticNode node, Touch const& touch) {
    node.id = touch.id;
    if (touch.is_focused) node.flags |= node_focused;
    ui.tree.add(std::move(node));
}

}  // namespace zhitu::ui
