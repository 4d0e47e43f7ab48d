#pragma once

// Comma-separated values, one record at a time (RFC 4180, and what spreadsheets make of it).
//
// Own, because what Debian packages does not fit: libfccp throws and starts a thread; libcsv (C)
// stops a strict parse at the first bad quote, and a lenient one does not say where it was.
//
// Taken: a byte order mark, LF, CRLF and CR, line ends inside quotes, `,` `;` and tab (the given
// one, else whichever the first record has most of outside quotes), a quote inside an unquoted
// cell, blank lines.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::exchange {

enum class CsvFault : std::uint8_t {
    none,
    unclosed_quote,  // no end, or closed in a later line by somebody else's quote. The record is
                     // its first line as it stands; reading goes on with the next line
    stray_quote,     // text behind a closing quote; taken as part of the cell
    cell_too_large,  // beyond limits::cell_bytes_max; cut there
};

struct CsvRecord {
    std::uint64_t number = 0;  // 1 is the first record; a blank line counts, as in a spreadsheet
    std::vector<std::string> cells;
    CsvFault fault = CsvFault::none;  // the first one
};

class CsvReader {
public:
    // Requires that `text` outlives the reader.
    explicit CsvReader(std::string_view text, std::optional<char> delimiter = {});

    // The next record that is no blank line; false at the end. Total: any bytes. Cost: O(record).
    bool next(CsvRecord& record);

    char delimiter() const { return delimiter_; }
    std::size_t offset() const { return offset_; }  // bytes read so far

private:
    enum class CellEnd : std::uint8_t { delimiter, record, broken };
    void read_record(CsvRecord& record);
    void take_line(CsvRecord& record, std::size_t start);
    CellEnd read_cell(CsvRecord& record);
    CellEnd read_quoted(CsvRecord& record, std::string& cell);
    CellEnd read_plain(CsvRecord& record, std::string& cell);
    CellEnd pass_cell_end();
    bool is_line_end() const;
    bool pass_line_end();

    std::string_view text_;
    std::size_t offset_ = 0;
    std::uint64_t number_ = 0;
    char delimiter_ = ',';
};

}  // namespace zhitu::exchange
