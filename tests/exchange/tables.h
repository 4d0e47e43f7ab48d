#pragma once

// Short ways into the parser for the tests of this room.

#include <cstdio>
#include <string>
#include <string_view>

#include "exchange/parser.h"

namespace zhitu::exchange::testing {

inline ImportTable parse(std::string_view text) {
    return parse_files({{"file", std::string(text)}});
}

// "row column value code", one line each, for tests that compare at a glance.
inline std::string lines_of(std::vector<Refusal> const& refusals) {
    std::string lines;
    for (Refusal const& refusal : refusals) {
        lines += std::to_string(refusal.row) + " " + refusal.column + " [" + refusal.value + "] " +
                 std::to_string(static_cast<int>(refusal.why.code)) + "\n";
    }
    return lines;
}

inline bool has(std::vector<Refusal> const& refusals, std::uint64_t row, ErrorCode code) {
    for (Refusal const& refusal : refusals) {
        if (refusal.row == row && refusal.why.code == code) return true;
    }
    return false;
}

// Empty when there is no such file.
inline std::string bytes_of_file(std::string const& path) {
    std::string bytes;
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return bytes;
    char buffer[65536];
    for (std::size_t n = 1; n > 0;) {
        n = std::fread(buffer, 1, sizeof buffer, file);
        bytes.append(buffer, n);
    }
    std::fclose(file);
    return bytes;
}

}  // namespace zhitu::exchange::testing
