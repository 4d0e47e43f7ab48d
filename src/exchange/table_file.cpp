#include "exchange/table_file.h"

#include <algorithm>

#include "base/limits.h"
#include "exchange/file_kinds.h"

namespace zhitu::exchange {

namespace {

constexpr std::size_t samples_max = 3;

void read_samples(RecordSource& source, FileReading& reading) {
    CsvRecord record;
    for (int row = 0; row < sampled_rows_max && source.next(record); ++row) {
        std::size_t const count = std::min(record.cells.size(), reading.columns.size());
        for (std::size_t i = 0; i < count; ++i) {
            std::string_view const cell = trimmed(record.cells[i]);
            auto& samples = reading.columns[i].samples;
            if (cell.empty() || samples.size() == samples_max) continue;
            samples.push_back(shortened(cell, shown_value_max));
        }
    }
    source.rewind();
    source.next(record);
}

void read_columns(FileReading& reading, std::vector<std::string> const& header) {
    std::size_t const count = std::min(header.size(), limits::columns_max);
    for (std::size_t i = 0; i < count; ++i) {
        reading.columns.push_back({std::string(trimmed(header[i])), {}, {}});
    }
}

// What was found becomes the plan, and the fields of columns.
void carry_out(FileReading& reading, std::span<Column const> columns, HeaderMap const& map) {
    reading.plan.encoding = reading.encoding;
    if (reading.delimiter != 0) reading.plan.delimiter = reading.delimiter;
    reading.plan.kind = reading.kind;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t const place = map.places[i];
        std::string& name = reading.plan.columns[columns[i].name];
        name.clear();
        if (place >= reading.columns.size()) continue;
        name = reading.columns[place].name;
        reading.columns[place].field = columns[i].name;
    }
}

}  // namespace

std::unique_ptr<FileReader> open_table(ImportTable& table, std::unique_ptr<RecordSource> source) {
    FileReading& reading = table.readings.back();
    CsvRecord header;
    bool const has_header = source->next(header);
    table.rows_read[reading.name];
    read_columns(reading, header.cells);
    read_samples(*source, reading);
    reading.delimiter = source->delimiter();
    reading.kind = reading.plan.kind.value_or(kind_of_header(header.cells));
    auto const columns = columns_of(reading.kind);
    if (columns.empty() || !has_header) {
        RowReport{table, reading.name}.refuse("", "", {ErrorCode::file_unknown, {reading.name}});
        return nullptr;
    }
    HeaderMap map = map_header(header.cells, columns, reading.plan.columns);
    RowReport report{table, reading.name, header.number, &header.cells};
    if (header.cells.size() > limits::columns_max) {
        std::string const most = std::to_string(limits::columns_max);
        report.refuse("", "", {ErrorCode::out_of_range, {"columns", "1", most}});
        return nullptr;
    }
    carry_out(reading, columns, map);
    if (!map.faults.empty() || header.fault != CsvFault::none) {
        report.refuse(map.faults, "", {ErrorCode::bad_header, {reading.name, map.faults}});
        return nullptr;
    }
    return read_table(reading.name, std::move(source),
                      {columns, std::move(header.cells), std::move(map.places),
                       reading.plan.is_repaired},
                      make_taker(reading.kind, reading.plan));
}

}  // namespace zhitu::exchange
