#pragma once

// Tables: header, rows with lines between them, numbers to the right. Where the columns do not fit,
// each row becomes a block: the first cell, then "label value" pairs, two side by side where the
// columns are narrow enough. Long lists draw only what is in view.
//
//   Table table = begin_table(ui, {.key = "people", .name = …, .rows_count = n}, columns);
//   while (next_row(ui, table)) {           // table.row is the row to draw
//       cell_link(ui, table, …);            // one call for each column, in order
//       cell(ui, table, …);
//   }
//   end_table(ui, table);

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/painter.h"

namespace zhitu::ui {

struct Column {
    std::string_view label;
    float width_min = 80;
    float weight = 0;       // share of the room that is left
    bool is_number = false;  // to the right
    // As wide as it says, padding too: a longer label wraps to two lines, and the whole of it is
    // there on hover.
    bool is_tight = false;
};

inline constexpr float cell_padding = 8;  // left and right of what stands in a cell

struct TableSpec {
    char const* key = "";
    std::string_view name;
    int rows_count = 0;
    bool is_long = false;  // rows of one height (one line), only those in view are drawn
    RowHeights* heights = nullptr;  // rows of their own heights, only those in view are drawn
};

// Where a cell stands in such a block.
struct StackSlot {
    bool is_half = false;
    bool is_right = false;  // beside the one before
};

struct Table {
    TableSpec spec;
    std::vector<Column> columns;
    std::vector<float> widths;
    bool is_stacked = false;
    std::vector<StackSlot> slots;  // [columns], of a stacked table
    float stack_label_width = 0;   // of all pairs: their values stand below each other
    float slot_top = 0;            // of the pair's left one
    int row = -1;
    // Inside:
    int last_row = 0;
    bool is_row_open = false;
    float header_height = 0;
    std::size_t column = 0;
    float top = 0, row_top = 0, row_bottom = 0, rows_top = 0;
    std::uint32_t group = 0;
    std::string whole;  // of the next cell
    SavedColumn outside{};
};

Table begin_table(Ui& ui, TableSpec const& spec, std::vector<Column> columns);
bool next_row(Ui& ui, Table& table);
void end_table(Ui& ui, Table& table);

void cell(Ui& ui, Table& table, std::string_view text, Tint tint = Tint::ink);
// What is cut or rounded in `text`, whole: to the reader as description, and on hover.
void cell_whole(Ui& ui, Table& table, std::string_view text, std::string whole,
                Tint tint = Tint::ink);
// A rounded figure, whole as base/decimal.h writes it; nothing more where there is none.
void cell_figure(Ui& ui, Table& table, std::string_view text, std::optional<double> const& value,
                 Tint tint = Tint::ink);
void cell_strong(Ui& ui, Table& table, std::string_view text);
bool cell_link(Ui& ui, Table& table, std::string_view text);
// Anything else: sets the column to the cell; draw, then end_cell.
void begin_cell(Ui& ui, Table& table);
void end_cell(Ui& ui, Table& table);
// The same for a control, which stands in the middle of its row, level with the texts beside it.
void begin_control_cell(Ui& ui, Table& table);
void end_control_cell(Ui& ui, Table& table);

}  // namespace zhitu::ui
