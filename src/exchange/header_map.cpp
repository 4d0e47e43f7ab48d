#include "exchange/header_map.h"

#include "base/text.h"

namespace zhitu::exchange {

namespace {

bool is_meant(Column const& column, std::string const* wanted, std::string const& cell) {
    if (wanted == nullptr) return is_named(column, cell);
    std::string const key = comparison_key(cell);
    return !key.empty() && key == comparison_key(*wanted);
}

void note(std::string& faults, Column const& column, std::size_t count) {
    if (!faults.empty()) faults += ", ";
    faults += column.name;
    if (count > 1) faults += " ×" + std::to_string(count);
}

}  // namespace

bool is_named(Column const& column, std::string_view header_cell) {
    std::string const key = comparison_key(header_cell);
    if (key.empty() || key.find('|') != std::string::npos) return false;
    std::string const names = "|" + std::string(column.name) + "|" + column.other_names + "|";
    return names.find("|" + key + "|") != std::string::npos;
}

HeaderMap map_header(std::vector<std::string> const& header, std::span<Column const> columns,
                     std::map<std::string, std::string> const& wanted) {
    HeaderMap map;
    for (Column const& column : columns) {
        auto const found = wanted.find(column.name);
        std::string const* const name = found == wanted.end() ? nullptr : &found->second;
        std::size_t place = absent;
        std::size_t count = 0;
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (!is_meant(column, name, header[i])) continue;
            if (count == 0) place = i;
            ++count;
        }
        if (count > 1 || (count == 0 && column.is_required)) note(map.faults, column, count);
        map.places.push_back(place);
    }
    return map;
}

}  // namespace zhitu::exchange
