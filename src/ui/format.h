#pragma once

// Numbers, dates, money and durations by language. Integers in, text out.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/view_state.h"

namespace zhitu::ui {

std::string count_text(std::int64_t value);  // 1,234
// Rounded half away from zero: fixed_text(0.8349, 2) is "0.83".
std::string fixed_text(double value, int digits);
std::string signed_text(double value, int digits);  // "+0.41", "−0.06", "0.00"
std::string millionths_text(std::int64_t millionths, int digits);
// 39900 CNY: "¥399"; 39950: "¥399.50"; other currencies by code. 0: free.
std::string money_text(std::optional<std::int64_t> minor, std::string_view currency,
                       Language language);
// The usual codes, and this one too.
std::vector<std::string> currencies_with(std::string_view code);
// 720: "12 小时" / "12 h"; 90: "1.5 小时"; 45: "45 分钟".
std::string duration_text(std::optional<std::int64_t> minutes, Language language);
// 1536: "1.5 kB"; 20971520: "20 MB"; thousands are 1024.
std::string bytes_text(std::uint64_t bytes);
// "2026-11-20": "2026年11月20日" / "20 Nov 2026". What is no date stays as it is.
std::string date_words(std::string_view date, Language language);

// Hundredths of each part such that they add up to the hundredths of `total`: largest remainder,
// ties to the earlier part. Source: Hamilton's method.
std::vector<std::int64_t> rounded_parts(std::vector<double> const& parts, double total);
std::string hundredths_text(std::int64_t hundredths, bool has_sign);

}  // namespace zhitu::ui
