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

}  // namespace

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
