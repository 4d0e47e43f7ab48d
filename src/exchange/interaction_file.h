#pragma once

// Who had to do with what: user, item, and a time where there is one; any order, also user_id,
// item_id, timestamp, 用户 课程 时间.
//
//   user, item  required
//   time        as date_cell (cells.h) reads it; the day is kept
//   The same user and item on the same day again: the first stays, with a warning already_exists.

#include <memory>

#include "exchange/table_reader.h"

namespace zhitu::exchange {

std::span<Column const> interaction_columns();

std::unique_ptr<RowTaker> make_interaction_taker();

}  // namespace zhitu::exchange
