#include "ui/tables.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "imgui_internal.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float header_line = 16;
constexpr float tight_padding = 4;
constexpr float stack_control_gap = 4;  // below a control in a block
constexpr float reach = 88;  // rows beyond the edge that are drawn: Tab finds its next row

void measure_columns(Ui& ui, Table& table) {
    float least = 0;
    float weights = 0;
    for (Column& column : table.columns) {
        float const label = text_width(ui, column.label, Type::small);
        if (!column.is_tight) {
            column.width_min = std::max(column.width_min, label) + 2 * cell_padding;
        }
        least += column.width_min;
        weights += column.weight;
    }
    table.is_stacked = least > ui.width;
    float const room = std::max(0.0f, ui.width - least);
    for (Column const& column : table.columns) {
        float const extra = weights > 0 ? room * column.weight / weights
                                        : room / static_cast<float>(table.columns.size());
        table.widths.push_back(std::floor(column.width_min + extra));
    }
}

float padding_of(Table const& table, std::size_t column) {
    return table.columns[column].is_tight ? tight_padding : cell_padding;
}

constexpr float stack_gap = 12;  // between two pairs side by side

float stack_width(Table const& table, StackSlot const& slot) {
    float const whole = table.outside.width - 2 * cell_padding;
    return slot.is_half ? std::floor((whole - stack_gap) / 2) : whole;
}

// Narrow columns stand in pairs, from the second column on; the first is the title of its block.
void place_stack(Ui const& ui, Table& table) {
    float label = 0;
    for (std::size_t i = 1; i < table.columns.size(); ++i) {
        label = std::max(label, text_width(ui, table.columns[i].label, Type::small));
    }
    table.stack_label_width = std::min(label, ui.width * 0.4f);
    table.slots.resize(table.columns.size());
    float const half = stack_width(table, {.is_half = true});
    bool is_left_free = false;
    for (std::size_t i = 1; i < table.columns.size(); ++i) {
        float const value = table.columns[i].width_min - 2 * padding_of(table, i);
        StackSlot& slot = table.slots[i];
        slot.is_half = table.stack_label_width + 8 + value <= half;
        slot.is_right = slot.is_half && is_left_free;
        is_left_free = slot.is_half && !slot.is_right;
    }
}

std::size_t stack_lines(Table const& table) {
    return static_cast<std::size_t>(std::count_if(
        table.slots.begin(), table.slots.end(), [](StackSlot const& s) { return !s.is_right; }));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What a label takes: one line, or two where it is cut to a tight column. A word longer than the
// column stays in one line, to be cut there, instead of going on in the next.
std::vector<TextLine> label_lines(Ui const& ui, Table const& table, std::size_t column) {
    std::string_view const label = table.columns[column].label;
    float const width = table.widths[column] - 2 * padding_of(table, column);
    if (!table.columns[column].is_tight) {
        return {{0, static_cast<std::uint32_t>(label.size())}};
    }
    std::vector<TextLine> lines;
    for (TextLine const& line : wrap(ui, label, Type::small, width)) {
        bool const goes_on = !lines.empty() && lines.back().end == line.begin &&
                             is_letter(label[line.begin - 1]) && is_letter(label[line.begin]);
        if (goes_on) lines.back().end = line.end;
        else lines.push_back(line);
    }
    return lines;
}

float header_height_of(Ui const& ui, Table const& table) {
    bool is_two = false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        is_two = is_two || label_lines(ui, table, i).size() > 1;
    }
    return header_line * (is_two ? 3 : 2);
}

// Where the cell of the present column stands.
Box cell_box(Table const& table) {
    float x = table.outside.left;
    for (std::size_t i = 0; i < table.column; ++i) x += table.widths[i];
    float const padding = padding_of(table, table.column);
    return {x + padding, table.row_top, table.widths[table.column] - 2 * padding, 0};
}

float row_height_of(Ui const& ui, Table const& table) {
    if (!table.is_stacked) return ui.row_height() + 1;
    return 16 + 20 * static_cast<float>(stack_lines(table)) + 1;
}

void record_header(Ui& ui, Table const& table, float y) {
    float x = table.outside.left;
    SemanticNode row = make_node(AriaRole::row, {}, {x, y, table.outside.width,
                                                    table.header_height});
    row.id = ImGui::GetID("header");
    ui.tree.push(std::move(row));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        float const padding = padding_of(table, i);
        Box const box{x + padding, y, table.widths[i] - 2 * padding, table.header_height};
        SemanticNode node =
            make_node(AriaRole::columnheader, table.columns[i].label, box);
        node.id = text_id(ui);
        if (!table.columns[i].label.empty()) ui.tree.add(std::move(node));
        x += table.widths[i];
    }
    ui.tree.pop();
}

// What is drawn until end_cell belongs to this cell.
void push_cell(Ui& ui, Table& table) {
    SemanticNode node = make_node(AriaRole::cell, {}, {ui.left, ui.y, ui.width, 20});
    auto const column = static_cast<int>(table.column);
    node.id = ImHashData(&column, sizeof column, ImGui::GetID("cell"));
    node.description = std::exchange(table.whole, {});
    ui.tree.push(std::move(node));
}

// The label in its box, cut where two lines do not hold it.
void draw_label(Ui& ui, Table const& table, std::size_t column, Box const& box) {
    Column const& spec = table.columns[column];
    std::vector<TextLine> const lines = label_lines(ui, table, column);
    std::size_t const shown_count = std::min<std::size_t>(lines.size(), 2);
    float y = box.y + (box.height - header_line * static_cast<float>(shown_count)) / 2;
    bool is_cut = lines.size() > 2;
    for (std::size_t line = 0; line < shown_count; ++line) {
        bool const is_last = line + 1 == shown_count;
        std::size_t const end = is_last && lines.size() > 2 ? spec.label.size() : lines[line].end;
        std::string_view const part = spec.label.substr(lines[line].begin,
                                                        end - lines[line].begin);
        std::string const shown = fitted(ui, part, Type::small, box.width);
        is_cut = is_cut || shown != part;
        float const room = box.width - text_width(ui, shown, Type::small);
        float const shift = spec.is_number ? room : spec.is_tight ? room / 2 : 0;
        decorate_text(ui, shown, Type::small, {box.x + shift, y}, Tint::muted);
        y += header_line;
    }
    if (is_cut) whole_on_hover(box, spec.label);
}

void draw_header(Ui& ui, Table const& table, float y) {
    float const height = table.header_height;
    decorate_box(ui, {table.outside.left, y, table.outside.width, height}, Tint::panel, 0);
    float x = table.outside.left;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        float const padding = padding_of(table, i);
        draw_label(ui, table, i, {x + padding, y, table.widths[i] - 2 * padding, height});
        x += table.widths[i];
    }
    decorate_line(ui, table.outside.left, y + height - 1, table.outside.width);
}

// Rows in view, with two more at either side so that Tab finds its next row.
void find_rows_in_view(Ui const& ui, Table& table) {
    float const height = row_height_of(ui, table);
    ImRect const clip = ImGui::GetCurrentWindow()->ClipRect;
    auto const first = static_cast<int>(std::floor((clip.Min.y - table.rows_top) / height)) - 2;
    auto const last = static_cast<int>(std::ceil((clip.Max.y - table.rows_top) / height)) + 2;
    table.row = std::clamp(first, 0, table.spec.rows_count) - 1;
    table.last_row = std::clamp(last, 0, table.spec.rows_count);
}

void prepare_heights(Ui const& ui, Table const& table) {
    RowHeights& heights = *table.spec.heights;
    if (heights.width != ui.width) heights.rows.clear();
    heights.width = ui.width;
    heights.rows.resize(static_cast<std::size_t>(table.spec.rows_count),
                        row_height_of(ui, table));
}

// Rows out of view take the room they took when they were last seen.
void pass_rows_out_of_view(Ui& ui, Table& table) {
    ImRect const clip = ImGui::GetCurrentWindow()->ClipRect;
    for (; table.row < table.last_row; ++table.row) {
        float const height = table.spec.heights->rows[static_cast<std::size_t>(table.row)];
        bool const is_above = ui.y + height < clip.Min.y - reach;
        bool const is_below = ui.y > clip.Max.y + reach;
        if (!is_above && !is_below) return;
        ui.y += height;
    }
}

void finish_row(Ui& ui, Table& table) {
    if (!table.is_row_open) return;
    ui.tree.pop();
    ImGui::PopID();
    float const least = table.is_stacked ? 0 : ui.row_height();
    float const bottom = table.spec.is_long ? table.row_top + row_height_of(ui, table) - 1
                                            : std::max(table.row_bottom, table.row_top + least);
    decorate_line(ui, table.outside.left, bottom, table.outside.width);
    if (table.spec.heights != nullptr) {
        table.spec.heights->rows[static_cast<std::size_t>(table.row)] = bottom + 1 - table.row_top;
    }
    table.is_row_open = false;
    ui.y = bottom + 1;
}

// How much higher than a line of text a control begins, and ends lower.
float lift_of(Ui const& ui) { return std::floor((ui.control_height() - 20) / 2); }

// The label of the cell, and the rest of the slot for its value; in the middle of `height`.
void stack_label(Ui& ui, Table const& table, float height) {
    std::string_view const label = table.columns[table.column].label;
    if (label.empty() || table.column == 0) return;
    float const width = table.stack_label_width;
    decorate_text(ui, fitted(ui, label, Type::small, width), Type::small,
                  {ui.left, ui.y + std::floor((height - 16) / 2)}, Tint::muted);
    ui.left += width + 8;
    ui.width -= width + 8;
}

// Sets the column to the cell's place in the block of its row.
void set_slot(Ui& ui, Table& table, float height) {
    StackSlot const& slot = table.slots[table.column];
    float const width = stack_width(table, slot);
    float const x = table.outside.left + cell_padding + (slot.is_right ? width + stack_gap : 0);
    if (!slot.is_right) table.slot_top = table.row_bottom;
    set_column(ui, x, width, table.slot_top);
    stack_label(ui, table, height);
}

}  // namespace

Table begin_table(Ui& ui, TableSpec const& spec, std::vector<Column> columns) {
    Table table;
    table.spec = spec;
    table.columns = std::move(columns);
    table.outside = save_column(ui);
    measure_columns(ui, table);
    if (table.is_stacked) place_stack(ui, table);
    SemanticNode node = make_node(AriaRole::table, spec.name, {ui.left, ui.y, ui.width, 0});
    node.id = ImGui::GetID(spec.key);
    node.row_count = spec.rows_count;
    ui.tree.push(std::move(node));
    ImGui::PushID(spec.key);
    table.top = ui.y;
    table.header_height = header_height_of(ui, table);
    record_header(ui, table, ui.y);
    if (!table.is_stacked) ui.y += table.header_height;
    table.rows_top = ui.y;
    table.last_row = spec.rows_count;
    if (spec.heights != nullptr) prepare_heights(ui, table);
    if (spec.is_long) {
        find_rows_in_view(ui, table);
        // Rows do not shine through the header that stays.
        ImRect const clip = ImGui::GetCurrentWindow()->ClipRect;
        float const edge = table.is_stacked ? 0 : table.header_height;
        ImGui::PushClipRect({clip.Min.x, std::max(clip.Min.y, std::min(clip.Min.y + edge,
                                                                        table.rows_top + edge))},
                            clip.Max, false);
    }
    return table;
}

bool next_row(Ui& ui, Table& table) {
    finish_row(ui, table);
    ++table.row;
    if (table.spec.heights != nullptr) pass_rows_out_of_view(ui, table);
    if (table.row >= table.last_row) return false;
    if (table.spec.is_long) {
        ui.y = table.rows_top + static_cast<float>(table.row) * row_height_of(ui, table);
    }
    table.row_top = table.row_bottom = ui.y;
    table.is_row_open = true;
    table.column = 0;
    ImGui::PushID(table.row);
    SemanticNode node = make_node(AriaRole::row, {}, {table.outside.left, ui.y,
                                                      table.outside.width, ui.row_height()});
    node.id = ImGui::GetID("row");
    node.row_index = table.row;
    node.row_count = table.spec.rows_count;
    ui.tree.push(std::move(node));
    if (table.is_stacked) table.row_bottom += 8;
    return true;
}

void end_table(Ui& ui, Table& table) {
    if (table.spec.is_long) {
        ImGui::PopClipRect();
        auto const rows = static_cast<float>(table.spec.rows_count);
        ui.y = table.rows_top + rows * row_height_of(ui, table);
    }
    if (!table.is_stacked) {
        float const clip_top = ImGui::GetCurrentWindow()->ClipRect.Min.y;
        float const lowest = std::max(table.top, ui.y - table.header_height);
        draw_header(ui, table, std::clamp(clip_top, table.top, lowest));
    }
    ImGui::PopID();
    ui.tree.pop();
    float const y = ui.y;
    restore_column(ui, table.outside);
    ui.y = y;
}

void begin_cell(Ui& ui, Table& table) {
    if (table.is_stacked) {
        set_slot(ui, table, 20);
        push_cell(ui, table);
        return;
    }
    Box const box = cell_box(table);
    float const drop = std::floor((ui.row_height() - 20) / 2);
    set_column(ui, box.x, box.width, table.row_top + drop);
    push_cell(ui, table);
}

void end_cell(Ui& ui, Table& table) {
    ui.tree.pop();
    float const below = table.is_stacked ? 0 : std::floor((ui.row_height() - 20) / 2);
    table.row_bottom = std::max(table.row_bottom, ui.y + below);
    if (table.is_stacked && table.column + 1 == table.columns.size()) table.row_bottom += 8;
    ui.left = table.outside.left;
    ui.width = table.outside.width;
    ++table.column;
}

void begin_control_cell(Ui& ui, Table& table) {
    if (table.is_stacked) {
        set_slot(ui, table, ui.control_height());
        push_cell(ui, table);
        return;
    }
    begin_cell(ui, table);
    ui.y -= lift_of(ui);
}

void end_control_cell(Ui& ui, Table& table) {
    ui.y += table.is_stacked ? stack_control_gap : -lift_of(ui);
    end_cell(ui, table);
}

void cell(Ui& ui, Table& table, std::string_view text, Tint tint) {
    begin_cell(ui, table);
    bool const is_number = table.columns[table.column].is_number && !table.is_stacked;
    Box const box{ui.left, ui.y, ui.width, 20};
    if (is_number) text_in_right(ui, text, box, Type::body, tint);
    else if (table.spec.is_long) text_in(ui, text, box, Type::body, tint);
    else ui::text(ui, text, Type::body, tint);
    if (is_number || table.spec.is_long || text.empty()) ui.y = box.y + 20;
    end_cell(ui, table);
}

void cell_whole(Ui& ui, Table& table, std::string_view text, std::string whole, Tint tint) {
    table.whole = whole;
    Box const box = table.is_stacked
                        ? Box{table.outside.left, table.row_bottom, table.outside.width, 20}
                        : cell_box(table);
    cell(ui, table, text, tint);
    whole_on_hover({box.x, box.y, box.width, ui.row_height()}, whole);
}

void cell_figure(Ui& ui, Table& table, std::string_view text, std::optional<double> const& value,
                 Tint tint) {
    cell_whole(ui, table, text, value ? decimal_text(*value) : std::string(), tint);
}

void cell_strong(Ui& ui, Table& table, std::string_view text) {
    begin_cell(ui, table);
    ui::text(ui, text, Type::strong);
    end_cell(ui, table);
}

bool cell_link(Ui& ui, Table& table, std::string_view text) {
    begin_cell(ui, table);
    float const width = std::min(text_width(ui, text, Type::body), ui.width);
    float const shift = (ui.row_height() - 20) / 2;  // the target is as high as the row
    Box const box = table.is_stacked ? Box{ui.left, ui.y, width, 20}
                                     : Box{ui.left, ui.y - shift, width, ui.row_height()};
    Touch const press = touch(ui, "link", box);
    decorate_text_middle(ui, fitted(ui, text, Type::body, width), Type::body,
                         {box.x, box.y + box.height / 2}, Tint::accent);
    if (press.is_hovered) decorate_box(ui, {box.x, ui.y + 18, width, 1}, Tint::accent, 0);
    record_touch(ui, make_node(AriaRole::link, text, box), press);
    ui.y += 20;
    end_cell(ui, table);
    return press.is_clicked;
}

}  // namespace zhitu::ui
