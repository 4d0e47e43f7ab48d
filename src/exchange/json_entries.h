#pragma once

// A JSON file that is one object, its members taken one by one: member n is row n of the reports.

#include <memory>

#include "exchange/file_reader.h"
#include "exchange/json_tree.h"

namespace zhitu::exchange {

// Turns one member into what the table holds, or says why not.
class EntryTaker {
public:
    virtual ~EntryTaker() = default;
    // `name` is trimmed, not empty and at most limits::name_max.
    virtual void take(std::string_view name, JsonTree const& value, RowReport& report) = 0;
};

// A member whose name is empty or too long is refused. The bytes count as done entry by entry.
std::unique_ptr<FileReader> read_json_entries(std::string file, JsonTree tree,
                                              std::size_t file_bytes,
                                              std::unique_ptr<EntryTaker> taker);

// A share from 0 to 1 in millionths, rounded; nothing for any other value.
std::optional<std::int64_t> share_millionths(JsonTree const* value);

// The trimmed text, or empty when it is no text.
std::string_view text_of(JsonTree const* value);

}  // namespace zhitu::exchange
