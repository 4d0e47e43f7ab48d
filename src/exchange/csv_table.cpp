#include "exchange/csv_table.h"

#include <algorithm>

namespace zhitu::exchange {

namespace {

constexpr std::size_t absent = static_cast<std::size_t>(-1);

// Of each column: where it stands in the header, or `absent`.
std::vector<std::size_t> places_of(CsvRecord const& header, std::span<Column const> columns) {
    std::vector<std::size_t> places;
    for (Column const& column : columns) {
        auto const is_it = [&](std::string const& cell) { return is_named(column, cell); };
        auto const found = std::find_if(header.cells.begin(), header.cells.end(), is_it);
        auto const place = static_cast<std::size_t>(found - header.cells.begin());
        places.push_back(found == header.cells.end() ? absent : place);
    }
    return places;
}

// The columns that are missing or doubled, joined for a sentence; empty when all is well.
std::string faults_of(CsvRecord const& header, std::span<Column const> columns) {
    std::string faults;
    for (Column const& column : columns) {
        auto const is_it = [&](std::string const& cell) { return is_named(column, cell); };
        auto const count = std::count_if(header.cells.begin(), header.cells.end(), is_it);
        if (count == 1 || (count == 0 && !column.is_required)) continue;
        if (!faults.empty()) faults += ", ";
        faults += column.name;
    }
    return faults;
}

Error error_of(CsvFault fault) {
    if (fault == CsvFault::unclosed_quote) return {ErrorCode::bad_row, {"unclosed_quote"}};
    return {ErrorCode::bad_row, {"stray_quote"}};
}

std::string joined(CsvRecord const& record, char delimiter) {
    std::string line;
    for (std::string const& cell : record.cells) {
        if (!line.empty()) line += delimiter;
        line += shortened(cell, shown_value_max);
    }
    return line;
}

class CsvTableReader final : public FileReader {
public:
    CsvTableReader(std::string file, std::string_view text, std::span<Column const> columns,
                   std::unique_ptr<RowTaker> taker)
        : file_(std::move(file)), reader_(text), columns_(columns), taker_(std::move(taker)) {}

    bool step(ImportTable& table, std::uint64_t rows_max) override {
        if (places_.empty() && !read_header(table)) return false;
        for (std::uint64_t i = 0; i < rows_max; ++i) {
            if (!reader_.next(record_)) return false;
            RowReport report{table, file_, record_.number, &record_.cells};
            if (rows_count_ == limits::file_rows_max) return cut(report);
            ++rows_count_;
            ++table.rows_read[file_];
            take_record(report);
        }
        return true;
    }

    std::size_t bytes_done() const override { return reader_.offset(); }

private:
    bool read_header(ImportTable& table) {
        table.rows_read[file_];
        bool const is_read = reader_.next(header_);
        RowReport report{table, file_, is_read ? header_.number : 0, &header_.cells};
        for (std::string const& name : header_.cells) {
            report.reading().columns.push_back({name, {}, {}});
        }
        std::string const faults = faults_of(header_, columns_);
        places_ = places_of(header_, columns_);
        if (faults.empty() && header_.fault == CsvFault::none) return true;
        Error const why{ErrorCode::bad_header, {file_, faults}};
        report.refuse(faults, joined(header_, reader_.delimiter()), why);
        return false;
    }

    bool cut(RowReport& report) {
        std::string const most = std::to_string(limits::file_rows_max);
        report.refuse("", "", {ErrorCode::out_of_range, {"rows", "0", most}});
        return false;
    }

    void take_record(RowReport& report) {
        if (record_.fault == CsvFault::cell_too_large) return refuse_large_cell(report);
        if (record_.fault != CsvFault::none) {
            return report.refuse("", joined(record_, reader_.delimiter()), error_of(record_.fault));
        }
        std::size_t const columns_count = header_.cells.size();
        for (std::size_t i = columns_count; i < record_.cells.size(); ++i) {
            if (trimmed(record_.cells[i]).empty()) continue;
            return report.refuse("", record_.cells[i],
                                 {ErrorCode::bad_row, {"more_cells_than_columns"}});
        }
        taker_->take(TableRow(record_, places_), report);
    }

    // Cutting leaves at most three bytes of room: no code point is longer than four.
    void refuse_large_cell(RowReport& report) const {
        std::size_t column = 0;
        while (column + 1 < record_.cells.size() &&
               record_.cells[column].size() + 4 <= limits::cell_bytes_max) {
            ++column;
        }
        bool const has_name = column < header_.cells.size();
        std::string const name = has_name ? header_.cells[column] : std::string();
        std::string const most = std::to_string(limits::cell_bytes_max);
        report.refuse(name, record_.cells[column], {ErrorCode::too_long, {name, most}});
    }

    std::string file_;
    CsvReader reader_;
    std::span<Column const> columns_;
    std::unique_ptr<RowTaker> taker_;
    CsvRecord header_{};
    CsvRecord record_{};
    std::vector<std::size_t> places_{};
    std::uint64_t rows_count_ = 0;
};

}  // namespace

bool is_named(Column const& column, std::string_view header_cell) {
    std::string const key = comparison_key(header_cell);
    if (key.empty() || key.find('|') != std::string::npos) return false;
    std::string const names = "|" + std::string(column.name) + "|" + column.other_names + "|";
    return names.find("|" + key + "|") != std::string::npos;
}

std::string_view TableRow::cell(std::size_t column) const {
    std::size_t const place = places_[column];
    if (place >= record_.cells.size()) return {};
    return trimmed(record_.cells[place]);
}

std::unique_ptr<FileReader> read_csv_table(std::string file, std::string_view text,
                                           std::span<Column const> columns,
                                           std::unique_ptr<RowTaker> taker) {
    return std::make_unique<CsvTableReader>(std::move(file), text, columns, std::move(taker));
}

}  // namespace zhitu::exchange
