#include "exchange/repair.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace zhitu::exchange {

namespace {

// What Windows-1252 has at 0x80..0x9F; 0 where it has nothing. Source: WHATWG, index windows-1252.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<char> byte_of(char32_t c) {
    if (c < 0x100) return static_cast<char>(c);
    auto const found = std::ranges::find(windows_1252, c);
    if (found == windows_1252.end()) return std::nullopt;
    return static_cast<char>(0x80 + (found - windows_1252.begin()));
}

// Bytes that both begin with, whole code points only.
std::size_t same_prefix_size(std::string_view a, std::string_view b) {
    std::size_t same = 0;
    for (std::size_t at = 0; at < a.size() && at < b.size();) {
        std::size_t other = at;
        if (next_code_point(a, at) != next_code_point(b, other)) break;
        same = at;
    }
    return same;
}

// Where to begin, so that some words of what is the same stand before the difference.
std::size_t context_begin(std::string_view text, std::size_t same) {
    constexpr std::size_t context_max = 24;  // bytes
    if (same <= context_max) return 0;
    std::size_t begin = same - context_max;
    while (begin < same && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
    std::size_t const blank = text.substr(begin, same - begin).find(' ');
    return blank == std::string_view::npos ? begin : begin + blank + 1;
}

}  // namespace

Difference around_difference(std::string_view before, std::string_view after,
                             std::size_t count_max) {
    std::size_t const begin = context_begin(before, same_prefix_size(before, after));
    std::string const mark = begin > 0 ? "…" : "";
    std::size_t const room = count_max - (begin > 0 ? 1 : 0);
    return {mark + shortened(before.substr(begin), room),
            mark + shortened(after.substr(begin), room)};
}

std::optional<std::string> repaired(std::string_view text) {
    // Every leading byte of UTF-8 became a letter U+00C2..U+00F4, which begins with C3.
    if (text.find('\xC3') == std::string_view::npos) return std::nullopt;
    std::string bytes;
    for (std::size_t offset = 0; offset < text.size();) {
        auto const byte = byte_of(next_code_point(text, offset));
        if (!byte) return std::nullopt;
        bytes += *byte;
    }
    if (!is_utf8(bytes)) return std::nullopt;
    return bytes;
}

}  // namespace zhitu::exchange
