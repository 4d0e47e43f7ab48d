#include "exchange/json_tree.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/limits.h"

namespace zhitu::exchange {

namespace {

using Kind = JsonTree::Kind;

// No text of ours may hold a NUL; an escaped one shows as U+FFFD.
std::string without_nul(std::string text) {
    if (text.find('\0') == std::string::npos) return text;
    std::string clean;
    for (char const c : text) clean += c == '\0' ? std::string_view("\xEF\xBF\xBD")
                                               : std::string_view(&c, 1);
    return clean;
}

// Builds the tree from the events of the tokeniser. An event that answers false ends the reading.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return add({}); }
    bool boolean(bool) override { return add({.kind = Kind::boolean}); }
    bool number_integer(std::int64_t value) override { return add_number(double(value)); }
    bool number_unsigned(std::uint64_t value) override { return add_number(double(value)); }
    bool number_float(double value, std::string const&) override { return add_number(value); }
    bool string(std::string& value) override {
        return add({.kind = Kind::text, .text = without_nul(std::move(value))});
    }
    bool binary(nlohmann::json::binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Kind::object); }
    bool start_array(std::size_t) override { return open(Kind::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& value) override {
        open_.back().keys.push_back(without_nul(std::move(value)));
        return true;
    }
    bool parse_error(std::size_t position, std::string const&,
                     nlohmann::json::exception const&) override {
        error_ = {ErrorCode::e_json, {std::to_string(position)}};
        return false;
    }

    Error const& error() const { return error_; }
    JsonTree take_root() { return std::move(root_); }

private:
    bool add_number(double value) {
        if (!std::isfinite(value)) return false;
        return add({.kind = Kind::number, .number = value});
    }
    bool add(JsonTree value) {
        if (!count()) return false;
        JsonTree* const parent = open_.empty() ? nullptr : &open_.back();
        if (parent == nullptr) {
            root_ = std::move(value);
        } else {
            parent->items.push_back(std::move(value));
        }
        return true;
    }
    // Containers grow on a stack of their own and move into their parent when they close.
    bool open(Kind kind) {
        if (open_.size() == limits::json_depth_max) {
            error_ = {ErrorCode::e_depth, {}};
            return false;
        }
        open_.push_back({.kind = kind});
        return true;
    }
    bool close() {
        JsonTree done = std::move(open_.back());
        open_.pop_back();
        return add(std::move(done));
    }
    bool count() {
        if (++values_count_ <= tree_values_max) return true;
        error_ = {ErrorCode::e_size, {}};
        return false;
    }

    std::vector<JsonTree> open_{};
    JsonTree root_{};
    Error error_{ErrorCode::e_json, {"0"}};
    std::size_t values_count_ = 0;
};

}  // namespace

JsonTree const* JsonTree::find(std::string_view key) const {
    for (std::size_t i = keys.size(); i > 0; --i) {
        if (keys[i - 1] == key) return &items[i - 1];
    }
    return nullptr;
}

Result<JsonTree> read_json_tree(std::string_view bytes) {
    TreeBuilder builder;
    bool const is_read = nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder);
    if (!is_read) return builder.error();
    return builder.take_root();
}

std::string shown(JsonTree const& value) {
    char buffer[32] = {};
    std::snprintf(buffer, sizeof buffer, "%.6g", value.number);
    switch (value.kind) {
        case Kind::null: return "null";
        case Kind::boolean: return "boolean";
        case Kind::number: return buffer;
        case Kind::text: return value.text;
        case Kind::array: return "array";
        case Kind::object: return "object";
    }
    return {};
}

}  // namespace zhitu::exchange
