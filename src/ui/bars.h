#pragma once

// Quantities as lengths and dots, always with their number beside them.

#include <string>
#include <string_view>
#include <vector>

#include "ui/painter.h"

namespace zhitu::ui {

// 0..1. The name and "44 %" go to the reader.
void progress_bar(Ui& ui, std::string_view name, double share);

// Label, bar, number; a muted line below says what it rests on. Where names leave no room for bars,
// all bars of the list stand below their names.
struct BarRow {
    std::string label;
    std::string value;   // "+0.41"
    double share = 0;        // of the full bar; below 0: against
    std::string note;
    std::string whole{};  // the figure, not rounded: to the reader, and on hover
};
void bar_rows(Ui& ui, std::vector<BarRow> const& rows);

// Three dots: reached, wanted but not reached, neither. `text` says it. `wanted`: the tint of the
// second kind, vermilion for what is missing, accent for what is on offer.
void level_dots(Ui& ui, std::int64_t level, std::int64_t level_wanted, std::string_view text,
                Tint wanted = Tint::vermilion);

}  // namespace zhitu::ui
