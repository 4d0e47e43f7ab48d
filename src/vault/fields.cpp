#include "vault/fields.h"

#include <utility>

#include "vault/json_readers.h"

namespace zhitu::vault {

namespace {

using ElementsByText = std::map<std::string, Json const*>;

ElementsByText by_text(std::vector<Json> const& elements) {
    ElementsByText out;
    for (Json const& element : elements) out.emplace(to_canonical(element), &element);
    return out;
}

// Removals first: an element whose value moved goes before its new form comes.
void diff_elements(Op const& pattern, ElementsByText const& before, ElementsByText const& after,
                   Ops& out) {
    for (auto const& [text, element] : before) {
        if (after.contains(text)) continue;
        out.push_back(rem_op(pattern.entity, pattern.field, *element, pattern.subject));
    }
    for (auto const& [text, element] : after) {
        if (before.contains(text)) continue;
        out.push_back(add_op(pattern.entity, pattern.field, *element, pattern.subject));
    }
}

}  // namespace

bool value_from_json(Json const& json, std::string& out) {
    std::string const* text = json.as_string();
    if (text != nullptr) out = *text;
    return text != nullptr;
}

bool value_from_json(Json const& json, bool& out) {
    bool const* flag = json.as_bool();
    if (flag != nullptr) out = *flag;
    return flag != nullptr;
}

bool value_from_json(Json const& json, std::int64_t& out) {
    std::int64_t const* number = json.as_integer();
    if (number != nullptr) out = *number;
    return number != nullptr;
}

bool value_from_json(Json const& json, std::optional<std::int64_t>& out) {
    std::int64_t const* number = json.as_integer();
    if (number == nullptr && !json.is_null()) return false;
    out = number ? std::optional(*number) : std::nullopt;
    return true;
}

bool raw_id_from_json(Json const& json, RawId& out) {
    if (json.is_null()) {
        out = RawId{};
        return true;
    }
    return read_id(json, out);
}

std::optional<Error> check_value(std::string_view field, std::string const& value,
                                 TextBounds bounds) {
    std::string const name(field);
    if (!is_utf8(value) || value.find('\0') != std::string::npos) {
        return Error{ErrorCode::not_text, {name}};
    }
    bool const is_too_long = count_code_points(value) > bounds.code_points_max ||
                             value.size() > limits::text_bytes_max;
    if (!is_too_long) return std::nullopt;
    return Error{ErrorCode::too_long, {name, std::to_string(bounds.code_points_max)}};
}

std::optional<Error> check_value(std::string_view field, std::int64_t value, Range range) {
    if (value >= range.least && value <= range.most) return std::nullopt;
    return Error{ErrorCode::out_of_range,
                 {std::string(field), std::to_string(range.least), std::to_string(range.most)}};
}

std::optional<Error> check_value(std::string_view field, std::optional<std::int64_t> const& value,
                                 Range range) {
    return value ? check_value(field, *value, range) : std::nullopt;
}

Ops diff_ops(EntityKey const& entity, RawId const& subject, EncodedFields const& before,
             EncodedFields const& after) {
    Ops ops;
    for (auto const& [field, value] : after.values) {
        auto const old = before.values.find(field);
        if (old != before.values.end() && old->second == value) continue;
        Op op = set_op(entity, field, value, subject);
        if (after.positions.contains(field)) op.kind = OpKind::pos;
        ops.push_back(std::move(op));
    }
    for (auto const& [field, elements] : after.elements) {
        auto const old = before.elements.find(field);
        ElementsByText const former =
            old == before.elements.end() ? ElementsByText{} : by_text(old->second);
        diff_elements(set_op(entity, field, Json(), subject), former, by_text(elements), ops);
    }
    return ops;
}

}  // namespace zhitu::vault
