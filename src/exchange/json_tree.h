#pragma once

// JSON that others wrote: fractions, any key, keys twice. base/json.h reads only our own canonical
// form; here nlohmann/json tokenises (its SAX side: the tree of its own would lose doubled keys).

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace zhitu::exchange {

struct JsonTree {
    enum class Kind : std::uint8_t { null, boolean, number, text, array, object };
    Kind kind = Kind::null;
    double number = 0;               // of a number; finite
    std::string text;                // of a text
    std::vector<std::string> keys;   // of an object, one for each item, in the file's order
    std::vector<JsonTree> items;     // of an array or object

    // Of an object: the last item behind `key`, as JSON parsers do; otherwise nullptr.
    JsonTree const* find(std::string_view key) const;
    bool is(Kind wanted) const { return kind == wanted; }
};

// A real file of 60 roles has 5,400 values; a million of them fit into a page's memory twice.
inline constexpr std::size_t tree_values_max = 1'000'000;

// Errors: e_json with the byte offset (also for a number beyond double), e_depth beyond
// limits::json_depth_max, e_size beyond tree_values_max. A NUL in a text or key becomes U+FFFD.
// Cost: O(bytes), no recursion while reading.
Result<JsonTree> read_json_tree(std::string_view bytes);

// For a report: a text as it is, a number as written by %.6g, else the kind's name.
std::string shown(JsonTree const& value);

}  // namespace zhitu::exchange
