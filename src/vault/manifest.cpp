#include "vault/manifest.h"

#include <utility>

#include "base/json.h"
#include "vault/json_readers.h"
#include "vault/segment.h"

namespace zhitu::vault {

namespace {

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

Json digests_json(std::vector<Digest> const& digests) {
    Json::Array list;
    for (Digest const& digest : digests) list.emplace_back(to_hex(digest));
    return Json(std::move(list));
}

bool read_item(Json const& json, SealedEntry& out) {
    Json::Array const* items = items_of(json, 3);
    return items != nullptr && read_number((*items)[0], out.number) &&
           read_number((*items)[1], out.changes_count) && read_digest((*items)[2], out.hash);
}

// No file is as large as a u32 can say.
bool read_item(Json const& json, PartEntry& out) {
    Json::Array const* items = items_of(json, 3);
    std::string const* name = items ? (*items)[0].as_string() : nullptr;
    std::uint32_t size = 0;
    bool const is_read = name != nullptr && is_file_name(*name) && read_number((*items)[1], size) &&
                         read_digest((*items)[2], out.hash);
    if (!is_read) return false;
    out.name = *name;
    out.size = size;
    return true;
}

bool read_item(Json const& json, Digest& out) { return read_digest(json, out); }

template <class T>
bool read_list(Json const& json, std::vector<T>& out) {
    Json::Array const* items = json.as_array();
    if (items == nullptr) return false;
    for (Json const& item : *items) {
        if (!read_item(item, out.emplace_back())) return false;
    }
    return true;
}

bool read_through(Json const& json, Manifest& out) {
    Json::Array const* pair = items_of(json, 2);
    return pair != nullptr && read_number((*pair)[0], out.last.through) &&
           read_number((*pair)[1], out.previous.through);
}

bool read_states(Json const& json, Manifest& out) {
    std::vector<Digest> states;
    if (!read_list(json, states) || states.size() != 2) return false;
    out.last.state = states[0];
    out.previous.state = states[1];
    return true;
}

bool is_ascending(std::vector<SealedEntry> const& sealed) {
    for (std::size_t i = 1; i < sealed.size(); ++i) {
        if (sealed[i - 1].number >= sealed[i].number) return false;
    }
    return sealed.empty() || sealed[0].number > 0;
}

// The name of the first member that does not read, or empty.
std::string_view read_members(Json const& json, Manifest& out) {
    bool const is_numbered = read_number(member_of(json, "g"), out.generation);
    if (!is_numbered || out.generation == 0) return "g";
    if (!read_number(member_of(json, "o"), out.open_number)) return "o";
    bool const is_list = read_list(member_of(json, "seg"), out.sealed);
    if (!is_list || !is_ascending(out.sealed)) return "seg";
    if (!read_list(member_of(json, "last"), out.last.parts)) return "last";
    if (!read_list(member_of(json, "prev"), out.previous.parts)) return "prev";
    Json const& states = member_of(json, "state");  // not in those of the first builds
    if (!states.is_null() && !read_states(states, out)) return "state";
    if (!read_through(member_of(json, "through"), out)) return "through";
    return read_list(member_of(json, "tips"), out.tips) ? "" : "tips";
}

}  // namespace

std::optional<std::vector<SealedEntry>> sealed_from_bytes(std::string_view bytes) {
    Result<Json> const json = read_canonical(bytes);
    std::vector<SealedEntry> entries;
    bool const is_read = json && read_list(json.value(), entries);
    return is_read ? std::optional(std::move(entries)) : std::nullopt;
}

Bytes manifest_bytes(Manifest const& manifest) {
    Json json = Json::object();
    json.set("g", integer(manifest.generation));
    json.set("last", parts_json(manifest.last.parts));
    json.set("o", integer(manifest.open_number));
    json.set("prev", parts_json(manifest.previous.parts));
    json.set("schema", Json(schema_version));
    json.set("seg", sealed_json(manifest.sealed));
    json.set("state", digests_json({manifest.last.state, manifest.previous.state}));
    json.set("through", Json(Json::Array{integer(manifest.last.through),
                                         integer(manifest.previous.through)}));
    json.set("tips", digests_json(manifest.tips));
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
    std::int64_t const* version = member_of(json.value(), "schema").as_integer();
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
