#pragma once

// Who takes which course: login, course, status, date; any order, also 登录名 课程 状态 日期.
//
//   login, course  required; the course by its address or title
//   status         enrolled (also empty), finished, withdrawn, and what people write for these in
//                  English and Chinese; the row is refused for any other word, because a guess
//                  would become part of somebody's record
//   date           as date_cell (cells.h) reads it
//   The same login, course and status again: the first stays, with a warning already_exists.

#include <memory>

#include "exchange/table_reader.h"

namespace zhitu::exchange {

std::span<Column const> enrolment_columns();

std::unique_ptr<RowTaker> make_enrolment_taker();

}  // namespace zhitu::exchange
