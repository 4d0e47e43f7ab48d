#include "exchange/refused_rows.h"

#include <algorithm>
#include <utility>

namespace zhitu::exchange {

namespace {

// --- Bytes
void write_number(std::string& out, std::uint64_t value) {
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFF);
}
void write_text(std::string& out, std::string_view text) {
    write_number(out, text.size());
    out += text;
}
void write_texts(std::string& out, std::vector<std::string> const& texts) {
    write_number(out, texts.size());
    for (std::string const& text : texts) write_text(out, text);
}

// Every read answers zero or nothing once the bytes have ended.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number() {
        std::string_view const four = take(4);
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < four.size(); ++i) {
            value |= std::uint32_t{static_cast<unsigned char>(four[i])} << (8 * i);
        }
        return value;
    }
    std::string text() { return std::string(take(number())); }
    std::vector<std::string> texts() {
        std::vector<std::string> texts;
        for (std::uint32_t n = number(); n > 0 && !is_cut_; --n) texts.push_back(text());
        return texts;
    }

    bool is_cut() const { return is_cut_; }
    bool is_done() const { return !is_cut_ && rest_.empty(); }

private:
    std::string_view take(std::size_t size) {
        is_cut_ = is_cut_ || size > rest_.size();
        if (is_cut_) return {};
        std::string_view const taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
    bool is_cut_ = false;
};

void write_row(std::string& out, RefusedRow const& row) {
    write_number(out, row.origin.row);
    write_number(out, row.reasons.size());
    for (RefusedRow::Reason const& reason : row.reasons) {
        write_text(out, reason.column);
        write_number(out, static_cast<std::uint64_t>(reason.why.code));
        write_texts(out, reason.why.arguments);
    }
    write_texts(out, row.origin.cells);
}

bool read_row(Bytes& bytes, RefusedRow& row) {
    row.origin.row = bytes.number();
    for (std::uint32_t n = bytes.number(); n > 0 && !bytes.is_cut(); --n) {
        RefusedRow::Reason& reason = row.reasons.emplace_back();
        reason.column = bytes.text();
        std::uint32_t const code = bytes.number();
        reason.why.arguments = bytes.texts();
        if (code > static_cast<std::uint32_t>(ErrorCode::cancelled)) return false;
        reason.why.code = static_cast<ErrorCode>(code);
    }
    row.origin.cells = bytes.texts();
    return true;
}

// --- CSV
// Columns of several files by name; the second of one name in a file is the second here.
struct ColumnName {
    std::string name;
    std::size_t nth = 0;  // of this name in its file
    friend bool operator==(ColumnName const&, ColumnName const&) = default;
};

std::vector<ColumnName> names_of(std::vector<std::string> const& header) {
    std::vector<ColumnName> names;
    for (std::string const& name : header) {
        auto const is_same = [&](ColumnName const& known) { return known.name == name; };
        auto const nth = static_cast<std::size_t>(std::ranges::count_if(names, is_same));
        names.push_back({name, nth});
    }
    return names;
}

std::vector<ColumnName> all_columns(std::vector<RefusedFile> const& files) {
    std::vector<ColumnName> all;
    for (RefusedFile const& file : files) {
        for (ColumnName& name : names_of(file.header)) {
            bool const is_new = std::ranges::find(all, name) == all.end();
            if (is_new) all.push_back(std::move(name));
        }
    }
    return all;
}

bool is_run_by_spreadsheets(std::string_view cell) {
    return !cell.empty() && std::string_view("=+-@\t\r\n").find(cell.front()) != cell.npos;
}

void append_cell(std::string& line, std::string_view cell) {
    std::string const guarded = (is_run_by_spreadsheets(cell) ? "'" : "") + std::string(cell);
    if (guarded.find_first_of("\",;\t\r\n") == std::string::npos) {
        line += guarded;
        return;
    }
    line += '"';
    for (char const c : guarded) {
        if (c == '"') line += c;
        line += c;
    }
    line += '"';
}

std::string line_of(std::vector<std::string> const& cells) {
    std::string line;
    for (std::string const& cell : cells) {
        if (&cell != &cells.front()) line += ',';
        append_cell(line, cell);
    }
    return line + "\r\n";
}

// Every reason, behind each other: the columns and the sentences.
std::pair<std::string, std::string> reasons_of(RefusedFile const& file, RefusedRow const& row,
                                               RefusedWords const& words) {
    std::string columns;
    std::string sentences;
    for (RefusedRow::Reason const& reason : row.reasons) {
        if (!sentences.empty()) columns += " | ";
        if (!sentences.empty()) sentences += " | ";
        columns += reason.column;
        sentences +=
            words.sentence(Refusal{file.name, row.origin.row, reason.column, {}, reason.why});
    }
    return {std::move(columns), std::move(sentences)};
}

std::string rows_of(RefusedFile const& file, std::vector<ColumnName> const& columns,
                    RefusedWords const& words) {
    std::vector<std::size_t> places;
    for (ColumnName const& name : names_of(file.header)) {
        places.push_back(static_cast<std::size_t>(std::ranges::find(columns, name) -
                                                  columns.begin()));
    }
    std::string lines;
    for (RefusedRow const& row : file.rows) {
        std::vector<std::string> cells(columns.size());
        std::vector<std::string> const& held = row.origin.cells;
        for (std::size_t i = 0; i < std::min(held.size(), places.size()); ++i) {
            cells[places[i]] = held[i];
        }
        cells.push_back(std::to_string(row.origin.row));
        auto const [columns_of_reasons, sentences] = reasons_of(file, row, words);
        cells.push_back(columns_of_reasons);
        cells.push_back(sentences);
        for (std::size_t i = places.size(); i < held.size(); ++i) cells.push_back(held[i]);
        lines += line_of(cells);
    }
    return lines;
}

}  // namespace

std::vector<RefusedFile> refused_files(ImportTable const& table) {
    std::vector<RefusedFile> files(table.readings.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        files[i].name = table.readings[i].name;
        for (ColumnReading const& column : table.readings[i].columns) {
            files[i].header.push_back(column.name);
        }
    }
    for (RefusedRow const& row : table.refused_rows) files[row.origin.file].rows.push_back(row);
    std::erase_if(files, [](RefusedFile const& file) { return file.rows.empty(); });
    for (std::uint32_t i = 0; i < files.size(); ++i) {
        for (RefusedRow& row : files[i].rows) row.origin.file = i;
    }
    return files;
}

std::string to_bytes(std::vector<RefusedFile> const& files) {
    std::string out;
    write_number(out, files.size());
    for (RefusedFile const& file : files) {
        write_text(out, file.name);
        write_texts(out, file.header);
        write_number(out, file.rows.size());
        for (RefusedRow const& row : file.rows) write_row(out, row);
    }
    return out;
}

Result<std::vector<RefusedFile>> refused_files_from_bytes(std::string_view bytes) {
    Bytes in(bytes);
    std::vector<RefusedFile> files;
    for (std::uint32_t n = in.number(); n > 0 && !in.is_cut(); --n) {
        RefusedFile& file = files.emplace_back();
        file.name = in.text();
        file.header = in.texts();
        for (std::uint32_t rows = in.number(); rows > 0 && !in.is_cut(); --rows) {
            RefusedRow& row = file.rows.emplace_back();
            row.origin.file = static_cast<std::uint32_t>(files.size() - 1);
            if (!read_row(in, row)) return Error{ErrorCode::e_field, {"code"}};
        }
    }
    if (!in.is_done()) return Error{ErrorCode::e_trunc, {}};
    return files;
}

std::string refused_rows_csv(std::vector<RefusedFile> const& files, RefusedWords const& words) {
    std::vector<ColumnName> const columns = all_columns(files);
    std::vector<std::string> header;
    for (ColumnName const& column : columns) header.push_back(column.name);
    header.insert(header.end(), {words.row, words.column, words.reason});
    std::string csv = "\xEF\xBB\xBF" + line_of(header);
    for (RefusedFile const& file : files) csv += rows_of(file, columns, words);
    return csv;
}

}  // namespace zhitu::exchange
