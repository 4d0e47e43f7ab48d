#pragma once

// What all readers of foreign files share: how they are driven, and how they report.

#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/import_table.h"

namespace zhitu::exchange {

inline constexpr std::size_t shown_value_max = 80;  // code points of a value in a report

// Reads one file into a table, some rows a step.
class FileReader {
public:
    virtual ~FileReader() = default;
    // Reads about `rows_max` more rows; false when the file is done. Total: any bytes.
    virtual bool step(ImportTable& table, std::uint64_t rows_max) = 0;
    // Of the file, never less than before.
    virtual std::size_t bytes_done() const = 0;
};

// Where what is said about one row goes. Requires that the file's reading stands in the table.
struct RowReport {
    ImportTable& table;
    std::string_view file;
    std::uint64_t row = 0;
    std::vector<std::string> const* cells = nullptr;  // as they stood; null: there are none

    void refuse(std::string_view column, std::string_view value, Error why) {
        exchange::refuse(table, origin(), made(column, value, std::move(why)));
    }
    void warn(std::string_view column, std::string_view value, Error why) {
        table.warnings.push_back(made(column, value, std::move(why)));
    }

    // The file is the last one that was opened.
    FileReading& reading() { return table.readings.back(); }
    RowOrigin origin() const {
        auto const file_index = static_cast<std::uint32_t>(table.readings.size() - 1);
        return {file_index, row, cells == nullptr ? std::vector<std::string>{} : *cells};
    }

private:
    Refusal made(std::string_view column, std::string_view value, Error why) const {
        for (std::string& argument : why.arguments) argument = shortened(argument, shown_value_max);
        return {std::string(file), row, shortened(column, shown_value_max),
                shortened(value, shown_value_max), std::move(why)};
    }
};

}  // namespace zhitu::exchange
