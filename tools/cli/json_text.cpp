#include "tools/cli/json_text.h"

#include <charconv>
#include <cmath>

#include "base/assert.h"
#include "base/json.h"
#include "base/limits.h"

namespace zhitu::tools {

std::string json_string(std::string_view text) { return to_canonical(Json(std::string(text))); }

std::string json_figure(double value) {
    ZT_ASSERT(std::isfinite(value));
    char buffer[32];  // 24 are the most: "-2.2250738585072014e-308"
    auto const [end, error] =
        std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value);
    ZT_ASSERT(error == std::errc());
    return {buffer, end};
}

// A quotient of whole numbers is the double nearest to the decimal: it is written as that decimal.
std::string json_millionths(std::int64_t value) {
    return json_figure(static_cast<double>(value) / static_cast<double>(limits::million));
}

std::string json_list(std::vector<std::string> const& items) {
    std::string list = "[";
    for (std::string const& item : items) {
        if (&item != &items.front()) list += ",";
        list += item;
    }
    return list + "]";
}

std::string json_strings(std::vector<std::string> const& texts) {
    std::vector<std::string> items;
    for (std::string const& text : texts) items.push_back(json_string(text));
    return json_list(items);
}

JsonObject& JsonObject::text(std::string_view key, std::string_view value) {
    return json(key, json_string(value));
}

JsonObject& JsonObject::count(std::string_view key, std::int64_t value) {
    return json(key, std::to_string(value));
}

JsonObject& JsonObject::count(std::string_view key, std::uint64_t value) {
    return json(key, std::to_string(value));
}

JsonObject& JsonObject::flag(std::string_view key, bool value) {
    return json(key, value ? "true" : "false");
}

JsonObject& JsonObject::figure(std::string_view key, std::optional<double> const& value) {
    return json(key, value ? json_figure(*value) : "null");
}

JsonObject& JsonObject::millionths(std::string_view key, std::int64_t value) {
    return json(key, json_millionths(value));
}

JsonObject& JsonObject::json(std::string_view key, std::string_view value) {
    if (!members_.empty()) members_ += ",";
    members_ += json_string(key);
    members_ += ":";
    members_ += value;
    return *this;
}

}  // namespace zhitu::tools
