#include <algorithm>
#include <cmath>

#include "imgui_internal.h"
#include "ui/charts.h"

namespace zhitu::ui {

namespace {

constexpr float heat_height = 28;
constexpr float heat_radius = 4;

void decorate_heat(Ui& ui, HeatCell const& spec, Box const& box) {
    Color const color = ui.tokens.heat[static_cast<std::size_t>(spec.step)];
    ImDrawList* const list = ImGui::GetWindowDrawList();
    ImVec2 const most{box.x + box.width, box.y + box.height};
    list->AddRectFilled({box.x, box.y}, most, ink(color), heat_radius);
    if (spec.is_chosen) list->AddRect({box.x, box.y}, most, ink(ui, Tint::ink), heat_radius, 0, 2);
    Tint const tint = spec.is_quiet ? Tint::muted : text_on(ui.tokens, color);
    std::string const shown = fitted(ui, spec.text, Type::small, box.width - 4);
    float const shift = (box.width - text_width(ui, shown, Type::small)) / 2;
    decorate_text_middle(ui, shown, Type::small, {box.x + shift, box.y + box.height / 2}, tint);
}

}  // namespace

Column heat_column(std::string_view label) {
    return {.label = label, .width_min = heat_column_width, .is_tight = true};
}

std::size_t heat_columns_that_fit(Ui const& ui, float others_width) {
    float const room = ui.width - others_width;
    return room < heat_column_width ? 1 : static_cast<std::size_t>(room / heat_column_width);
}

int heat_step(double value, double value_max) {
    if (value <= 0 || value_max <= 0) return 0;
    return std::clamp(static_cast<int>(std::ceil(value / value_max * (heat_steps - 1))), 1,
                      heat_steps - 1);
}

bool heat_cell(Ui& ui, Table& table, HeatCell const& spec) {
    auto const column = static_cast<int>(table.column);
    begin_cell(ui, table);
    ImGui::PushID(column);
    // Where fingers press, the whole row is the cell's; what is coloured stays the same.
    float const height = table.is_stacked ? ui.control_height() : ui.row_height() - 1;
    Box const box{ui.left, table.is_stacked ? ui.y : table.row_top, ui.width, height};
    Touch const touched = touch(ui, "heat", box);
    float const inset = std::max(0.0f, std::floor((height - heat_height) / 2));
    decorate_heat(ui, spec, {box.x, box.y + inset, box.width, height - 2 * inset});
    if (touched.is_hovered) ImGui::SetTooltip("%s", spec.says.c_str());
    SemanticNode node = make_node(AriaRole::button, spec.says, box);
    node.value = spec.text;
    if (spec.is_chosen) node.flags |= node_selected;
    record_touch(ui, std::move(node), touched);
    ImGui::PopID();
    ui.y += table.is_stacked ? height : 20;
    end_cell(ui, table);
    return touched.is_clicked;
}

}  // namespace zhitu::ui
