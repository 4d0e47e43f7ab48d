#pragma once

// Courses as CSV: url, title, author, students, rating, difficulty, skills, description, price,
// source; any order.
//
//   title        required; beyond limits::course_title_max the row is refused
//   url          http or https; the course's natural key (catalog::course_id). A course that stood
//                before is merged: the first stays, with a warning already_exists (beside those
//                of its other cells)
//   difficulty   beginner, introductory 1; intermediate 2; advanced 3; else empty with a warning
//   skills       a Python list; each is taught from level - 1 to level, 0 to 1 where it is unknown
//   rating       0 is no rating; of 5
//   students     learners_count
//   price        0 is unknown, not free; the currency comes from the source (Stepik RUB, Coursera
//                and edX USD), nothing is converted
//   description  shortened at limits::summary_max, with a warning
//   The language is told from the letters of the title; Han text is the Chinese side of a name.

#include <memory>

#include "exchange/csv_table.h"

namespace zhitu::exchange {

std::span<Column const> course_columns();

// Requires that text outlives the reader.
std::unique_ptr<FileReader> read_course_file(std::string file, std::string_view text);

}  // namespace zhitu::exchange
