#pragma once

// Fields whose text has a form: a date, a weight. What is wrong stands beside the field for as long
// as it is wrong.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ui/inputs.h"

namespace zhitu::ui {

// YYYY-MM-DD, with a button for the day before and one for the day after; its label above.
struct DateField {
    char const* key = "";
    std::string_view label;
    std::string_view latest;  // a date: no later one is taken, and the buttons begin here when the
                              // text is none
};
// True while the text is a date that may be taken. Wants a column, not a line.
bool date_field(Ui& ui, DateField const& spec, std::string& value);

// Importance in (0, 1], two digits behind the point at most.
std::optional<std::int64_t> parse_weight(std::string_view text);
// Two digits, or as many as it has: what a file said stays what it said.
std::string weight_text(std::int64_t millionths);
struct WeightField {
    char const* key = "";
    std::string_view label;  // not drawn
    float width = 72;
};
FieldResult weight_field(Ui& ui, WeightField const& spec, std::string& typed);

}  // namespace zhitu::ui
