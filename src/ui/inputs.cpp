#include "ui/inputs.h"

#include <algorithm>

#include "imgui_internal.h"
#include "ui/glyph_names.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float multiline_height = 96;
constexpr float popup_height_max = 360;
constexpr float popup_padding = 4;
constexpr float note_inset = 8;

// Lets ImGui grow the std::string it writes into.
int resize_text(ImGuiInputTextCallbackData* data) {
    if (data->EventFlag != ImGuiInputTextFlags_CallbackResize) return 0;
    auto* const value = static_cast<std::string*>(data->UserData);
    value->resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = value->data();
    return 0;
}

void draw_label(Ui& ui, std::string_view label) {
    Box const box = place(ui, ui.width, 16);
    decorate_text(ui, fitted(ui, label, Type::small, ui.width), Type::small, {box.x, box.y},
                  Tint::muted);
    gap(ui, 4);  // the field itself carries the name
}

void draw_field_frame(Ui& ui, Box const& box, TextField const& spec, bool is_active) {
    Tint const edge = !spec.error.empty() ? Tint::vermilion : is_active ? Tint::accent : Tint::edge;
    decorate_box(ui, box, Tint::panel, control_radius);
    ImGui::GetWindowDrawList()->AddRect({box.x, box.y}, {box.x + box.width, box.y + box.height},
                                        ink(ui, edge), control_radius, 0, is_active ? 2.0f : 1.0f);
    if (spec.glyph != nullptr) {
        decorate_text_middle(ui, spec.glyph, Type::body, {box.x + 10, box.y + box.height / 2},
                             Tint::muted);
    }
}

bool run_input(Ui& ui, TextField const& spec, Box const& box, std::string& value) {
    float const size = std::round(ui.fonts.size_of(type_spec(Type::body).size));
    ImGui::PushFont(ui.fonts.regular, size);
    float const top = spec.is_multiline ? 8 : std::floor((box.height - size) / 2);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {10, top});
    float const shift = spec.glyph != nullptr ? 22.0f : 0.0f;
    ImGui::SetCursorScreenPos({box.x + shift, box.y});
    ImGuiInputTextFlags flags = ImGuiInputTextFlags_CallbackResize;
    if (spec.is_multiline) flags |= ImGuiInputTextFlags_Multiline;
    std::string const placeholder(spec.is_multiline ? "" : spec.placeholder);
    bool const is_changed = ImGui::InputTextEx(
        spec.key, placeholder.empty() ? nullptr : placeholder.c_str(), value.data(),
        static_cast<int>(value.capacity()) + 1, {box.width - shift, box.height}, flags,
        resize_text, &value);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    return is_changed;
}

void draw_option(Ui& ui, std::string const& option, bool is_chosen, bool& is_clicked) {
    Box const box = place(ui, ui.width, ui.control_height());
    Touch const press = touch(ui, "option", box);
    if (press.is_hovered || press.is_focused) decorate_box(ui, box, Tint::hover, 4);
    if (is_chosen) {
        decorate_text_middle(ui, glyph_check, Type::body, {box.x + 8, box.y + box.height / 2},
                             Tint::accent);
    }
    decorate_text_middle(ui, fitted(ui, option, Type::body, box.width - 40), Type::body,
                         {box.x + 30, box.y + box.height / 2}, Tint::ink);
    SemanticNode node = make_node(AriaRole::option, option, box);
    if (is_chosen) node.flags |= node_selected;
    record_touch(ui, std::move(node), press);
    is_clicked = press.is_clicked;
}

int draw_options(Ui& ui, std::vector<std::string> const& options, int chosen) {
    int pressed = -1;
    float const height = ui.control_height();
    float const top = ui.y;
    ImGui::SetCursorScreenPos({ui.left, top});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(options.size()), height);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            ui.y = top + height * static_cast<float>(i);
            ImGui::PushID(i);
            bool is_clicked = false;
            draw_option(ui, options[static_cast<std::size_t>(i)], i == chosen, is_clicked);
            if (is_clicked) pressed = i;
            ImGui::PopID();
        }
    }
    ui.y = top + height * static_cast<float>(options.size());
    return pressed;
}

float widest(Ui const& ui, std::vector<std::string> const& options) {
    float width = 80;
    std::size_t const count = std::min<std::size_t>(options.size(), 200);
    for (std::size_t i = 0; i < count; ++i) {
        width = std::max(width, text_width(ui, options[i], Type::body));
    }
    return width + 48;
}

float note_height(Ui const& ui, Combo const& spec, float width) {
    if (spec.note.empty()) return 0;
    auto const lines = wrap(ui, spec.note, Type::small,
                            width - 2 * popup_padding - 2 * note_inset).size();
    return static_cast<float>(lines) * type_spec(Type::small).line_height + 12;
}

void draw_query(Ui& ui, Combo const& spec) {
    if (spec.query == nullptr) return;
    // Whoever opens the list may write at once; on a phone that would call up its keyboard.
    if (ImGui::IsWindowAppearing() && !ui.has_coarse_pointer) ImGui::SetKeyboardFocusHere();
    text_field(ui, {.key = "##query", .label = spec.query_label, .placeholder = spec.query_label,
                    .is_label_hidden = true,
                    .glyph = spec.is_query_note ? nullptr : glyph_search},
               *spec.query);
    gap(ui, 4);
}

void draw_note(Ui& ui, Combo const& spec) {
    if (spec.note.empty()) return;
    gap(ui, 8);
    ui.left += note_inset;
    ui.width -= 2 * note_inset;
    muted(ui, spec.note, Type::small);
    ui.left -= note_inset;
    ui.width += 2 * note_inset;
}

int draw_popup(Ui& ui, Combo const& spec, Box const& box,
               std::vector<std::string> const& options, int chosen) {
    SavedColumn const saved = save_column(ui);
    float const width = std::min(std::max({box.width, spec.list_width, widest(ui, options)}),
                                 ui.screen_width - 16);
    auto const lines = static_cast<float>(options.size() + (spec.query != nullptr ? 1 : 0));
    float const content = ui.control_height() * lines + note_height(ui, spec, width) +
                          (spec.query != nullptr ? 4 : 0);
    float const height = std::min(content + 2 * popup_padding, popup_height_max);
    float const x = std::min(box.x, ui.screen_width - width - 8);
    bool const is_above = box.y + box.height + 4 + height > ui.screen_height && box.y > height;
    float const y = is_above ? box.y - height - 4 : box.y + box.height + 4;
    ImGui::SetNextWindowPos({std::max(8.0f, x), y});
    ImGui::SetNextWindowSize({width, height});
    int pressed = -1;
    if (ImGui::BeginPopup("options", ImGuiWindowFlags_NoMove)) {
        push_group(ui, AriaRole::listbox, spec.label, {x, y, width, height});
        begin_area(ui, popup_padding);
        draw_query(ui, spec);
        pressed = draw_options(ui, options, chosen);
        draw_note(ui, spec);
        end_area(ui, popup_padding);
        ui.tree.pop();
        if (pressed >= 0) ImGui::CloseCurrentPopup();
        ImGui::EndPopup();
    }
    restore_column(ui, saved);
    return pressed;
}

}  // namespace

FieldResult text_field(Ui& ui, TextField const& spec, std::string& value) {
    if (!spec.is_label_hidden) draw_label(ui, spec.label);
    float const width = spec.width > 0 ? std::min(spec.width, ui.width) : ui.width;
    Box const box = place(ui, width, spec.is_multiline ? multiline_height : ui.control_height());
    ImGuiID const id = ImGui::GetID(spec.key);
    bool const is_active = ImGui::GetActiveID() == id || ImGui::GetFocusID() == id;
    draw_field_frame(ui, box, spec, is_active);
    FieldResult out;
    out.is_changed = run_input(ui, spec, box, value);
    ImGuiContext const& context = *ImGui::GetCurrentContext();
    bool const is_left_now = context.ActiveId == id || context.DeactivatedItemData.ID == id;
    out.is_entered =
        !spec.is_multiline && is_left_now && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    out.is_typing = context.ActiveId == id;
    std::string_view const below = !spec.error.empty() ? spec.error : spec.hint;
    float const shift = spec.glyph != nullptr ? 22.0f : 0.0f;
    SemanticNode node = make_node(AriaRole::textbox, spec.label,
                                  {box.x + shift, box.y, box.width - shift, box.height});
    node.id = id;
    node.value = value;
    node.description = !below.empty() ? below : spec.placeholder;
    if (is_active) node.flags |= node_focused;
    if (!spec.error.empty()) node.flags |= node_invalid;
    if (spec.is_multiline) node.flags |= node_multiline;
    ui.tree.add(std::move(node));
    if (!below.empty() && !ui.line.is_open) {
        gap(ui, 4);
        Tint const tint = spec.error.empty() ? Tint::muted : Tint::vermilion;
        for (TextLine const& line : wrap(ui, below, Type::small, ui.width)) {
            decorate_text(ui, below.substr(line.begin, line.end - line.begin), Type::small,
                          {ui.left, ui.y}, tint);
            ui.y += type_spec(Type::small).line_height;
        }
    }
    return out;
}

bool is_combo_open(char const* key) {
    ImGui::PushID(key);
    bool const is_open = ImGui::IsPopupOpen("options");
    ImGui::PopID();
    return is_open;
}

int combo(Ui& ui, Combo const& spec, std::vector<std::string> const& options, int chosen) {
    if (!spec.is_label_hidden && !ui.line.is_open) draw_label(ui, spec.label);
    float const glyph = spec.glyph != nullptr ? 22.0f : 0.0f;
    float const natural = text_width(ui, spec.value, Type::body) + 24 + 22 + glyph;
    float const width = std::min(spec.width > 0 ? spec.width : natural, ui.width);
    Box const box = place(ui, width, ui.control_height());
    bool const is_open = is_combo_open(spec.key);
    ImGui::PushID(spec.key);
    Touch const press = touch(ui, "combo", box);
    if (press.is_clicked) ImGui::OpenPopup("options");
    decorate_box(ui, box, press.is_hovered ? Tint::hover : Tint::panel, control_radius);
    decorate_frame(ui, box, is_open ? Tint::accent : Tint::edge, control_radius);
    float const middle = box.y + box.height / 2;
    if (spec.glyph != nullptr) {
        decorate_text_middle(ui, spec.glyph, Type::body, {box.x + 12, middle}, Tint::ink);
    }
    decorate_text_middle(ui, fitted(ui, spec.value, Type::body, width - 46 - glyph), Type::body,
                         {box.x + 12 + glyph, middle}, Tint::ink);
    decorate_text_middle(ui, glyph_down, Type::body, {box.x + box.width - 26, middle},
                         Tint::muted);
    SemanticNode node = make_node(AriaRole::combobox, spec.label, box);
    node.value = spec.value;
    node.flags |= is_open ? node_expanded : node_collapsed;
    record_touch(ui, std::move(node), press);
    int const pressed = is_open ? draw_popup(ui, spec, box, options, chosen) : -1;
    ImGui::PopID();
    return pressed;
}

}  // namespace zhitu::ui
