#include "exchange/csv.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "base/text.h"

namespace zhitu::exchange {

namespace {

constexpr std::array<char, 3> delimiters = {',', ';', '\t'};  // earlier ones win a tie

char find_delimiter(std::string_view text) {
    std::array<std::size_t, 3> counts{};
    bool is_quoted = false;
    for (char const c : text) {
        if (c == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (c == '\n' || c == '\r') break;
        for (std::size_t i = 0; i < delimiters.size(); ++i) counts[i] += c == delimiters[i];
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < counts.size(); ++i) best = counts[i] > counts[best] ? i : best;
    return delimiters[best];
}

void note(CsvRecord& record, CsvFault fault) {
    if (record.fault == CsvFault::none) record.fault = fault;
}

// A cell stops growing at the limit; the rest is passed over.
void append(CsvRecord& record, std::string& cell, std::string_view piece) {
    std::size_t const room = limits::cell_bytes_max - cell.size();
    if (piece.size() > room) {
        note(record, CsvFault::cell_too_large);
        piece = piece.substr(0, utf8_prefix_size(piece.substr(0, room)));
    }
    cell += piece;
}

}  // namespace

CsvReader::CsvReader(std::string_view text, std::optional<char> delimiter) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) offset_ = 3;
    delimiter_ = delimiter ? *delimiter : find_delimiter(text_.substr(offset_));
}

bool CsvReader::next(CsvRecord& record) {
    while (offset_ < text_.size()) {
        ++number_;
        if (pass_line_end()) continue;
        read_record(record);
        return true;
    }
    return false;
}

void CsvReader::read_record(CsvRecord& record) {
    std::size_t const start = offset_;
    record.number = number_;
    record.fault = CsvFault::none;
    record.cells.clear();
    CellEnd end = CellEnd::delimiter;
    while (end == CellEnd::delimiter) end = read_cell(record);
    if (end == CellEnd::broken) take_line(record, start);
}

// Looking for the end of a quote may have read far ahead. That happens once a record, and from the
// next line on the quotes pair differently, so the whole stays linear.
void CsvReader::take_line(CsvRecord& record, std::size_t start) {
    std::size_t const end = text_.find_first_of("\r\n", start);
    std::string_view const line = text_.substr(start, end - start);
    record.fault = CsvFault::unclosed_quote;
    record.cells.assign(1, {});
    append(record, record.cells.front(), line);
    offset_ = start + line.size();
    pass_line_end();
}

CsvReader::CellEnd CsvReader::read_cell(CsvRecord& record) {
    std::string& cell = record.cells.emplace_back();
    bool const is_quoted = offset_ < text_.size() && text_[offset_] == '"';
    return is_quoted ? read_quoted(record, cell) : read_plain(record, cell);
}

CsvReader::CellEnd CsvReader::read_quoted(CsvRecord& record, std::string& cell) {
    std::size_t const start = offset_ + 1;
    offset_ = start;
    for (;;) {
        std::size_t const quote = text_.find('"', offset_);
        if (quote == std::string_view::npos) return CellEnd::broken;
        append(record, cell, text_.substr(offset_, quote - offset_));
        offset_ = quote + 1;
        if (offset_ >= text_.size() || text_[offset_] != '"') break;
        append(record, cell, "\"");
        ++offset_;
    }
    bool const is_end = offset_ >= text_.size() || text_[offset_] == delimiter_ || is_line_end();
    if (is_end) return pass_cell_end();
    std::string_view const inside = text_.substr(start, offset_ - start);
    if (inside.find_first_of("\r\n") != std::string_view::npos) return CellEnd::broken;
    note(record, CsvFault::stray_quote);
    return read_plain(record, cell);
}

CsvReader::CellEnd CsvReader::read_plain(CsvRecord& record, std::string& cell) {
    std::array<char, 3> const stops = {delimiter_, '\r', '\n'};
    std::string_view const set(stops.data(), stops.size());
    std::size_t const end = std::min(text_.find_first_of(set, offset_), text_.size());
    append(record, cell, text_.substr(offset_, end - offset_));
    offset_ = end;
    return pass_cell_end();
}

// Behind a delimiter there is always one more cell, at the end of the text too.
CsvReader::CellEnd CsvReader::pass_cell_end() {
    if (offset_ < text_.size() && text_[offset_] == delimiter_) {
        ++offset_;
        return CellEnd::delimiter;
    }
    pass_line_end();
    return CellEnd::record;
}

bool CsvReader::is_line_end() const {
    return offset_ < text_.size() && (text_[offset_] == '\n' || text_[offset_] == '\r');
}

bool CsvReader::pass_line_end() {
    if (!is_line_end()) return false;
    bool const is_return = text_[offset_++] == '\r';
    if (is_return && offset_ < text_.size() && text_[offset_] == '\n') ++offset_;
    return true;
}

}  // namespace zhitu::exchange
