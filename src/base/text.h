#pragma once

// UTF-8 text, in the few ways the rooms above need it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhitu {

// A name in both languages of the product; either side may be empty.
struct LocalText {
    std::string zh;
    std::string en;
    bool is_empty() const { return zh.empty() && en.empty(); }
    friend bool operator==(LocalText const&, LocalText const&) = default;
};

// True for well-formed UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
bool is_utf8(std::string_view text);

// Bytes before the first that is not well-formed UTF-8; text.size() when all are. Cost: O(n).
std::size_t utf8_prefix_size(std::string_view text);

// Code points of well-formed UTF-8. Cost: O(n).
std::size_t count_code_points(std::string_view text);

// The code point at `offset`, which moves behind it; U+FFFD for a broken byte (one byte each).
char32_t next_code_point(std::string_view text, std::size_t& offset);

// Appends U+FFFD for a surrogate and for what lies above U+10FFFF.
void append_code_point(std::string& text, char32_t code_point);

// Without leading and trailing blanks (ASCII, U+00A0, U+3000).
std::string_view trimmed(std::string_view text);

// The form two spellings of one name share: trimmed, inner blanks single, ASCII, Latin-1, Greek and
// Cyrillic capitals lowered, final sigma a sigma, full-width ASCII narrowed. For comparing and
// hashing, never shown. The key of a key is the key.
std::string comparison_key(std::string_view text);

// At most `count_max` code points; an ellipsis takes the place of what was cut.
std::string shortened(std::string_view text, std::size_t count_max);

// Strict decimal integer of 64 bits, optional '-', no '+', no blanks, nothing behind it. Leading
// zeros are digits like others ("007" is 7).
std::optional<std::int64_t> parse_integer(std::string_view text);

// Strict decimal number ("4.6", "-0.25", "1222909.0"), scaled by 1,000,000 and rounded half away
// from zero. No exponent, no inf, no nan. Empty when not a number or beyond +-9e12.
std::optional<std::int64_t> parse_millionths(std::string_view text);

// Days since 1970-01-01 of "2026-11-20", or nothing. Source: Hinnant, days_from_civil.
std::optional<std::int64_t> parse_date_days(std::string_view text);

// The inverse. Days outside the years 0000 to 9999 give the nearest day inside.
std::string date_text(std::int64_t days);

}  // namespace zhitu
