#pragma once

// A CSV file whose first record names known columns, in any order; unknown columns are passed over.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exchange/csv.h"
#include "exchange/file_reader.h"

namespace zhitu::exchange {

struct Column {
    char const* name = "";
    char const* other_names = "";  // "姓名|full_name": the same column in other headers
    bool is_required = false;
};

bool is_named(Column const& column, std::string_view header_cell);

// The cells of one record by known column.
class TableRow {
public:
    TableRow(CsvRecord const& record, std::vector<std::size_t> const& places)
        : record_(record), places_(places) {}
    // Trimmed; empty when the file has no such column or the record ends before it.
    std::string_view cell(std::size_t column) const;

private:
    CsvRecord const& record_;
    std::vector<std::size_t> const& places_;
};

// Turns one row into what the table holds, or says why not.
class RowTaker {
public:
    virtual ~RowTaker() = default;
    virtual void take(TableRow const& row, RowReport& report) = 0;
};

// A header without a required column, or with one twice, refuses the file: bad_header, with the
// file and the columns missing or doubled. A record with a fault, or with more cells than the
// header has, is refused with bad_row and one of the words unclosed_quote, stray_quote,
// more_cells_than_columns; a cell beyond the limit with too_long. Beyond limits::file_rows_max the
// file is cut, with out_of_range. Requires that text and columns outlive the reader.
std::unique_ptr<FileReader> read_csv_table(std::string file, std::string_view text,
                                           std::span<Column const> columns,
                                           std::unique_ptr<RowTaker> taker);

}  // namespace zhitu::exchange
