#pragma once

// Which column of a file stands for which field of ours.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::exchange {

struct Column {
    char const* name = "";         // the field's, and the first name a header may have for it
    char const* other_names = "";  // "姓名|full_name"
    bool is_required = false;
};

// By comparison_key.
bool is_named(Column const& column, std::string_view header_cell);

inline constexpr std::size_t absent = static_cast<std::size_t>(-1);

struct HeaderMap {
    std::vector<std::size_t> places;  // [columns] where in the header, or `absent`
    std::string faults;  // required and missing, or doubled: "login, team ×2"; empty: all is well
};

// `wanted` is FilePlan::columns: a field that stands there is looked for under that name only, not
// at all under an empty one. A doubled column has its first place.
HeaderMap map_header(std::vector<std::string> const& header, std::span<Column const> columns,
                     std::map<std::string, std::string> const& wanted);

}  // namespace zhitu::exchange
