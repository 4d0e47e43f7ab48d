#pragma once

// Cells with rules that more than one kind of file shares. All report what they leave out.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/file_reader.h"

namespace zhitu::exchange {

struct Cell {
    char const* column = "";
    std::string_view text;  // trimmed
};

// A decimal number from `least` to `most`, in millionths. Empty and silent for an empty cell, empty
// with a warning (bad_value or out_of_range) for anything else: also for what is only just beyond a
// bound ("1.0000001" of 1), and for "-0" where nothing is below 0. Bounds are whole numbers.
std::optional<std::int64_t> number_cell(Cell cell, vault::Range bounds, RowReport& report);

// At most `count_max` code points; longer text is shortened, with a warning (too_long).
std::string text_cell(Cell cell, std::size_t count_max, RowReport& report);

// Text that is wrong when shortened (addresses): beyond `count_max` empty, with a warning.
std::string exact_cell(Cell cell, std::size_t count_max, RowReport& report);

// Puts what a row cannot do without into `out`; else refuses the row (empty_field, too_long) and
// answers false.
bool required_cell(Cell cell, std::size_t count_max, std::string& out, RowReport& report);

// "2026-11-20" from that, from 2026/11/20, 2026.11.20, 2026年11月20日, 20261120, any of the first
// four with a time behind, and from seconds (9, 10 digits) or milliseconds (12, 13) since 1970, in
// UTC. Day and month first are not guessed at: a warning (bad_value), and empty.
std::string date_cell(Cell cell, RowReport& report);

// Three letters, as capitals; else empty, with a warning (bad_value) unless the cell is empty.
std::string currency_cell(Cell cell, RowReport& report);

// The parts that are not empty, trimmed, between ; ； and line ends, or, where there is none of
// these, between , ， 、.
std::vector<std::string> list_cell(std::string_view text);

// Puts the skill into the table and gives its id. Of two spellings of one name the one that comes
// first in bytes stays, so that the order of files does not matter. Nothing, with a warning, for an
// empty name or one beyond limits::name_max.
std::optional<SkillId> take_skill(Cell cell, RowReport& report);

}  // namespace zhitu::exchange
