#pragma once

// Cells with rules that more than one kind of file shares. All report what they leave out.

#include <optional>
#include <string>
#include <string_view>

#include "exchange/file_reader.h"

namespace zhitu::exchange {

struct Cell {
    char const* column = "";
    std::string_view text;  // trimmed
};

// A decimal number from `least` to `most`, in millionths. Empty and silent for an empty cell, empty
// with a warning (bad_value or out_of_range) for anything else. Bounds are whole numbers.
std::optional<std::int64_t> number_cell(Cell cell, vault::Range bounds, RowReport& report);

// At most `count_max` code points; longer text is shortened, with a warning (too_long).
std::string text_cell(Cell cell, std::size_t count_max, RowReport& report);

// Text that is wrong when shortened (addresses): beyond `count_max` empty, with a warning.
std::string exact_cell(Cell cell, std::size_t count_max, RowReport& report);

// Puts the skill into the table and gives its id. Of two spellings of one name the one that comes
// first in bytes stays, so that the order of files does not matter. Nothing, with a warning, for an
// empty name or one beyond limits::name_max.
std::optional<SkillId> take_skill(Cell cell, RowReport& report);

}  // namespace zhitu::exchange
