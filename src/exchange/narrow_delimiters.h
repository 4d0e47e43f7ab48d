#pragma once

// Chinese keyboards write ， and ； where a table wants , and ;.

#include <string>

namespace zhitu::exchange {

// Full-width commas and semicolons between cells become the delimiter of the first line (`,` when
// it has none): in the first line always, in the lines behind it only when it had no narrow
// delimiter and the second line has none either; there they may be part of what is said. Inside
// quotes nothing changes. Cost: O(first line) when there are none, else O(n).
std::string with_narrow_delimiters(std::string text);

}  // namespace zhitu::exchange
