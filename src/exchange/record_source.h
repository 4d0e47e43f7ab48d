#pragma once

// The records of a table, whatever it is written in.

#include <memory>
#include <optional>
#include <string_view>

#include "exchange/csv.h"
#include "exchange/json_tree.h"

namespace zhitu::exchange {

class RecordSource {
public:
    virtual ~RecordSource() = default;
    // The first record is the header. False at the end.
    virtual bool next(CsvRecord& record) = 0;
    virtual void rewind() = 0;
    virtual std::size_t bytes_done() const = 0;
    virtual char delimiter() const = 0;  // 0: not a CSV
};

// Requires that `text` outlives the source.
std::unique_ptr<RecordSource> csv_records(std::string_view text, std::optional<char> delimiter);

// An array of objects: the header has their keys as they come up, at most limits::columns_max; the
// n-th object is record n. A list of texts reads like one of Python, null like an empty cell, and
// what is no object has empty cells. Requires an array.
std::unique_ptr<RecordSource> json_records(JsonTree array, std::size_t file_bytes);

}  // namespace zhitu::exchange
