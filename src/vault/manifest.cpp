#include "vault/manifest.h"

#include <limits>
#include <optional>
#include <utility>

#include "base/json.h"
#include "base/limits.h"
#include "vault/segment.h"

namespace zhitu::vault {

namespace {

constexpr std::uint64_t number_max = std::numeric_limits<std::uint32_t>::max();

Json integer(std::uint64_t value) { return Json(static_cast<std::int64_t>(value)); }

Json parts_json(std::vector<PartEntry> const& parts) {
    Json::Array list;
    for (PartEntry const& part : parts) {
        list.emplace_back(
            Json::Array{Json(part.name), integer(part.size), Json(to_hex(part.hash))});
    }
    return Json(std::move(list));
}

Json sealed_json(std::vector<SealedEntry> const& sealed) {
    Json::Array list;
    for (SealedEntry const& entry : sealed) {
        list.emplace_back(Json::Array{integer(entry.number), integer(entry.changes_count),
                                      Json(to_hex(entry.hash))});
    }
    return Json(std::move(list));
}

Json tips_json(std::vector<Digest> const& tips) {
    Json::Array list;
    for (Digest const& tip : tips) list.emplace_back(to_hex(tip));
    return Json(std::move(list));
}

bool read_number(Json const& json, std::uint64_t most, std::uint64_t& out) {
    std::int64_t const* number = json.as_integer();
    if (number == nullptr || *number < 0 || static_cast<std::uint64_t>(*number) > most) {
        return false;
    }
    out = static_cast<std::uint64_t>(*number);
    return true;
}

bool read_number(Json const& json, std::uint32_t& out) {
    std::uint64_t number = 0;
    if (!read_number(json, number_max, number)) return false;
    out = static_cast<std::uint32_t>(number);
    return true;
}

bool read_digest(Json const& json, Digest& out) {
    std::string const* text = json.as_string();
    std::optional<Digest> const digest = text ? digest_from_hex(*text) : std::nullopt;
    if (digest) out = *digest;
    return digest.has_value();
}

bool read_item(Json const& json, SealedEntry& out) {
    Json::Array const* items = json.as_array();
    return items != nullptr && items->size() == 3 && read_number((*items)[0], out.number) &&
           read_number((*items)[1], out.changes_count) && read_digest((*items)[2], out.hash);
}

bool read_item(Json const& json, PartEntry& out) {
    Json::Array const* items = json.as_array();
    if (items == nullptr || items->size() != 3) return false;
    std::string const* name = (*items)[0].as_string();
    if (name == nullptr || !is_file_name(*name)) return false;
    out.name = *name;
    return read_number((*items)[1], number_max, out.size) && read_digest((*items)[2], out.hash);
}

bool read_item(Json const& json, Digest& out) { return read_digest(json, out); }

template <class T>
bool read_list(Json const* json, std::vector<T>& out) {
    Json::Array const* items = json ? json->as_array() : nullptr;
    if (items == nullptr) return false;
    for (Json const& item : *items) {
        if (!read_item(item, out.emplace_back())) return false;
    }
    return true;
}

bool read_through(Json const* json, Manifest& out) {
    Json::Array const* pair = json ? json->as_array() : nullptr;
    return pair != nullptr && pair->size() == 2 && read_number((*pair)[0], out.last.through) &&
           read_number((*pair)[1], out.previous.through);
}

bool is_ascending(std::vector<SealedEntry> const& sealed) {
    for (std::size_t i = 1; i < sealed.size(); ++i) {
        if (sealed[i - 1].number >= sealed[i].number) return false;
    }
    return sealed.empty() || sealed[0].number > 0;
}

// The name of the first member that does not read, or empty.
std::string_view read_members(Json const& json, Manifest& out) {
    Json const* generation = json.find("g");
    bool const is_numbered = generation && read_number(*generation, limits::count_max,
                                                       out.generation);
    if (!is_numbered || out.generation == 0) return "g";
    Json const* open = json.find("o");
    if (open == nullptr || !read_number(*open, out.open_number)) return "o";
    if (!read_list(json.find("seg"), out.sealed) || !is_ascending(out.sealed)) return "seg";
    if (!read_list(json.find("last"), out.last.parts)) return "last";
    if (!read_list(json.find("prev"), out.previous.parts)) return "prev";
    if (!read_through(json.find("through"), out)) return "through";
    return read_list(json.find("tips"), out.tips) ? "" : "tips";
}

}  // namespace

Bytes manifest_bytes(Manifest const& manifest) {
    Json json = Json::object();
    json.set("g", integer(manifest.generation));
    json.set("last", parts_json(manifest.last.parts));
    json.set("o", integer(manifest.open_number));
    json.set("prev", parts_json(manifest.previous.parts));
    json.set("schema", Json(schema_version));
    json.set("seg", sealed_json(manifest.sealed));
    json.set("through", Json(Json::Array{integer(manifest.last.through),
                                         integer(manifest.previous.through)}));
    json.set("tips", tips_json(manifest.tips));
    Bytes bytes;
    append_record(bytes, RecordType::manifest, 0, to_canonical(json));
    return bytes;
}

Result<Manifest> manifest_from_bytes(std::string_view bytes) {
    SegmentContent const content = read_segment(bytes, false);
    bool const is_whole = content.records.size() == 1 && content.good_size == bytes.size() &&
                          content.records[0].type ==
                              static_cast<std::uint8_t>(RecordType::manifest);
    if (!is_whole) return Error{ErrorCode::e_trunc, {}};
    Result<Json> const json = read_canonical(content.records[0].payload);
    if (!json) return json.error();
    Json const* schema = json.value().find("schema");
    std::int64_t const* version = schema ? schema->as_integer() : nullptr;
    if (version == nullptr) return Error{ErrorCode::e_field, {"schema"}};
    if (*version != schema_version) {
        return Error{ErrorCode::e_version, {std::to_string(*version)}};
    }
    Manifest manifest;
    std::string_view const bad = read_members(json.value(), manifest);
    if (!bad.empty()) return Error{ErrorCode::e_field, {std::string(bad)}};
    return manifest;
}

}  // namespace zhitu::vault
