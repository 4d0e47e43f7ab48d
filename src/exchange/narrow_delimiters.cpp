#include "exchange/narrow_delimiters.h"

#include <algorithm>
#include <string_view>

#include "exchange/csv.h"

namespace zhitu::exchange {

namespace {

constexpr std::string_view wide_comma = "，";
constexpr std::string_view wide_semicolon = "；";

bool is_wide(std::string_view text) {
    return text.starts_with(wide_comma) || text.starts_with(wide_semicolon);
}

// Up to the line end outside quotes.
std::string_view first_line(std::string_view text) {
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') is_quoted = !is_quoted;
        if (!is_quoted && (text[i] == '\n' || text[i] == '\r')) return text.substr(0, i);
    }
    return text;
}

std::string narrowed(std::string_view text, char delimiter) {
    std::string out;
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '"') is_quoted = !is_quoted;
        if (!is_quoted && is_wide(text.substr(i))) {
            out += delimiter;
            i += wide_comma.size();
        } else {
            out += text[i++];
        }
    }
    return out;
}

}  // namespace

std::string with_narrow_delimiters(std::string text) {
    std::string_view const header = first_line(text);
    bool const has_wide = header.find(wide_comma) != std::string_view::npos ||
                          header.find(wide_semicolon) != std::string_view::npos;
    if (!has_wide) return text;
    auto const has_narrow = [](std::string_view line) {
        return line.find_first_of(",;\t") != std::string_view::npos;
    };
    std::string_view rest = std::string_view(text).substr(header.size());
    std::size_t const second = std::min(rest.find_first_not_of("\r\n"), rest.size());
    bool const is_everywhere = !has_narrow(header) && !has_narrow(first_line(rest.substr(second)));
    char const delimiter = has_narrow(header) ? CsvReader(header).delimiter() : ',';
    std::string const head = narrowed(header, delimiter);
    return head + (is_everywhere ? narrowed(rest, delimiter) : std::string(rest));
}

}  // namespace zhitu::exchange
