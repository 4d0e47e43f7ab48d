#include "exchange/cells.h"

#include <algorithm>
#include <initializer_list>

#include "exchange/scripts.h"

namespace zhitu::exchange {

namespace {

std::string const& shown(LocalText const& name) { return name.zh.empty() ? name.en : name.zh; }

Error too_long(char const* column, std::size_t count_max) {
    return {ErrorCode::too_long, {column, std::to_string(count_max)}};
}

// Beyond what millionths can tell: "1.0000001" is more than 1.
bool has_fraction(std::string_view number) {
    std::size_t const point = number.find('.');
    return point != number.npos && number.find_first_not_of('0', point + 1) != number.npos;
}

// --- Dates
constexpr std::int64_t seconds_of_day = 86'400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes up to `most` digits from the front.
std::string_view take_digits(std::string_view& text, std::size_t most) {
    std::size_t count = 0;
    while (count < std::min(most, text.size()) && is_digit(text[count])) ++count;
    std::string_view const digits = text.substr(0, count);
    text.remove_prefix(count);
    return digits;
}

bool take_separator(std::string_view& text, std::initializer_list<std::string_view> separators) {
    for (std::string_view const separator : separators) {
        if (!text.starts_with(separator)) continue;
        text.remove_prefix(separator.size());
        return true;
    }
    return false;
}

std::string iso_date(std::string_view year, std::string_view month, std::string_view day) {
    std::string date(year);
    for (std::string_view const part : {month, day}) {
        date += part.size() == 1 ? "-0" : "-";
        date += part;
    }
    return parse_date_days(date) ? date : std::string();
}

std::string date_of_parts(std::string_view text) {
    std::string_view const year = take_digits(text, 4);
    if (!take_separator(text, {"-", "/", ".", "年"})) return {};
    std::string_view const month = take_digits(text, 2);
    if (!take_separator(text, {"-", "/", ".", "月"})) return {};
    std::string_view const day = take_digits(text, 2);
    bool const is_end = text.empty() || text == "日" || take_separator(text, {"日 ", "T", " "});
    if (!is_end || year.size() != 4 || month.empty() || day.empty()) return {};
    return iso_date(year, month, day);
}

std::string date_of_digits(std::string_view digits) {
    if (digits.size() == 8) {
        return iso_date(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
    }
    auto const value = parse_integer(digits);
    bool const is_seconds = digits.size() == 9 || digits.size() == 10;
    bool const is_milliseconds = digits.size() == 12 || digits.size() == 13;
    if (!value || !(is_seconds || is_milliseconds)) return {};
    return date_text((is_seconds ? *value : *value / 1'000) / seconds_of_day);
}

std::vector<std::string> parts_between(std::string_view text,
                                       std::initializer_list<std::string_view> separators) {
    std::vector<std::string> parts(1);
    while (!text.empty()) {
        if (take_separator(text, separators)) {
            parts.emplace_back();
        } else {
            parts.back() += text.front();
            text.remove_prefix(1);
        }
    }
    for (std::string& part : parts) part = std::string(trimmed(part));
    std::erase(parts, std::string());
    return parts;
}

}  // namespace

bool required_cell(Cell cell, std::size_t count_max, std::string& out, RowReport& report) {
    if (cell.text.empty()) {
        report.refuse(cell.column, "", {ErrorCode::empty_field, {cell.column}});
        return false;
    }
    if (count_code_points(cell.text) > count_max) {
        report.refuse(cell.column, cell.text, too_long(cell.column, count_max));
        return false;
    }
    out = cell.text;
    return true;
}

std::string date_cell(Cell cell, RowReport& report) {
    if (cell.text.empty()) return {};
    bool const is_number = cell.text.find_first_not_of("0123456789") == std::string_view::npos;
    std::string date = is_number ? date_of_digits(cell.text) : date_of_parts(cell.text);
    if (date.empty()) {
        std::string const text(cell.text);
        report.warn(cell.column, text, {ErrorCode::bad_value, {cell.column, text, "2026-11-20"}});
    }
    return date;
}

std::string currency_cell(Cell cell, RowReport& report) {
    std::string code;
    for (char const c : comparison_key(cell.text)) {
        if (c >= 'a' && c <= 'z') code.push_back(static_cast<char>(c - 'a' + 'A'));
    }
    if (code.size() == 3 && cell.text.size() == 3) return code;
    std::string const text(cell.text);
    if (!text.empty()) {
        report.warn(cell.column, text,
                    {ErrorCode::bad_value, {cell.column, text, "CNY|RUB|USD|EUR"}});
    }
    return {};
}

std::vector<std::string> list_cell(std::string_view text) {
    bool const has_strong = text.find_first_of(";\n\r") != std::string_view::npos ||
                            text.find("；") != std::string_view::npos;
    if (has_strong) return parts_between(text, {";", "；", "\n", "\r"});
    return parts_between(text, {",", "，", "、"});
}

std::optional<std::int64_t> number_cell(Cell cell, vault::Range bounds, RowReport& report) {
    if (cell.text.empty()) return std::nullopt;
    auto const value = parse_millionths(cell.text);
    std::string const text(cell.text);
    if (!value) {
        report.warn(cell.column, text, {ErrorCode::bad_value, {cell.column, text, "number"}});
        return std::nullopt;
    }
    std::int64_t const whole = *value / limits::million;
    bool const is_negative = text.front() == '-';
    bool const is_edge_passed = has_fraction(text);
    bool const is_over = whole > bounds.most ||
                         (whole == bounds.most && !is_negative && is_edge_passed);
    bool const is_under = whole < bounds.least || (bounds.least >= 0 && is_negative) ||
                          (whole == bounds.least && is_negative && is_edge_passed);
    if (!is_over && !is_under) return value;
    std::string const least = std::to_string(bounds.least);
    std::string const most = std::to_string(bounds.most);
    report.warn(cell.column, text, {ErrorCode::out_of_range, {cell.column, least, most}});
    return std::nullopt;
}

std::string text_cell(Cell cell, std::size_t count_max, RowReport& report) {
    std::string kept = shortened(cell.text, count_max);
    if (kept.size() != cell.text.size() || kept != cell.text) {
        report.warn(cell.column, cell.text, too_long(cell.column, count_max));
    }
    return kept;
}

std::string exact_cell(Cell cell, std::size_t count_max, RowReport& report) {
    if (count_code_points(cell.text) <= count_max) return std::string(cell.text);
    report.warn(cell.column, cell.text, too_long(cell.column, count_max));
    return {};
}

std::optional<SkillId> take_skill(Cell cell, RowReport& report) {
    if (cell.text.empty()) {
        report.warn(cell.column, "", {ErrorCode::empty_field, {cell.column}});
        return std::nullopt;
    }
    std::string const name = exact_cell(cell, limits::name_max, report);
    if (name.empty()) return std::nullopt;
    SkillId const id = catalog::skill_id(name);
    LocalText const both = local_text(name);
    auto const [skill, is_new] = report.table.skills.try_emplace(id);
    if (is_new || shown(both) < shown(skill->second.name)) skill->second.name = both;
    return id;
}

}  // namespace zhitu::exchange
