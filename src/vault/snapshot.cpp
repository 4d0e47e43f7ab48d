#include "vault/snapshot.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/limits.h"
#include "vault/json_readers.h"
#include "vault/ledger_content.h"

namespace zhitu::vault {

namespace {

using Items = Json::Array;

bool read_stamp(Json const& json, Stamp& out) {
    Items const* halves = json.as_array();
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool const is_read = halves != nullptr && halves->size() == 2 &&
                         read_number((*halves)[0], high) && read_number((*halves)[1], low);
    out = (high << 32) | low;
    return is_read && high <= 0xFFFFFFFFu && low <= 0xFFFFFFFFu;
}

bool read_field(Json const& json, std::string& out) {
    std::string const* word = json.as_string();
    if (word != nullptr) out = *word;
    return word != nullptr;
}

// The lines of one entity, gathered.
struct Gathering {
    EntityKey key{};
    Entity entity{};
    EntityMerge::RefsByField early_writes{};
    EntityMerge::RefsByField early_adds{};
    SetElement* element = nullptr;  // that adds belong to
};

bool read_live(Items const& items, Gathering& out) {
    LiveValue live;
    std::string field;
    bool const is_read = items.size() == 5 && read_field(items[0], field) &&
                         read_stamp(items[1], live.stamp) &&
                         read_ref(items[2], items[3], live.op);
    if (!is_read) return false;
    live.value = items[4];
    bool const* is_deleted = field == deleted_field ? live.value.as_bool() : nullptr;
    std::vector<LiveValue>& values = out.entity.registers[field];
    if (values.empty() && is_deleted != nullptr) out.entity.is_deleted = *is_deleted;
    values.push_back(std::move(live));
    return true;
}

bool read_element(Items const& items, Gathering& out) {
    std::string field;
    if (items.size() != 2 || !read_field(items[0], field)) return false;
    out.element = &out.entity.sets[field].emplace_back(SetElement{items[1], {}});
    return true;
}

bool read_add(Items const& items, Gathering& out) {
    OpRef ref;
    if (out.element == nullptr || items.size() != 2 || !read_ref(items[0], items[1], ref)) {
        return false;
    }
    out.element->adds.push_back(ref);
    return true;
}

bool read_event(Items const& items, Gathering& out) {
    Event event;
    bool const is_read = items.size() == 5 && read_stamp(items[0], event.stamp) &&
                         read_ref(items[1], items[2], event.op) &&
                         read_id(items[3], event.subject);
    if (!is_read) return false;
    event.value = items[4];
    out.entity.events.push_back(std::move(event));
    return true;
}

bool read_name(Items const& items, EntityMerge::RefsByField& out) {
    std::string field;
    OpRef ref;
    bool const is_read = items.size() == 3 && read_field(items[0], field) &&
                         read_ref(items[1], items[2], ref);
    if (is_read) out[field].insert(ref);
    return is_read;
}

bool read_entity_line(char kind, Items const& items, Gathering& out) {
    switch (kind) {
        case 'r': return read_live(items, out);
        case 's': return read_element(items, out);
        case 'a': return read_add(items, out);
        case 'v': return read_event(items, out);
        case 'w': return read_name(items, out.early_writes);
        case 'n': return read_name(items, out.early_adds);
        default: return false;
    }
}

void finish(Gathering& gathered, std::map<EntityKey, EntityState>& out) {
    if (gathered.key.kind.empty()) return;
    out[gathered.key].merge = EntityMerge(std::move(gathered.entity),
                                          std::move(gathered.early_writes),
                                          std::move(gathered.early_adds));
    gathered = {};
}

bool begin_entity(Items const& items, Gathering& out) {
    std::string const* word = items.size() == 1 ? items[0].as_string() : nullptr;
    if (word == nullptr) return false;
    Result<EntityKey> key = entity_key_from_text(*word);
    if (key) out.key = std::move(key).value();
    return key.is_ok();
}

// Parts of one prefix follow each other and may cut an entity: `gathered` goes on to the next.
bool read_entities(std::string_view bytes, Gathering& gathered,
                   std::map<EntityKey, EntityState>& out) {
    while (!bytes.empty()) {
        std::size_t const end = bytes.find('\n');
        if (end == std::string_view::npos || end == 0) return false;
        Result<Json> const json = read_canonical(bytes.substr(1, end - 1));
        Items const* items = json ? json.value().as_array() : nullptr;
        if (items == nullptr) return false;
        bool const is_head = bytes[0] == 'e';
        if (is_head) finish(gathered, out);
        bool const is_read = is_head ? begin_entity(*items, gathered)
                                     : read_entity_line(bytes[0], *items, gathered);
        if (!is_read) return false;
        bytes.remove_prefix(end + 1);
    }
    return true;
}

bool read_known(std::string_view bytes, std::vector<SummedChange>& out) {
    if (bytes.size() % known_bytes != 0) return false;
    for (; !bytes.empty(); bytes.remove_prefix(known_bytes)) {
        SummedChange& change = out.emplace_back();
        std::memcpy(change.hash.data(), bytes.data(), 32);
        std::memcpy(change.writer.data(), bytes.data() + 32, 16);
        for (std::size_t i = 8; i-- > 0;) {
            change.sequence = change.sequence << 8 | static_cast<std::uint8_t>(bytes[48 + i]);
        }
        change.has_body = bytes[56] != 0;
    }
    return true;
}

bool read_head(Items const& items, Chains& out) {
    RawId writer{};
    WriterHead head;
    bool const is_read = items.size() == 3 && read_id(items[0], writer) &&
                         read_number(items[1], head.sequence) && read_digest(items[2], head.hash);
    if (is_read) out.restore_head(writer, head);
    return is_read;
}

bool read_fork(Items const& items, Chains& out) {
    RawId writer{};
    Digest previous{};
    Chains::Split split;
    bool const is_read = items.size() == 4 && read_id(items[0], writer) &&
                         read_digest(items[1], previous) && read_number(items[2], split.sequence) &&
                         read_number(items[3], split.branches_count);
    if (is_read) out.restore_split({{writer, previous}, split});
    return is_read;
}

bool read_tip(Items const& items, Chains& out) {
    Digest tip{};
    bool const is_read = items.size() == 1 && read_digest(items[0], tip);
    if (is_read) out.restore_tip(tip);
    return is_read;
}

bool read_member(Items const& items, std::unordered_set<RawId, IdHash>& out) {
    RawId id{};
    bool const is_read = items.size() == 1 && read_id(items[0], id);
    if (is_read) out.insert(id);
    return is_read;
}

bool read_waiting(std::string_view line, Waiting& out) {
    Result<Change> change = change_from_bytes(line);
    if (change) out.hold(std::move(change).value());
    return change.is_ok();
}

}  // namespace

// What needs the inside of a ledger.
struct Snapshot {
    using Content = Ledger::Content;

    static bool read_line(char kind, std::string_view line, Content& out) {
        if (kind == 'p') return read_waiting(line, out.waiting);
        Result<Json> const json = read_canonical(line);
        Items const* items = json ? json.value().as_array() : nullptr;
        if (items == nullptr) return false;
        switch (kind) {
            case 'z': return true;
            case 'h': return read_head(*items, out.chains);
            case 'f': return read_fork(*items, out.chains);
            case 't': return read_tip(*items, out.chains);
            case 'x': return read_member(*items, out.erased);
            case 'd': return read_member(*items, out.redacted);
            case 'u': return read_member(*items, out.summed_subjects);
            default: return false;
        }
    }

    static bool read_rest(std::string_view bytes, Content& out) {
        while (!bytes.empty()) {
            std::size_t const end = bytes.find('\n');
            if (end == std::string_view::npos || end == 0) return false;
            if (!read_line(bytes[0], bytes.substr(1, end - 1), out)) return false;
            bytes.remove_prefix(end + 1);
        }
        return true;
    }

    static bool read_part(std::string_view label, std::string_view bytes, Gathering& gathered,
                          Content& out) {
        switch (label.empty() ? '\0' : label[0]) {
            case 'e': return read_entities(bytes, gathered, out.entities);
            case 'k': return read_known(bytes, out.summed);
            case 'm': return read_rest(bytes, out);
            default: return false;
        }
    }
};

Result<Ledger> ledger_from(Parts const& parts) {
    auto const rest = parts.find("m-000000");
    bool const is_ours = rest != parts.end() && rest->second.starts_with(snapshot_schema);
    if (!is_ours) return Error{ErrorCode::e_version, {}};
    Ledger ledger;
    Ledger::Content& content = *ledger.content_;
    Gathering gathered;
    for (auto const& [label, bytes] : parts) {
        if (!Snapshot::read_part(label, bytes, gathered, content)) {
            return Error{ErrorCode::e_field, {label}};
        }
    }
    finish(gathered, content.entities);
    for (std::size_t i = 0; i < content.summed.size(); ++i) {
        content.index_by_id.emplace(short_id(content.summed[i].hash),
                                    static_cast<std::uint32_t>(i));
    }
    return ledger;
}

}  // namespace zhitu::vault
