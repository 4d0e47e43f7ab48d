#include "exchange/scripts.h"

namespace zhitu::exchange {

namespace {

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x323AF);
}
bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x4FF; }

template <class Predicate>
bool has_any(std::string_view text, Predicate is_wanted) {
    for (std::size_t offset = 0; offset < text.size();) {
        if (is_wanted(next_code_point(text, offset))) return true;
    }
    return false;
}

}  // namespace

bool has_han(std::string_view text) { return has_any(text, is_han); }
bool has_cyrillic(std::string_view text) { return has_any(text, is_cyrillic); }

LocalText local_text(std::string_view text) {
    LocalText both;
    (has_han(text) ? both.zh : both.en) = text;
    return both;
}

char const* language_of(std::string_view title) {
    if (has_han(title)) return "zh";
    return has_cyrillic(title) ? "ru" : "en";
}

}  // namespace zhitu::exchange
