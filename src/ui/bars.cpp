#include "ui/bars.h"

#include <algorithm>
#include <cmath>

#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float bar_height = 6;

void decorate_bar(Ui& ui, Box const& box, double share, Tint tint) {
    decorate_box(ui, box, Tint::track, 3);
    float const width = static_cast<float>(std::clamp(share, 0.0, 1.0)) * box.width;
    if (width >= 1) decorate_box(ui, {box.x, box.y, width, box.height}, tint, 3);
}

void bar_row(Ui& ui, BarRow const& row, float label_width, float value_width) {
    float const bar_left = ui.left + label_width + 12;
    float const bar_width = std::max(16.0f, ui.width - label_width - value_width - 24);
    Box const line{ui.left, ui.y, ui.width, 20};
    float const middle = line.y + 10;
    decorate_text_middle(ui, row.label, Type::small, {ui.left, middle}, Tint::muted);
    decorate_bar(ui, {bar_left, middle - bar_height / 2, bar_width, bar_height},
                 std::abs(row.share), row.share < 0 ? Tint::vermilion : Tint::accent);
    float const value_left = ui.right() - text_width(ui, row.value, Type::small);
    decorate_text_middle(ui, row.value, Type::small, {value_left, middle}, Tint::ink);
    SemanticNode node = make_node(AriaRole::listitem, row.label, line);
    node.id = text_id(ui);
    node.value = row.value;
    node.description = row.note;
    ui.tree.add(std::move(node));
    ui.y += 20;
    if (row.note.empty()) return;
    float const note_width = ui.right() - bar_left;
    for (TextLine const& part : wrap(ui, row.note, Type::small, note_width)) {
        decorate_text(ui, row.note.substr(part.begin, part.end - part.begin), Type::small,
                      {bar_left, ui.y}, Tint::muted);
        ui.y += type_spec(Type::small).line_height;
    }
    ui.y += 4;
}

}  // namespace

void progress_bar(Ui& ui, std::string_view name, double share) {
    Box const box = place(ui, ui.width, bar_height);
    decorate_bar(ui, box, share, Tint::accent);
    SemanticNode node = make_node(AriaRole::progressbar, name, box);
    node.id = text_id(ui);
    auto const percent = static_cast<long>(std::lround(std::clamp(share, 0.0, 1.0) * 100));
    node.value = ui.say(Word::percent, {std::to_string(percent)});
    ui.tree.add(std::move(node));
}

void bar_rows(Ui& ui, std::vector<BarRow> const& rows) {
    float label_width = 0;
    float value_width = 0;
    for (BarRow const& row : rows) {
        label_width = std::max(label_width, text_width(ui, row.label, Type::small));
        value_width = std::max(value_width, text_width(ui, row.value, Type::small));
    }
    for (BarRow const& row : rows) bar_row(ui, row, label_width, value_width);
}

void level_dots(Ui& ui, std::int64_t level, std::int64_t level_wanted, std::string_view text,
                Tint wanted) {
    constexpr float radius = 4;
    constexpr float step = 12;
    bool const was_open = ui.line.is_open;
    if (!was_open) begin_line(ui, 20, 6);
    Box const dots = place(ui, 3 * step, 20);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    for (int i = 0; i < 3; ++i) {
        ImVec2 const middle{dots.x + radius + static_cast<float>(i) * step, dots.y + 10};
        if (i < level) list->AddCircleFilled(middle, radius, ink(ui, Tint::accent));
        else if (i < level_wanted) list->AddCircle(middle, radius, ink(ui, wanted), 0, 2);
        else list->AddCircle(middle, radius, ink(ui, Tint::edge), 0, 1);
    }
    ui::text(ui, text, Type::small, Tint::muted);
    if (!was_open) end_line(ui);
}

}  // namespace zhitu::ui
