#include "vault/change.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/limits.h"
#include "vault/json_readers.h"

namespace zhitu::vault {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t year_2020_ms = 1'577'836'800'000;
constexpr std::int64_t clock_ms_max = (std::int64_t{1} << 48) - 1;
// {"b":…,"h":…,"n":"26 characters"} without body and header.
constexpr std::size_t wrapping_bytes = 44;

Stamp stamp_at(std::int64_t now_ms) {
    return static_cast<Stamp>(std::clamp<std::int64_t>(now_ms, 0, clock_ms_max)) << 16;
}

Error bad_member(std::string_view name) { return Error{ErrorCode::e_field, {std::string(name)}}; }

std::string stamp_text(Stamp stamp) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text(16, '0');
    for (int i = 0; i < 16; ++i) text[15 - i] = digits[(stamp >> (4 * i)) & 15];
    return text;
}

std::optional<Stamp> stamp_from_text(std::string_view text) {
    if (text.size() != 16) return std::nullopt;
    Stamp stamp = 0;
    for (char const c : text) {
        bool const is_digit = c >= '0' && c <= '9';
        if (!is_digit && (c < 'a' || c > 'f')) return std::nullopt;
        stamp = (stamp << 4) | static_cast<Stamp>(is_digit ? c - '0' : c - 'a' + 10);
    }
    return stamp;
}

Json header_json(ChangeHeader const& header) {
    Json json = Json::object();
    json.set("d", Json(to_hex(header.body_digest)));
    json.set("p", header.previous == Digest{} ? Json("0") : Json(to_hex(header.previous)));
    json.set("s", Json(static_cast<std::int64_t>(header.sequence)));
    json.set("t", Json(stamp_text(header.stamp)));
    json.set("v", Json(1));
    json.set("w", Json(to_text(header.writer)));
    return json;
}

Json body_json(ChangeBody const& body) {
    Json::Array ops;
    ops.reserve(body.ops.size());
    for (Op const& op : body.ops) ops.push_back(to_json(op));
    Json json = Json::object();
    json.set("o", Json(std::move(ops)));
    if (!body.extra.is_null()) json.set("x", body.extra);
    return json;
}

// to_canonical(header_json(header)): a check hashes a million of them.
std::string header_bytes(ChangeHeader const& header) {
    std::string out = "{\"d\":\"";
    out.reserve(260);
    (out += to_hex(header.body_digest)) += "\",\"p\":\"";
    (out += header.previous == Digest{} ? "0" : to_hex(header.previous)) += "\",\"s\":";
    (out += std::to_string(header.sequence)) += ",\"t\":\"";
    (out += stamp_text(header.stamp)) += "\",\"v\":1,\"w\":\"";
    return (out += to_text(header.writer)) += "\"}";
}

Digest hash_of_header(std::string_view canonical) {
    Sha256 hash;
    hash.add(std::string_view("zt/chg/v1"));
    hash.add(canonical);
    return hash.finish();
}

Digest hash_of_body(RawId const& salt, std::string_view canonical) {
    Sha256 hash;
    hash.add(std::string_view("zt/body/v1"));
    hash.add(std::span<std::uint8_t const>(salt));
    hash.add(canonical);
    return hash.finish();
}

// "0" for the first of a writer. The hash of all zeros has no other spelling.
bool read_previous(Json const& json, ChangeHeader& out) {
    std::string const* text = json.as_string();
    if (text != nullptr && *text == "0") return out.sequence == 1;
    if (!read_digest(json, out.previous) || out.previous == Digest{}) return false;
    return out.sequence > 1;
}

Result<ChangeHeader> header_from_json(Json const& json) {
    Json::Object const* members = json.as_object();
    if (members == nullptr) return bad_member("h");
    std::int64_t const* version = member_of(json, "v").as_integer();
    if (version == nullptr) return bad_member("v");
    if (*version != 1) return Error{ErrorCode::e_version, {std::to_string(*version)}};
    if (members->size() != 6) return bad_member("h");

    ChangeHeader header;
    if (!read_digest(member_of(json, "d"), header.body_digest)) return bad_member("d");
    bool const is_counted = read_number(member_of(json, "s"), header.sequence);
    if (!is_counted || header.sequence < 1) return bad_member("s");
    if (!read_previous(member_of(json, "p"), header)) return bad_member("p");
    std::string const* time = member_of(json, "t").as_string();
    std::optional<Stamp> const stamp = time ? stamp_from_text(*time) : std::nullopt;
    if (!stamp) return bad_member("t");
    header.stamp = *stamp;
    if (!read_id(member_of(json, "w"), header.writer)) return bad_member("w");
    return header;
}

Result<ChangeBody> body_from_json(Json const& json) {
    Json::Object const* members = json.as_object();
    Json const* ops = json.find("o");
    Json const* extra = json.find("x");
    if (members == nullptr || ops == nullptr) return bad_member("o");
    if (members->size() != (extra ? 2u : 1u)) return bad_member("b");
    if (extra != nullptr && extra->is_null()) return bad_member("x");
    Result<Ops> read = ops_from_json(*ops);
    if (!read) return read.error();
    ChangeBody body;
    body.ops = std::move(read).value();
    if (extra != nullptr) body.extra = *extra;
    return body;
}

Status read_body(Json const& json, std::size_t header_bytes, Change& out) {
    std::string const canonical = to_canonical(*json.find("b"));
    if (canonical.size() + header_bytes + wrapping_bytes > limits::change_bytes_max) {
        return Error{ErrorCode::e_size, {std::to_string(limits::change_bytes_max)}};
    }
    RawId salt{};
    if (!read_id(member_of(json, "n"), salt)) return bad_member("n");
    if (hash_of_body(salt, canonical) != out.header.body_digest) return Error{ErrorCode::e_body};
    Result<ChangeBody> body = body_from_json(*json.find("b"));
    if (!body) return body.error();
    out.body = std::move(body).value();
    out.body->salt = salt;
    return Done{};
}

}  // namespace

Stamp HybridClock::next(std::int64_t now_ms) {
    last_ = std::max(last_ + 1, stamp_at(now_ms));
    return last_;
}

void HybridClock::absorb(Stamp remote, std::int64_t now_ms) {
    std::int64_t const now = std::clamp<std::int64_t>(now_ms, 0, clock_ms_max - day_ms);
    last_ = std::max(last_, std::min(remote, stamp_at(now + day_ms)));
}

bool is_clock_suspect(Stamp stamp, std::int64_t now_ms) {
    std::int64_t const now = std::clamp<std::int64_t>(now_ms, 0, clock_ms_max - day_ms);
    return stamp < stamp_at(year_2020_ms) || stamp > stamp_at(now + day_ms);
}

Json batch_extra(RawId const& batch) {
    Json extra = Json::object();
    extra.set("batch", Json(to_text(batch)));
    return extra;
}

RawId batch_of(ChangeBody const& body) {
    RawId batch{};
    read_id(member_of(body.extra, "batch"), batch);
    return batch;
}

RawId short_id(Digest const& hash) {
    RawId id;
    std::copy_n(hash.begin(), id.size(), id.begin());
    return id;
}

Digest header_hash(ChangeHeader const& header) { return hash_of_header(header_bytes(header)); }

Digest body_digest(ChangeBody const& body) {
    return hash_of_body(body.salt, to_canonical(body_json(body)));
}

Change seal_change(ChangeHeader header, ChangeBody body) {
    ZT_ASSERT(body.ops.size() <= limits::change_ops_max);
    ZT_ASSERT(header.sequence >= 1);
    ZT_ASSERT((header.sequence == 1) == (header.previous == Digest{}));
    // What could not be read back must not get an id.
    for (Op const& op : body.ops) ZT_ASSERT(malformed_member(op).empty());
    Change change;
    change.header = header;
    change.header.body_digest = body_digest(body);
    change.hash = header_hash(change.header);
    change.body = std::move(body);
    return change;
}

Json to_json(Change const& change) {
    Json json = Json::object();
    json.set("h", header_json(change.header));
    if (!change.body) return json;
    json.set("b", body_json(*change.body));
    json.set("n", Json(to_text(change.body->salt)));
    return json;
}

std::string change_bytes(Change const& change) { return to_canonical(to_json(change)); }

Result<Change> change_from_json(Json const& json) {
    Json::Object const* members = json.as_object();
    Json const* header_member = json.find("h");
    if (members == nullptr || header_member == nullptr) return bad_member("h");
    bool const has_body = json.find("b") != nullptr && json.find("n") != nullptr;
    if (members->size() != (has_body ? 3u : 1u)) return bad_member("b");
    Result<ChangeHeader> header = header_from_json(*header_member);
    if (!header) return header.error();
    Change change;
    change.header = header.value();
    std::string const canonical = to_canonical(*header_member);
    change.hash = hash_of_header(canonical);
    if (!has_body) return change;
    Status const status = read_body(json, canonical.size(), change);
    if (!status) return status.error();
    return change;
}

Result<Change> change_from_bytes(std::string_view bytes) {
    if (bytes.size() > limits::change_bytes_max) {
        return Error{ErrorCode::e_size, {std::to_string(limits::change_bytes_max)}};
    }
    Result<Json> json = read_canonical(bytes);
    if (!json) return json.error();
    return change_from_json(json.value());
}

}  // namespace zhitu::vault
