#pragma once

// Refused rows as a table that can be mended and given back: the columns of the file, and behind
// them where the row stood and why it stays out.
//
//   refused rows (worker) ─to_bytes─▶ bytes nobody looks into ─▶ refused_rows_csv (page) ─▶ a file

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import_table.h"

namespace zhitu::exchange {

// The refused rows of one file.
struct RefusedFile {
    std::string name;
    std::vector<std::string> header;
    std::vector<RefusedRow> rows;
    friend bool operator==(RefusedFile const&, RefusedFile const&) = default;
};

// Files without refused rows are left out; origins point into the list. Cost: O(rows).
std::vector<RefusedFile> refused_files(ImportTable const& table);

// u32 counts and sizes, little endian, each before what it counts. Errors of reading: e_trunc for
// bytes that end early or go on, e_field for an unknown code. Cost: O(bytes).
std::string to_bytes(std::vector<RefusedFile> const& files);
Result<std::vector<RefusedFile>> refused_files_from_bytes(std::string_view bytes);

// Names of the columns behind those of the file, and the sentence for a reason.
struct RefusedWords {
    std::string row = "row";
    std::string column = "column";
    std::string reason = "reason";
    std::function<std::string(Refusal const&)> sentence;  // its `value` is empty
};

// Comma-separated UTF-8 with a byte order mark and CRLF, as spreadsheets open it. Several files
// come below each other under all their columns, by name; cells beyond a row's last column stand
// behind the reason. Several reasons of a row stand behind each other, with " | " between. A cell
// that a spreadsheet would run (it begins with = + - @, a tab or a line end) gets an apostrophe in
// front. Cost: O(cells).
std::string refused_rows_csv(std::vector<RefusedFile> const& files, RefusedWords const& words);

}  // namespace zhitu::exchange
