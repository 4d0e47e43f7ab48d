#include "ui/format.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/sort.h"
#include "base/text.h"
#include "ui/words.h"

namespace zhitu::ui {

namespace {

constexpr char const* minus_sign = "−";

std::string padded(std::int64_t value, std::size_t digits) {
    std::string out = std::to_string(value);
    if (out.size() < digits) out.insert(0, digits - out.size(), '0');
    return out;
}

std::int64_t power_of_ten(int digits) {
    std::int64_t out = 1;
    for (int i = 0; i < digits; ++i) out *= 10;
    return out;
}

std::string scaled_text(std::int64_t scaled, int digits) {
    std::int64_t const unit = power_of_ten(digits);
    std::int64_t const size = scaled < 0 ? -scaled : scaled;
    std::string out = scaled < 0 ? minus_sign : "";
    out += std::to_string(size / unit);
    if (digits > 0) out += "." + padded(size % unit, static_cast<std::size_t>(digits));
    return out;
}

std::int64_t scaled_value(double value, int digits) {
    // The nudge undoes what binary fractions lose: 0.285 is stored as 0.28499…
    double const scaled = value * static_cast<double>(power_of_ten(digits));
    return std::llround(scaled + (scaled < 0 ? -1e-9 : 1e-9));
}

}  // namespace

std::string count_text(std::int64_t value) {
    std::string digits = std::to_string(value < 0 ? -value : value);
    for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
    return value < 0 ? minus_sign + digits : digits;
}

std::string fixed_text(double value, int digits) {
    return scaled_text(scaled_value(value, digits), digits);
}

std::string signed_text(double value, int digits) {
    std::int64_t const scaled = scaled_value(value, digits);
    return (scaled > 0 ? "+" : "") + scaled_text(scaled, digits);
}

std::string millionths_text(std::int64_t millionths, int digits) {
    return fixed_text(static_cast<double>(millionths) / 1e6, digits);
}

std::vector<std::string> currencies_with(std::string_view code) {
    std::vector<std::string> codes{"CNY", "USD", "EUR", "RUB", "GBP", "JPY",
                                   "HKD", "TWD", "SGD", "KRW", "INR"};
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.emplace_back(code);
    return codes;
}

std::string money_text(std::optional<std::int64_t> minor, std::string_view currency,
                       Language language) {
    if (!minor) return text_of(Word::price_unknown, language);
    if (*minor == 0) return text_of(Word::free_of_charge, language);
    bool const is_yuan = currency.empty() || currency == "CNY";
    std::string out = is_yuan ? "¥" : std::string(currency) + " ";
    out += count_text(*minor / 100);
    if (*minor % 100 != 0) out += "." + padded(*minor % 100, 2);
    return out;
}

std::string duration_text(std::optional<std::int64_t> minutes, Language language) {
    if (!minutes) return text_of(Word::hours_unknown, language);
    bool const is_zh = language == Language::zh;
    if (*minutes < 60) return std::to_string(*minutes) + (is_zh ? " 分钟" : " min");
    std::int64_t const tenths = (*minutes * 10 + 30) / 60;
    std::string out = count_text(tenths / 10);
    if (tenths % 10 != 0) out += "." + std::to_string(tenths % 10);
    return out + (is_zh ? " 小时" : " h");
}

std::string bytes_text(std::uint64_t bytes) {
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    constexpr char const* units[] = {" B", " kB", " MB", " GB", " TB"};
    for (; value >= 1024 && unit + 1 < std::size(units); ++unit) value /= 1024;
    return fixed_text(value, unit > 0 && value < 10 ? 1 : 0) + units[unit];
}

std::string date_words(std::string_view date, Language language) {
    constexpr char const* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (!parse_date_days(date)) return std::string(date);
    auto const month = parse_integer(date.substr(5, 2)).value_or(1);
    auto const day = std::to_string(parse_integer(date.substr(8, 2)).value_or(1));
    std::string const year(date.substr(0, 4));
    if (language == Language::zh) return year + "年" + std::to_string(month) + "月" + day + "日";
    return day + " " + months[month - 1] + " " + year;
}

std::vector<std::int64_t> rounded_parts(std::vector<double> const& parts, double total) {
    std::vector<std::int64_t> out;
    std::vector<double> remainders;
    std::int64_t sum = 0;
    for (double const part : parts) {
        double const scaled = part * 100;
        auto const floor = static_cast<std::int64_t>(std::floor(scaled + 1e-9));
        out.push_back(floor);
        remainders.push_back(scaled - static_cast<double>(floor));
        sum += floor;
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    sort_list(order, [&](std::size_t a, std::size_t b) {
        return remainders[a] > remainders[b];
    });
    std::int64_t const missing = scaled_value(total, 2) - sum;
    for (std::size_t i = 0; i < order.size() && static_cast<std::int64_t>(i) < missing; ++i) {
        ++out[order[i]];
    }
    // Parts that add up to more than the total by rounding error alone.
    for (std::size_t i = order.size(); i-- > 0 && sum > scaled_value(total, 2);) {
        --out[order[i]];
        --sum;
    }
    return out;
}

std::string hundredths_text(std::int64_t hundredths, bool has_sign) {
    return (has_sign && hundredths > 0 ? "+" : "") + scaled_text(hundredths, 2);
}

}  // namespace zhitu::ui
