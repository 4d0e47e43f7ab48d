#pragma once

// Figures whole: what the page keeps behind a rounded figure and the terminal prints.

#include <string>

namespace zhitu {

// To whole billionths, halves away from zero, without zeros at the end: "0.41", "-0.06",
// "0.363636364", "3"; "0" for what is less than half a billionth. A score and each of its parts are
// whole billionths (recommend/need_based.h): this is the very number. Requires |value| < 10^9.
// No to_chars: its tables would make the page 13 KB larger.
std::string decimal_text(double value);

}  // namespace zhitu
