#include "ui/text_widgets.h"

#include <algorithm>

#include "base/decimal.h"

namespace zhitu::ui {

namespace {

// Draws wrapped text in the column, gives the box it took.
Box draw_wrapped(Ui& ui, std::string_view text, Type type, Tint tint) {
    float const line_height = type_spec(type).line_height;
    Box box{ui.left, ui.y, 0, 0};
    for (TextLine const& line : wrap(ui, text, type, ui.width)) {
        decorate_text(ui, text.substr(line.begin, line.end - line.begin), type, {ui.left, ui.y},
                      tint);
        box.width = std::max(box.width, line.width);
        ui.y += line_height;
    }
    box.height = ui.y - box.y;
    return box;
}

Box draw_in_line(Ui& ui, std::string_view text, Type type, Tint tint) {
    float const width = std::min(text_width(ui, text, type), ui.width);
    Box const box = place(ui, width, type_spec(type).line_height);
    decorate_text(ui, fitted(ui, text, type, width), type, {box.x, box.y}, tint);
    return box;
}

Box draw(Ui& ui, std::string_view text, Type type, Tint tint) {
    if (ui.line.is_open) return draw_in_line(ui, text, type, tint);
    return draw_wrapped(ui, text, type, tint);
}

}  // namespace

void text(Ui& ui, std::string_view text, Type type, Tint tint) {
    if (text.empty()) return;
    Box const box = draw(ui, text, type, tint);
    record_text(ui, text, box);
}

void whole_on_hover(Box const& box, std::string_view whole) {
    if (whole.empty() || !ImGui::IsWindowHovered()) return;
    ImVec2 const most{box.x + box.width, box.y + box.height};
    if (!ImGui::IsMouseHoveringRect({box.x, box.y}, most)) return;
    ImGui::SetTooltip("%.*s", static_cast<int>(whole.size()), whole.data());
}

void text_figure(Ui& ui, std::string_view text, double value, Type type, Tint tint) {
    std::string const whole = decimal_text(value);
    Box const box = draw(ui, text, type, tint);
    SemanticNode node = make_node(AriaRole::text, text, box);
    node.id = text_id(ui);
    node.description = whole;
    ui.tree.add(std::move(node));
    whole_on_hover(box, whole);
}

void muted(Ui& ui, std::string_view text, Type type) { ui::text(ui, text, type, Tint::muted); }

void heading(Ui& ui, std::string_view text, int level) {
    Type const type = level == 1 ? Type::title : level == 2 ? Type::lead : Type::strong;
    Box const box = draw(ui, text, type, Tint::ink);
    SemanticNode node = make_node(AriaRole::heading, text, box);
    node.level = level;
    node.id = text_id(ui);
    ui.tree.add(std::move(node));
}

void badge(Ui& ui, std::string_view text, BadgeKind kind) {
    Tint const front = kind == BadgeKind::good    ? Tint::accent
                       : kind == BadgeKind::look  ? Tint::amber
                       : kind == BadgeKind::wrong ? Tint::vermilion
                                                  : Tint::muted;
    Tint const back = kind == BadgeKind::good    ? Tint::accent_soft
                      : kind == BadgeKind::look  ? Tint::amber_soft
                      : kind == BadgeKind::wrong ? Tint::vermilion_soft
                                                 : Tint::track;
    float const width = std::min(text_width(ui, text, Type::small) + 12, ui.width);
    Box const box = place(ui, width, 20);
    decorate_box(ui, box, back, 4);
    decorate_text(ui, fitted(ui, text, Type::small, width - 12), Type::small,
                  {box.x + 6, box.y + 2}, front);
    record_text(ui, text, box);
}

void text_in(Ui& ui, std::string_view text, Box const& box, Type type, Tint tint) {
    if (text.empty()) return;
    decorate_text_middle(ui, fitted(ui, text, type, box.width), type,
                         {box.x, box.y + box.height / 2}, tint);
    record_text(ui, text, box);
}

void text_in_right(Ui& ui, std::string_view text, Box const& box, Type type, Tint tint) {
    if (text.empty()) return;
    std::string const shown = fitted(ui, text, type, box.width);
    float const x = box.x + box.width - text_width(ui, shown, type);
    decorate_text_middle(ui, shown, type, {x, box.y + box.height / 2}, tint);
    record_text(ui, text, box);
}

void decorate_icon(Ui& ui, char const* glyph, Tint tint) {
    Box const box = place(ui, 16, 20);
    decorate_text(ui, glyph, Type::body, {box.x, box.y}, tint);
}

}  // namespace zhitu::ui
