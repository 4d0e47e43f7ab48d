#pragma once

// JSON for programs as text. base/json.h knows no fractions, because no op may hold one; here every
// fraction is the shortest decimal that reads back as the same double, so that two outputs can be
// compared to the last digit.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::tools {

std::string json_string(std::string_view text);
// The shortest decimal that reads back as the same double: "0.1", "1e-09"; "0" for -0. Requires a
// finite value.
std::string json_figure(double value);
std::string json_list(std::vector<std::string> const& items);  // of JSON
std::string json_millionths(std::int64_t value);                // 900'000: 0.9
std::string json_strings(std::vector<std::string> const& texts);

// Members stand in the order they are put.
class JsonObject {
public:
    JsonObject& text(std::string_view key, std::string_view value);
    JsonObject& count(std::string_view key, std::int64_t value);
    JsonObject& count(std::string_view key, std::uint64_t value);
    JsonObject& flag(std::string_view key, bool value);
    JsonObject& figure(std::string_view key, std::optional<double> const& value);  // or null
    JsonObject& millionths(std::string_view key, std::int64_t value);
    JsonObject& json(std::string_view key, std::string_view value);    // as it is
    std::string done() const { return "{" + members_ + "}"; }

private:
    std::string members_;
};

}  // namespace zhitu::tools
