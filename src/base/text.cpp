#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace zhitu {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t whole_max = 9'000'000'000'000;  // times a million still fits 64 bits
constexpr std::int64_t first_day = -719'528;           // 0000-01-01
constexpr std::int64_t last_day = 2'932'896;           // 9999-12-31

std::uint8_t byte_at(std::string_view text, std::size_t offset) {
    return static_cast<std::uint8_t>(text[offset]);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii_block(char const* bytes) {
    std::uint64_t block = 0;
    std::memcpy(&block, bytes, sizeof block);
    return (block & 0x8080808080808080u) == 0;
}

// The second byte carries what overlong forms, surrogates and U+110000 would need.
// Source: Unicode 15, table 3-7.
bool is_second_byte(std::uint8_t lead, std::uint8_t second) {
    switch (lead) {
        case 0xE0: return second >= 0xA0 && second <= 0xBF;
        case 0xED: return second >= 0x80 && second <= 0x9F;
        case 0xF0: return second >= 0x90 && second <= 0xBF;
        case 0xF4: return second >= 0x80 && second <= 0x8F;
        default: return (second & 0xC0) == 0x80;
    }
}

// Bytes of the sequence a lead byte promises; 0 for a byte that cannot lead.
std::size_t sequence_size(std::uint8_t lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

// Bytes of the well-formed sequence at `offset`; 0 when there is none.
std::size_t checked_size(std::string_view text, std::size_t offset) {
    std::uint8_t const lead = byte_at(text, offset);
    std::size_t const size = sequence_size(lead);
    if (size < 2) return size;
    if (text.size() - offset < size) return 0;
    if (!is_second_byte(lead, byte_at(text, offset + 1))) return 0;
    for (std::size_t i = 2; i < size; ++i)
        if ((byte_at(text, offset + i) & 0xC0) != 0x80) return 0;
    return size;
}

bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000;
}

std::size_t leading_blank_size(std::string_view text) {
    if (text.empty()) return 0;
    std::size_t offset = 0;
    return is_blank(next_code_point(text, offset)) ? offset : 0;
}

std::size_t trailing_blank_size(std::string_view text) {
    if (text.empty()) return 0;
    if (is_blank(byte_at(text, text.size() - 1)) && byte_at(text, text.size() - 1) < 0x80) return 1;
    if (text.ends_with("\xC2\xA0")) return 2;
    return text.ends_with("\xE3\x80\x80") ? 3 : 0;
}

char32_t lowered_greek(char32_t c) {
    if (c >= 0x391 && c <= 0x3AB && c != 0x3A2) return c + 0x20;
    if (c == 0x386) return 0x3AC;
    if (c >= 0x388 && c <= 0x38A) return c + 0x25;
    if (c == 0x38C) return 0x3CC;
    if (c == 0x38E || c == 0x38F) return c + 0x3F;
    return c == 0x3C2 ? 0x3C3 : c;  // Final sigma is a spelling of sigma.
}

char32_t lowered(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
    if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 0x20;
    if (c >= 0x386 && c <= 0x3C2) return lowered_greek(c);
    if (c >= 0x410 && c <= 0x42F) return c + 0x20;
    return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

char32_t narrowed(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

bool is_all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Digits behind the point as millionths; the seventh decides the rounding.
std::int64_t fraction_millionths(std::string_view digits) {
    std::int64_t value = 0;
    for (std::size_t i = 0; i < 6; ++i)
        value = value * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return digits.size() > 6 && digits[6] >= '5' ? value + 1 : value;
}

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_of_month(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

int small_number(std::string_view digits) {
    int value = 0;
    for (char const c : digits) value = value * 10 + (c - '0');
    return value;
}

// Years start in March here, so that the leap day is the last of its year.
std::int64_t days_from_civil(int year, int month, int day) {
    std::int64_t const y = month <= 2 ? year - 1 : year;
    std::int64_t const era = (y >= 0 ? y : y - 399) / 400;
    std::int64_t const year_of_era = y - era * 400;
    std::int64_t const day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    std::int64_t const leap_days = year_of_era / 4 - year_of_era / 100;
    return era * 146'097 + year_of_era * 365 + leap_days + day_of_year - 719'468;
}

void append_padded(std::string& text, std::int64_t value, int digits_count) {
    std::string digits(static_cast<std::size_t>(digits_count), '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value /= 10)
        *digit = static_cast<char>('0' + value % 10);
    text += digits;
}

}  // namespace

std::size_t utf8_prefix_size(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        if (text.size() - offset >= 8 && is_ascii_block(text.data() + offset)) {
            offset += 8;
            continue;
        }
        std::size_t const size = checked_size(text, offset);
        if (size == 0) return offset;
        offset += size;
    }
    return offset;
}

bool is_utf8(std::string_view text) { return utf8_prefix_size(text) == text.size(); }

std::size_t count_code_points(std::string_view text) {
    auto const is_lead = [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_lead));
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
    if (offset >= text.size()) return replacement;
    std::size_t const size = checked_size(text, offset);
    if (size == 0) {
        ++offset;
        return replacement;
    }
    char32_t value = byte_at(text, offset);
    if (size > 1) value &= 0x7Fu >> size;
    for (std::size_t i = 1; i < size; ++i)
        value = (value << 6) | (byte_at(text, offset + i) & 0x3Fu);
    offset += size;
    return value;
}

void append_code_point(std::string& text, char32_t code_point) {
    bool const is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    char32_t const c = is_surrogate || code_point > 0x10FFFF ? replacement : code_point;
    auto const append = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    auto const append_rest = [&](int shift) {
        for (; shift >= 0; shift -= 6) append(0x80 | ((c >> shift) & 0x3F));
    };
    if (c < 0x80) return append(c);
    if (c < 0x800) {
        append(0xC0 | (c >> 6));
        return append_rest(0);
    }
    if (c < 0x10000) {
        append(0xE0 | (c >> 12));
        return append_rest(6);
    }
    append(0xF0 | (c >> 18));
    append_rest(12);
}

std::string_view trimmed(std::string_view text) {
    while (std::size_t const size = leading_blank_size(text)) text.remove_prefix(size);
    while (std::size_t const size = trailing_blank_size(text)) text.remove_suffix(size);
    return text;
}

std::string comparison_key(std::string_view text) {
    std::string_view const rest = trimmed(text);
    std::string key;
    key.reserve(rest.size());
    bool was_blank = false;
    for (std::size_t offset = 0; offset < rest.size();) {
        char32_t const c = next_code_point(rest, offset);
        bool const is_repeated = was_blank && is_blank(c);
        was_blank = is_blank(c);
        if (!is_repeated) append_code_point(key, was_blank ? U' ' : lowered(narrowed(c)));
    }
    return key;
}

std::string shortened(std::string_view text, std::size_t count_max) {
    if (count_code_points(text) <= count_max) return std::string(text);
    if (count_max == 0) return {};
    std::size_t offset = 0;
    for (std::size_t count = 0; count + 1 < count_max; ++count) next_code_point(text, offset);
    return std::string(text.substr(0, offset)) + "…";
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t value = 0;
    char const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_millionths(std::string_view text) {
    bool const is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    std::size_t const point = text.find('.');
    bool const has_point = point != std::string_view::npos;
    std::string_view const whole = text.substr(0, point);
    std::string_view const fraction = has_point ? text.substr(point + 1) : "0";
    if (!is_all_digits(whole) || !is_all_digits(fraction)) return std::nullopt;
    auto const whole_value = parse_integer(whole);
    if (!whole_value || *whole_value > whole_max) return std::nullopt;
    std::int64_t const scaled = *whole_value * million + fraction_millionths(fraction);
    if (scaled > whole_max * million) return std::nullopt;
    return is_negative ? -scaled : scaled;
}

std::optional<std::int64_t> parse_date_days(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    std::string_view const year = text.substr(0, 4);
    std::string_view const month = text.substr(5, 2);
    std::string_view const day = text.substr(8, 2);
    if (!is_all_digits(year) || !is_all_digits(month) || !is_all_digits(day)) return std::nullopt;
    int const y = small_number(year);
    int const m = small_number(month);
    int const d = small_number(day);
    if (m < 1 || m > 12 || d < 1 || d > days_of_month(y, m)) return std::nullopt;
    return days_from_civil(y, m, d);
}

std::string date_text(std::int64_t days) {
    std::int64_t const z = std::clamp(days, first_day, last_day) + 719'468;
    std::int64_t const era = (z >= 0 ? z : z - 146'096) / 146'097;
    std::int64_t const day_of_era = z - era * 146'097;
    std::int64_t const leap_days = day_of_era / 1'460 - day_of_era / 36'524 + day_of_era / 146'096;
    std::int64_t const year_of_era = (day_of_era - leap_days) / 365;
    std::int64_t const day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    std::int64_t const march_month = (5 * day_of_year + 2) / 153;
    std::int64_t const month = march_month < 10 ? march_month + 3 : march_month - 9;
    std::string text;
    append_padded(text, year_of_era + era * 400 + (month <= 2 ? 1 : 0), 4);
    text += '-';
    append_padded(text, month, 2);
    text += '-';
    append_padded(text, day_of_year - (153 * march_month + 2) / 5 + 1, 2);
    return text;
}

}  // namespace zhitu
