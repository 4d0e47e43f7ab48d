#pragma once

// From the header of a table to a reader of its rows.

#include <memory>

#include "exchange/file_reader.h"
#include "exchange/record_source.h"

namespace zhitu::exchange {

inline constexpr int sampled_rows_max = 50;

// Completes the last reading of `table` with kind, columns, samples and the plan as it is carried
// out (all that was left open is filled in), also for a table that cannot be read, so that somebody
// can say what its columns are. Null: the file is refused, with file_unknown, out_of_range beyond
// limits::columns_max, or bad_header for a header without a required column, or with one twice, or
// with quotes that do not close. The plan is the one in the reading.
std::unique_ptr<FileReader> open_table(ImportTable& table, std::unique_ptr<RecordSource> source);

}  // namespace zhitu::exchange
