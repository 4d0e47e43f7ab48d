#include "vault/op.h"

#include <array>
#include <utility>

#include "base/limits.h"
#include "vault/json_readers.h"

namespace zhitu::vault {

namespace {

struct KindWord {
    OpKind kind;
    std::string_view word;
};

constexpr std::array<KindWord, 9> kind_words{{
    {OpKind::set, "set"},
    {OpKind::add, "add"},
    {OpKind::rem, "rem"},
    {OpKind::evt, "evt"},
    {OpKind::pos, "pos"},
    {OpKind::del, "del"},
    {OpKind::undel, "undel"},
    {OpKind::erase, "erase"},
    {OpKind::redact, "redact"},
}};

std::string_view word_of(OpKind kind) {
    for (KindWord const& entry : kind_words) {
        if (entry.kind == kind) return entry.word;
    }
    return {};
}

OpKind kind_of(std::string_view word) {
    for (KindWord const& entry : kind_words) {
        if (entry.word == word) return entry.kind;
    }
    return OpKind::unknown;
}

bool is_entity_kind(std::string_view text) {
    if (text.empty() || text.size() > 20) return false;
    for (char const c : text) {
        if (c != '_' && (c < 'a' || c > 'z')) return false;
    }
    return true;
}

// A leading underscore belongs to the vault: "_del" is written by del and undel only.
bool is_field(std::string_view text) {
    if (text.empty() || text.size() > limits::json_key_bytes_max || text[0] == '_') return false;
    for (char const c : text) {
        bool const is_letter = c == '_' || (c >= 'a' && c <= 'z');
        if (!is_letter && (c < '0' || c > '9')) return false;
    }
    return true;
}

Error bad_member(std::string_view name) { return Error{ErrorCode::e_field, {std::string(name)}}; }

Json refs_to_json(std::vector<OpRef> const& refs) {
    Json::Array list;
    list.reserve(refs.size());
    for (OpRef const& ref : refs) {
        list.emplace_back(Json::Array{Json(to_text(ref.change)),
                                      Json(static_cast<std::int64_t>(ref.index))});
    }
    return Json(std::move(list));
}

bool read_refs(Json const& json, std::vector<OpRef>& out) {
    Json::Array const* list = json.as_array();
    if (list == nullptr || list->empty() || list->size() > limits::replaces_max) return false;
    out.reserve(list->size());
    for (Json const& item : *list) {
        if (!read_ref(item, out.emplace_back())) return false;
    }
    return true;
}

bool read_subject(Json const& json, RawId& out) {
    return read_id(json, out) && out != RawId{};  // nobody's is written by leaving it out
}

bool read_entity(Json const& json, EntityKey& out) {
    std::string const* text = json.as_string();
    if (text == nullptr) return false;
    Result<EntityKey> key = entity_key_from_text(*text);
    if (!key) return false;
    out = std::move(key).value();
    return true;
}

bool read_field(Json const& json, std::string& out) {
    std::string const* text = json.as_string();
    if (text == nullptr || !is_field(*text)) return false;
    out = *text;
    return true;
}

enum class Reading { good, malformed, foreign };

Reading reading(bool is_good) { return is_good ? Reading::good : Reading::malformed; }

Reading read_member(Json::Member const& member, Op& out) {
    if (member.key == "k") return Reading::good;
    if (member.key == "e") return reading(read_entity(member.value, out.entity));
    if (member.key == "f") return reading(read_field(member.value, out.field));
    if (member.key == "su") return reading(read_subject(member.value, out.subject));
    if (member.key == "r") return reading(read_refs(member.value, out.replaces));
    if (member.key == "x") {
        out.value = member.value;
        return reading(!member.value.is_null());  // null is written by leaving it out
    }
    return Reading::foreign;
}

Op unknown_op(Json const& json) {
    Op op;
    read_subject(member_of(json, "su"), op.subject);  // erase reaches these as well
    op.value = json;
    return op;
}

bool has_field(OpKind kind) {
    return kind == OpKind::set || kind == OpKind::add || kind == OpKind::rem ||
           kind == OpKind::pos;
}

bool has_entity(OpKind kind) {
    return kind != OpKind::erase && kind != OpKind::redact && kind != OpKind::unknown;
}

bool is_value_fitting(Op const& op) {
    switch (op.kind) {
        case OpKind::add:
        case OpKind::rem:
        case OpKind::evt: return !op.value.is_null();
        case OpKind::pos: return op.value.is_null() || op.value.as_string() != nullptr;
        case OpKind::unknown: return op.value.as_object() != nullptr;
        default: return true;
    }
}

}  // namespace

std::string to_text(EntityKey const& key) { return key.kind + ":" + to_text(key.id); }

Result<EntityKey> entity_key_from_text(std::string_view text) {
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos) return bad_member("e");
    std::string_view const kind = text.substr(0, colon);
    std::optional<RawId> const id = raw_id_from_text(text.substr(colon + 1));
    if (!is_entity_kind(kind) || !id) return bad_member("e");
    return EntityKey{std::string(kind), *id};
}

std::string_view malformed_member(Op const& op) {
    bool const is_entity_good = op.entity.kind.empty() ? op.entity.id == RawId{}
                                                       : is_entity_kind(op.entity.kind);
    if (!is_entity_good || (has_entity(op.kind) && op.entity.kind.empty())) return "e";
    bool const is_field_good = op.field.empty() || is_field(op.field);
    if (!is_field_good || (has_field(op.kind) && op.field.empty())) return "f";
    if (op.replaces.size() > limits::replaces_max) return "r";
    if (op.kind == OpKind::redact && op.replaces.empty()) return "r";
    if (op.kind == OpKind::erase && op.subject == RawId{}) return "su";
    return is_value_fitting(op) ? "" : "x";
}

Json to_json(Op const& op) {
    if (op.kind == OpKind::unknown) return op.value;
    Json json = Json::object();
    if (!op.entity.kind.empty()) json.set("e", Json(to_text(op.entity)));
    if (!op.field.empty()) json.set("f", Json(op.field));
    json.set("k", Json(word_of(op.kind)));
    if (!op.replaces.empty()) json.set("r", refs_to_json(op.replaces));
    if (op.subject != RawId{}) json.set("su", Json(to_text(op.subject)));
    if (!op.value.is_null()) json.set("x", op.value);
    return json;
}

Result<Op> op_from_json(Json const& json) {
    Json const* word = json.find("k");
    std::string const* text = word ? word->as_string() : nullptr;
    if (text == nullptr) return bad_member("k");
    Op op;
    op.kind = kind_of(*text);
    if (op.kind == OpKind::unknown) return unknown_op(json);
    std::string_view malformed;
    for (Json::Member const& member : *json.as_object()) {
        Reading const result = read_member(member, op);
        // A newer version's member changes what the op means; it is kept whole and not applied.
        if (result == Reading::foreign) return unknown_op(json);
        if (result == Reading::malformed && malformed.empty()) malformed = member.key;
    }
    if (malformed.empty()) malformed = malformed_member(op);
    if (!malformed.empty()) return bad_member(malformed);
    return op;
}

Result<Ops> ops_from_json(Json const& json) {
    Json::Array const* list = json.as_array();
    if (list == nullptr || list->size() > limits::change_ops_max) return bad_member("o");
    Ops ops;
    ops.reserve(list->size());
    for (Json const& item : *list) {
        Result<Op> op = op_from_json(item);
        if (!op) return op.error();
        ops.push_back(std::move(op).value());
    }
    return ops;
}

Op set_op(EntityKey entity, std::string field, Json value, RawId subject) {
    return Op{OpKind::set, std::move(entity), std::move(field), subject, std::move(value), {}};
}

Op add_op(EntityKey entity, std::string field, Json element, RawId subject) {
    return Op{OpKind::add, std::move(entity), std::move(field), subject, std::move(element), {}};
}

Op rem_op(EntityKey entity, std::string field, Json element, RawId subject) {
    return Op{OpKind::rem, std::move(entity), std::move(field), subject, std::move(element), {}};
}

Op evt_op(EntityKey entity, Json event, RawId subject) {
    return Op{OpKind::evt, std::move(entity), {}, subject, std::move(event), {}};
}

}  // namespace zhitu::vault
