#pragma once

// Numbers as text that gives the very number back: what the page and the terminal write where
// their figures are compared to the last digit.

#include <string>

namespace zhitu {

// The shortest decimal that reads back as the same double: "0.1", "-0.06", "1e-09"; "0" for -0.
// Is a JSON number. Requires a finite value.
std::string shortest_decimal(double value);

}  // namespace zhitu
