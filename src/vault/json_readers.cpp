#include "vault/json_readers.h"

#include <limits>
#include <optional>

#include "base/limits.h"

namespace zhitu::vault {

Json const& member_of(Json const& json, std::string_view key) {
    static Json const nothing;
    Json const* member = json.find(key);
    return member ? *member : nothing;
}

Json::Array const* items_of(Json const& json, std::size_t count) {
    Json::Array const* items = json.as_array();
    return items != nullptr && items->size() == count ? items : nullptr;
}

bool read_number(Json const& json, std::uint64_t& out) {
    std::int64_t const* number = json.as_integer();
    if (number == nullptr || *number < 0) return false;
    out = static_cast<std::uint64_t>(*number);
    return true;
}

bool read_number(Json const& json, std::uint32_t& out) {
    std::uint64_t number = 0;
    if (!read_number(json, number)) return false;
    if (number > std::numeric_limits<std::uint32_t>::max()) return false;
    out = static_cast<std::uint32_t>(number);
    return true;
}

bool read_digest(Json const& json, Digest& out) {
    std::string const* text = json.as_string();
    std::optional<Digest> const digest = text ? digest_from_hex(*text) : std::nullopt;
    if (digest) out = *digest;
    return digest.has_value();
}

bool read_id(Json const& json, RawId& out) {
    std::string const* text = json.as_string();
    std::optional<RawId> const id = text ? raw_id_from_text(*text) : std::nullopt;
    if (id) out = *id;
    return id.has_value();
}

bool read_ref(Json const& change, Json const& index, OpRef& out) {
    OpRef ref;
    bool const is_read = read_id(change, ref.change) && read_number(index, ref.index) &&
                         ref.index < limits::change_ops_max;
    if (is_read) out = ref;
    return is_read;
}

bool read_ref(Json const& pair, OpRef& out) {
    Json::Array const* items = items_of(pair, 2);
    return items != nullptr && read_ref((*items)[0], (*items)[1], out);
}

}  // namespace zhitu::vault
