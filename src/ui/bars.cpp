#include "ui/bars.h"

#include <algorithm>
#include <cmath>

#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float bar_height = 6;
constexpr float bar_width_least = 72;  // shorter ones say nothing

void decorate_bar(Ui& ui, Box const& box, double share, Tint tint) {
    decorate_box(ui, box, Tint::track, 3);
    float const width = static_cast<float>(std::clamp(share, 0.0, 1.0)) * box.width;
    if (width >= 1) decorate_box(ui, {box.x, box.y, width, box.height}, tint, 3);
}

// Where the parts of a row stand: side by side, or the bar below where names are long.
struct BarPlace {
    float label_width = 0;
    float value_width = 0;
    bool is_below = false;
};

BarPlace place_of(Ui const& ui, std::vector<BarRow> const& rows) {
    BarPlace place;
    for (BarRow const& row : rows) {
        place.label_width = std::max(place.label_width, text_width(ui, row.label, Type::small));
        place.value_width = std::max(place.value_width, text_width(ui, row.value, Type::small));
    }
    place.is_below = ui.width - place.label_width - place.value_width - 24 < bar_width_least;
    return place;
}

void record_bar(Ui& ui, BarRow const& row, Box const& box) {
    SemanticNode node = make_node(AriaRole::listitem, row.label, box);
    node.id = text_id(ui);
    node.value = row.value;
    node.description = row.note;
    if (!row.note.empty() && !row.whole.empty()) node.description += " · ";
    node.description += row.whole;
    ui.tree.add(std::move(node));
    whole_on_hover(box, row.whole);
}

void draw_note(Ui& ui, BarRow const& row, float left) {
    if (row.note.empty()) return;
    for (TextLine const& part : wrap(ui, row.note, Type::small, ui.right() - left)) {
        decorate_text(ui, row.note.substr(part.begin, part.end - part.begin), Type::small,
                      {left, ui.y}, Tint::muted);
        ui.y += type_spec(Type::small).line_height;
    }
    ui.y += 4;
}

void bar_row(Ui& ui, BarRow const& row, BarPlace const& place) {
    float const height = place.is_below ? 20 + bar_height + 6 : 20;
    Box const box{ui.left, ui.y, ui.width, height};
    float const value_width = text_width(ui, row.value, Type::small);
    float const label_room = ui.width - value_width - 12;
    std::string const label = fitted(ui, row.label, Type::small, label_room);
    decorate_text_middle(ui, label, Type::small, {ui.left, box.y + 10}, Tint::muted);
    decorate_text_middle(ui, row.value, Type::small, {ui.right() - value_width, box.y + 10},
                         Tint::ink);
    float const bar_left = place.is_below ? ui.left : ui.left + place.label_width + 12;
    float const bar_right = place.is_below ? ui.right() : ui.right() - place.value_width - 12;
    float const bar_top = place.is_below ? box.y + 20 : box.y + 10 - bar_height / 2;
    decorate_bar(ui, {bar_left, bar_top, bar_right - bar_left, bar_height}, std::abs(row.share),
                 row.share < 0 ? Tint::vermilion : Tint::accent);
    record_bar(ui, row, box);
    ui.y += height;
    draw_note(ui, row, bar_left);
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
    BarPlace const place = place_of(ui, rows);
    for (BarRow const& row : rows) bar_row(ui, row, place);
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
