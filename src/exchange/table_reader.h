#pragma once

// The rows of a table under a header that is known to be good.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "exchange/file_reader.h"
#include "exchange/header_map.h"
#include "exchange/record_source.h"

namespace zhitu::exchange {

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

struct TableLayout {
    std::span<Column const> columns;
    std::vector<std::string> header;
    std::vector<std::size_t> places;  // [columns] in the header, or `absent`
    bool is_repaired = false;         // double-decoded cells of known columns are put right
};

// A record with a fault, or with more cells than the header has, is refused with bad_row and one of
// the words unclosed_quote, stray_quote, more_cells_than_columns; a cell beyond the limit with
// too_long. Beyond limits::file_rows_max the file is cut, with out_of_range. Double-decoded cells
// are counted in the file's reading, repaired or not. Requires that the source stands behind its
// header and that columns outlive the reader.
std::unique_ptr<FileReader> read_table(std::string file, std::unique_ptr<RecordSource> source,
                                       TableLayout layout, std::unique_ptr<RowTaker> taker);

}  // namespace zhitu::exchange
