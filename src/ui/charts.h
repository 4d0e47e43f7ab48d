#pragma once

// Charts on the draw list: heat map cells, bars, lines, radar. Every chart says its data to the
// reader as it shows it to the eye; nothing moves. (Bars with label and number: bars.h.)
//
//   heat map   a Table whose cells are coloured        radar      SQL
//   ┌────────┬──────┬──────┐                                  ╱╲
//   │ Wang   │ 1 −2 │ 3    │                             Kafka ╲╱ Python      wanted ┄  has ━
//   └────────┴──────┴──────┘

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/tables.h"

namespace zhitu::ui {

// --- Heat map
inline constexpr float heat_column_width = 76;  // with the room around the cell
inline constexpr int heat_steps = 5;

// The column of a table that holds heat cells; a long label is cut, and whole on hover.
Column heat_column(std::string_view label);

// How many heat columns stand beside others that are so wide, padding included; at least 1.
std::size_t heat_columns_that_fit(Ui const& ui, float others_width);

// The step of a value in [0, value_max]: 0 for nothing, else 1..4 in equal shares.
int heat_step(double value, double value_max);

struct HeatCell {
    std::string text;   // "1 −2"; always there
    std::string says;   // the whole of it, for the reader and on hover
    int step = 0;       // 0..4
    bool is_quiet = false;   // nothing lacking, or nothing asked: muted on step 0
    bool is_chosen = false;
};
// The next cell of the row. True: pressed.
bool heat_cell(Ui& ui, Table& table, HeatCell const& spec);

// --- Axis
// Round numbers (1, 2, 5 times a power of ten) from at most `least` to at least `most`, about
// `count` of them. Requires count >= 2; least < most, else most counts as least + 1.
std::vector<double> round_ticks(double least, double most, int count);

// --- Lines
struct LineSeries {
    std::string name;
    std::vector<std::optional<double>> values;  // [labels]; a gap where nothing is known
    Tint tint = Tint::accent;
};
struct LineChart {
    std::string_view name;
    std::vector<std::string> labels;  // along x, ascending
    std::vector<LineSeries> series;
    std::string_view x_title;
    double least = 0;
    double most = 1;
    int digits = 1;        // of the numbers beside the axis
    int value_digits = 3;  // of the numbers said
    int chosen = -1;       // the place with a line through it
    float height = 220;
};
// The values of a place are shown while the pointer is over it.
void line_chart(Ui& ui, LineChart const& chart);

// --- Radar
inline constexpr std::size_t radar_axes_max = 12;

struct RadarAxis {
    std::string label;
    double has = 0;     // 0..radar.most
    double wanted = 0;  // 0..radar.most
    std::string says;   // "level 1 of 3"
};
struct Radar {
    std::string_view name;
    std::vector<RadarAxis> axes;  // most important first
    double most = 3;
    std::string_view has_name;
    std::string_view wanted_name;
};
// Labels stand outside, in the box, none over another; what is cut is whole on hover.
// Of more than radar_axes_max axes the first ones, and a line that says so. Fewer than three give
// no area: bars instead.
void radar(Ui& ui, Radar const& spec);

}  // namespace zhitu::ui
