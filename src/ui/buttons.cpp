#include "ui/buttons.h"

#include <algorithm>

#include "ui/glyph_names.h"

namespace zhitu::ui {

namespace {

struct Look {
    Tint fill;
    Tint front;
    bool has_fill;
    bool has_edge;  // the words say what it is: the edge may be as quiet as a divider
};

Look look_of(ButtonKind kind, Touch const& touch) {
    switch (kind) {
    case ButtonKind::primary: return {Tint::accent, Tint::on_accent, true, false};
    case ButtonKind::danger: return {touch.is_hovered ? Tint::hover : Tint::panel,
                                     Tint::vermilion, true, true};
    case ButtonKind::quiet: return {Tint::hover, Tint::ink, touch.is_hovered, false};
    case ButtonKind::plain: break;
    }
    return {touch.is_hovered ? Tint::hover : Tint::panel, Tint::ink, true, true};
}

float opacity_of(Button const& spec, Touch const& press) {
    if (spec.is_disabled) return static_cast<float>(disabled_opacity);
    return press.is_held ? static_cast<float>(held_opacity) : 1.0f;
}

Type label_type(ButtonKind kind) {
    return kind == ButtonKind::primary ? Type::strong : Type::body;
}

void draw_button(Ui& ui, Button const& spec, Box const& box, Look const& look) {
    if (look.has_fill) decorate_box(ui, box, look.fill, control_radius);
    if (look.has_edge) decorate_frame(ui, box, Tint::line, control_radius);
    Type const type = label_type(spec.kind);
    float const middle = box.y + box.height / 2;
    float const needed = button_width(ui, spec);
    float x = box.x + std::max(0.0f, (box.width - needed) / 2);
    x += spec.is_label_hidden ? (needed - 16) / 2 : 12;
    if (spec.glyph != nullptr) {
        decorate_text_middle(ui, spec.glyph, Type::body, {x, middle}, look.front);
        x += 16 + 6;
    }
    if (spec.is_label_hidden) return;
    std::string const shown = fitted(ui, spec.label, type, box.x + box.width - 8 - x);
    decorate_text_middle(ui, shown, type, {x, middle}, look.front);
}

}  // namespace

float button_width(Ui const& ui, Button const& spec) {
    if (spec.is_label_hidden) return ui.control_height();
    float const glyph = spec.glyph != nullptr ? 22.0f : 0.0f;
    return text_width(ui, spec.label, label_type(spec.kind)) + 24 + glyph;
}

bool button(Ui& ui, Button const& spec) {
    float const wanted = spec.width > 0 ? spec.width : button_width(ui, spec);
    Box const box = place(ui, std::min(wanted, ui.width), ui.control_height());
    Touch const press = touch(ui, spec.key, box, spec.is_disabled);
    float const opacity = opacity_of(spec, press);
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, opacity * ImGui::GetStyle().Alpha);
    Look look = look_of(spec.kind, press);
    if (spec.is_disabled) look = {Tint::track, Tint::muted, true, false};
    draw_button(ui, spec, box, look);
    if (spec.kind == ButtonKind::primary && press.is_hovered && !spec.is_disabled) {
        decorate_frame(ui, box, Tint::ink, control_radius);
    }
    ImGui::PopStyleVar();
    SemanticNode node = make_node(spec.role, spec.label, box);
    node.description = spec.description;
    if (spec.is_disabled) node.flags |= node_disabled;
    if (spec.is_expanded) node.flags |= node_expanded;
    record_touch(ui, std::move(node), press);
    return press.is_clicked;
}

bool link(Ui& ui, char const* key, std::string_view label, Type type) {
    float const line_height = type_spec(type).line_height;
    Box box;
    std::vector<TextLine> lines;
    if (ui.line.is_open) {
        float const width = std::min(text_width(ui, label, type), ui.width);
        box = place(ui, width, line_height);
    } else {
        lines = wrap(ui, label, type, ui.width);
        float width = 1;
        for (TextLine const& line : lines) width = std::max(width, line.width);
        box = place(ui, width, line_height * static_cast<float>(lines.size()));
    }
    Touch const press = touch(ui, key, box);
    Tint const tint = Tint::accent;
    if (lines.empty()) decorate_text(ui, fitted(ui, label, type, box.width), type,
                                     {box.x, box.y}, tint);
    float y = box.y;
    for (TextLine const& line : lines) {
        decorate_text(ui, label.substr(line.begin, line.end - line.begin), type, {box.x, y}, tint);
        y += line_height;
    }
    if (press.is_hovered) {
        ImGui::GetWindowDrawList()->AddRectFilled({box.x, box.y + box.height - 2},
                                                  {box.x + box.width, box.y + box.height - 1},
                                                  ink(ui, tint));
    }
    record_touch(ui, make_node(AriaRole::link, label, box), press);
    return press.is_clicked;
}

bool checkbox(Ui& ui, char const* key, std::string_view label, bool is_checked) {
    float const width = std::min(16 + 8 + text_width(ui, label, Type::body), ui.width);
    Box const box = place(ui, width, ui.control_height());
    Touch const press = touch(ui, key, box);
    Box const mark{box.x, box.y + box.height / 2 - 8, 16, 16};
    decorate_box(ui, mark, is_checked ? Tint::accent : Tint::panel, 4);
    decorate_frame(ui, mark, is_checked ? Tint::accent : Tint::edge, 4);
    if (is_checked) {
        decorate_text_middle(ui, glyph_check, Type::small, {mark.x + 1, mark.y + 8},
                             Tint::on_accent);
    }
    decorate_text_middle(ui, fitted(ui, label, Type::body, width - 24), Type::body,
                         {box.x + 24, box.y + box.height / 2}, Tint::ink);
    SemanticNode node = make_node(AriaRole::checkbox, label, box);
    if (is_checked) node.flags |= node_checked;
    record_touch(ui, std::move(node), press);
    return press.is_clicked;
}

int choose(Ui& ui, char const* key, std::string_view name,
           std::initializer_list<Choice> choices) {
    int pressed = -1;
    int index = 0;
    bool const is_own_line = !ui.line.is_open;
    if (is_own_line) begin_line(ui, ui.control_height(), 4);
    push_group(ui, AriaRole::radiogroup, name, {ui.left, ui.y, ui.width, ui.line.height});
    ImGui::PushID(key);
    for (Choice const& choice : choices) {
        ImGui::PushID(index);
        Box const box = place(ui, text_width(ui, choice.label, Type::body) + 24,
                              ui.control_height());
        Touch const press = touch(ui, "choice", box);
        if (choice.is_chosen) decorate_box(ui, box, Tint::accent_soft, control_radius);
        else if (press.is_hovered) decorate_box(ui, box, Tint::hover, control_radius);
        decorate_frame(ui, box, choice.is_chosen ? Tint::accent : Tint::edge, control_radius);
        decorate_text_middle(ui, choice.label, Type::body, {box.x + 12, box.y + box.height / 2},
                             choice.is_chosen ? Tint::accent : Tint::ink);
        SemanticNode node = make_node(AriaRole::radio, choice.label, box);
        if (choice.is_chosen) node.flags |= node_checked;
        record_touch(ui, std::move(node), press);
        if (press.is_clicked) pressed = index;
        ImGui::PopID();
        ++index;
    }
    ImGui::PopID();
    ui.tree.pop();
    if (is_own_line) end_line(ui);
    return pressed;
}

}  // namespace zhitu::ui
