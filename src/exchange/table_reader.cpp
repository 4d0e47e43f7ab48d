#include "exchange/table_reader.h"

#include <algorithm>

#include "base/limits.h"
#include "exchange/repair.h"

namespace zhitu::exchange {

namespace {

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

void count_repairable(FileReading& reading, char const* field, std::string_view before,
                      std::string_view after) {
    auto const is_it = [&](Repairable const& known) { return known.field == field; };
    auto const found = std::ranges::find_if(reading.repairables, is_it);
    if (found != reading.repairables.end()) {
        ++found->cells_count;
        return;
    }
    Difference shown = around_difference(before, after, shown_value_max);
    reading.repairables.push_back({field, 1, std::move(shown.before), std::move(shown.after)});
}

class TableReader final : public FileReader {
public:
    TableReader(std::string file, std::unique_ptr<RecordSource> source, TableLayout layout,
                std::unique_ptr<RowTaker> taker)
        : file_(std::move(file)),
          source_(std::move(source)),
          layout_(std::move(layout)),
          taker_(std::move(taker)) {}

    bool step(ImportTable& table, std::uint64_t rows_max) override {
        for (std::uint64_t i = 0; i < rows_max; ++i) {
            if (!source_->next(record_)) return false;
            RowReport report{table, file_, record_.number, &record_.cells};
            if (report.reading().rows_count == limits::file_rows_max) return cut(report);
            ++report.reading().rows_count;
            ++table.rows_read[file_];
            take_record(report);
        }
        return true;
    }

    std::size_t bytes_done() const override { return source_->bytes_done(); }

private:
    bool cut(RowReport& report) {
        std::string const most = std::to_string(limits::file_rows_max);
        report.refuse("", "", {ErrorCode::out_of_range, {"rows", "0", most}});
        return false;
    }

    void take_record(RowReport& report) {
        if (record_.fault == CsvFault::cell_too_large) return refuse_large_cell(report);
        if (record_.fault != CsvFault::none) {
            std::string const line = joined(record_, source_->delimiter());
            return report.refuse("", line, error_of(record_.fault));
        }
        for (std::size_t i = layout_.header.size(); i < record_.cells.size(); ++i) {
            if (trimmed(record_.cells[i]).empty()) continue;
            return report.refuse("", record_.cells[i],
                                 {ErrorCode::bad_row, {"more_cells_than_columns"}});
        }
        look_for_repairs(report.reading());
        taker_->take(TableRow(record_, layout_.places), report);
    }

    void look_for_repairs(FileReading& reading) {
        for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
            std::size_t const place = layout_.places[i];
            if (place >= record_.cells.size()) continue;
            std::string& cell = record_.cells[place];
            auto after = repaired(cell);
            if (!after) continue;
            count_repairable(reading, layout_.columns[i].name, cell, *after);
            if (layout_.is_repaired) cell = *std::move(after);
        }
    }

    // Cutting leaves at most three bytes of room: no code point is longer than four.
    void refuse_large_cell(RowReport& report) const {
        std::size_t column = 0;
        while (column + 1 < record_.cells.size() &&
               record_.cells[column].size() + 4 <= limits::cell_bytes_max) {
            ++column;
        }
        bool const has_name = column < layout_.header.size();
        std::string const name = has_name ? layout_.header[column] : std::string();
        std::string const most = std::to_string(limits::cell_bytes_max);
        report.refuse(name, record_.cells[column], {ErrorCode::too_long, {name, most}});
    }

    std::string file_;
    std::unique_ptr<RecordSource> source_;
    TableLayout layout_;
    std::unique_ptr<RowTaker> taker_;
    CsvRecord record_{};
};

}  // namespace

std::string_view TableRow::cell(std::size_t column) const {
    std::size_t const place = places_[column];
    if (place >= record_.cells.size()) return {};
    return trimmed(record_.cells[place]);
}

std::unique_ptr<FileReader> read_table(std::string file, std::unique_ptr<RecordSource> source,
                                       TableLayout layout, std::unique_ptr<RowTaker> taker) {
    return std::make_unique<TableReader>(std::move(file), std::move(source), std::move(layout),
                                         std::move(taker));
}

}  // namespace zhitu::exchange
