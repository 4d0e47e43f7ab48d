#pragma once

// Courses: url, title, author, students, rating, difficulty, skills, description, price, currency,
// source, hours; any order, CSV or an array of JSON objects.
//
//   title        required; beyond limits::course_title_max the row is refused
//   url          http or https; the course's natural key (catalog::course_id). A course that stood
//                before is merged: the first stays, with a warning already_exists (beside those
//                of its other cells)
//   difficulty   beginner, introductory 1; intermediate 2; advanced 3; else empty with a warning
//   skills       a Python list, or names between ; or commas; each is taught from level - 1 to
//                level, 0 to 1 where it is unknown
//   rating       0 is no rating; of 5
//   students     learners_count
//   price        empty is unknown, not free, and so is 0 of a source that writes 0 for "not known"
//                (Coursera); nothing is converted
//   currency     of the row; else the plan's for the source; else what is known of the source
//                (Stepik RUB, Coursera and edX USD). A price without one is left out, with a
//                warning unless the plan says so
//   description  shortened at limits::summary_max, with a warning
//   hours        of the whole course; empty or 0 is unknown
//   The language is told from the letters of the title; Han text is the Chinese side of a name.
//
// The reading counts what was taken for granted: of ratings and prices over all rows that were
// read, refused ones too; of hours and units over the courses that came in.

#include <memory>

#include "exchange/table_reader.h"

namespace zhitu::exchange {

std::span<Column const> course_columns();

// The reading lists no more sources than this.
inline constexpr std::size_t sources_max = 100;

std::unique_ptr<RowTaker> make_course_taker(FilePlan const& plan);

}  // namespace zhitu::exchange
