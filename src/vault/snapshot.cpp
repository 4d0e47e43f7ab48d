#include "vault/snapshot.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/limits.h"
#include "vault/json_readers.h"
#include "vault/ledger_content.h"

namespace zhitu::vault {

namespace {

constexpr std::size_t known_per_part = limits::snapshot_part_bytes_max / known_bytes;
constexpr int prefix_digits_max = 3;

Json hex(Digest const& digest) { return Json(to_hex(digest)); }
Json text(RawId const& id) { return Json(to_text(id)); }
Json integer(std::uint64_t value) { return Json(static_cast<std::int64_t>(value)); }

// Stamps use all 64 bits.
Json stamp_json(Stamp stamp) {
    return Json(Json::Array{integer(stamp >> 32), integer(stamp & 0xFFFFFFFFu)});
}

// --- Writing

void add_line(std::string& out, char kind, Json::Array items) {
    out += kind;
    append_canonical(out, Json(std::move(items)));
    out += '\n';
}

void add_refs(std::string& out, char kind, EntityMerge::RefsByField const& names) {
    for (auto const& [field, refs] : names) {
        for (OpRef const& ref : refs) {
            add_line(out, kind, {Json(field), text(ref.change), integer(ref.index)});
        }
    }
}

std::string entity_lines(EntityKey const& key, EntityMerge const& merge) {
    std::string out;
    add_line(out, 'e', {Json(to_text(key))});
    for (auto const& [field, values] : merge.entity().registers) {
        for (LiveValue const& live : values) {
            add_line(out, 'r', {Json(field), stamp_json(live.stamp), text(live.op.change),
                                integer(live.op.index), live.value});
        }
    }
    for (auto const& [field, elements] : merge.entity().sets) {
        for (SetElement const& element : elements) {
            add_line(out, 's', {Json(field), element.value});
            for (OpRef const& add : element.adds) {
                add_line(out, 'a', {text(add.change), integer(add.index)});
            }
        }
    }
    for (Event const& event : merge.entity().events) {
        add_line(out, 'v', {stamp_json(event.stamp), text(event.op.change),
                            integer(event.op.index), text(event.subject), event.value});
    }
    add_refs(out, 'w', merge.early_writes());
    add_refs(out, 'n', merge.early_adds());
    return out;
}

// Labels sort as their numbers do.
std::string numbered(std::string const& label, std::size_t number) {
    std::string const digits = std::to_string(number);
    return label + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

// Cut between lines.
void add_parts(Parts& out, std::string const& label, std::string_view bytes) {
    for (std::size_t number = 0; !bytes.empty(); ++number) {
        std::size_t size = bytes.size();
        if (size > limits::snapshot_part_bytes_max) {
            std::size_t const end = bytes.rfind('\n', limits::snapshot_part_bytes_max - 1);
            size = (end == std::string_view::npos ? bytes.find('\n') : end) + 1;
        }
        out.insert_or_assign(numbered(label, number), Bytes(bytes.substr(0, size)));
        bytes.remove_prefix(size);
    }
}

// As few digits as make parts of half the maximum on average.
int prefix_digits(std::size_t bytes) {
    int digits = 0;
    while (digits < prefix_digits_max && bytes > limits::snapshot_part_bytes_max / 2) {
        bytes /= 16;
        ++digits;
    }
    return digits;
}

void append_u64(Bytes& out, std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

void add_known(Bytes& out, SummedChange const& change) {
    out.append(reinterpret_cast<char const*>(change.hash.data()), change.hash.size());
    out.append(reinterpret_cast<char const*>(change.writer.data()), change.writer.size());
    append_u64(out, change.sequence);
    out.push_back(change.has_body ? 1 : 0);
}

// --- Reading

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

    static void add_entities(Content const& content, Parts& out) {
        std::vector<std::pair<std::string, std::string>> lines;  // prefix, text
        std::size_t bytes = 0;
        for (auto const& [key, state] : content.entities) {
            std::string prefix = to_hex(std::span(key.id).first(2)).substr(0, prefix_digits_max);
            lines.emplace_back(std::move(prefix), entity_lines(key, state.merge));
            bytes += lines.back().second.size();
        }
        auto const digits = static_cast<std::size_t>(prefix_digits(bytes));
        std::map<std::string, std::string> groups;
        for (auto& [prefix, text] : lines) groups[prefix.substr(0, digits)] += text;
        for (auto const& [prefix, text] : groups) add_parts(out, "e" + prefix + "-", text);
    }

    static void add_all_known(Content const& content, Parts& out) {
        std::vector<SummedChange> known = content.summed;
        for (Change const& change : content.changes) {
            if (content.late.contains(change.id())) continue;  // among them already
            known.push_back({change.hash, change.header.writer, change.header.sequence,
                             change.body.has_value()});
        }
        for (std::size_t i = 0; i < known.size(); i += known_per_part) {
            Bytes& part = out[numbered("k", i / known_per_part)];
            std::size_t const end = std::min(known.size(), i + known_per_part);
            for (std::size_t k = i; k < end; ++k) add_known(part, known[k]);
        }
    }

    static std::set<RawId> subjects_of(Content const& content) {
        std::set<RawId> subjects(content.summed_subjects.begin(), content.summed_subjects.end());
        for (Change const& change : content.changes) {
            if (!change.body) continue;
            for (Op const& op : change.body->ops) subjects.insert(op.subject);
        }
        subjects.erase(RawId{});
        return subjects;
    }

    static void add_ids(std::string& out, char kind, std::set<RawId> const& ids) {
        for (RawId const& id : ids) add_line(out, kind, {text(id)});
    }

    static void add_rest(Content const& content, Parts& out) {
        std::string lines;
        for (auto const& [writer, head] : content.chains.heads()) {
            add_line(lines, 'h', {text(writer), integer(head.sequence), hex(head.hash)});
        }
        for (auto const& [key, split] : content.chains.splits()) {
            add_line(lines, 'f', {text(key.first), hex(key.second), integer(split.sequence),
                                  integer(split.branches_count)});
        }
        for (Digest const& tip : content.chains.tips()) add_line(lines, 't', {hex(tip)});
        add_ids(lines, 'x', {content.erased.begin(), content.erased.end()});
        add_ids(lines, 'd', {content.redacted.begin(), content.redacted.end()});
        add_ids(lines, 'u', subjects_of(content));
        content.waiting.for_each([&](Change const& change) {
            ((lines += 'p') += change_bytes(change)) += '\n';
        });
        add_parts(out, "m-", lines);
    }

    static bool read_line(char kind, std::string_view line, Content& out) {
        if (kind == 'p') return read_waiting(line, out.waiting);
        Result<Json> const json = read_canonical(line);
        Items const* items = json ? json.value().as_array() : nullptr;
        if (items == nullptr) return false;
        switch (kind) {
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

Parts snapshot_of(Ledger const& ledger) {
    Parts parts;
    Snapshot::add_entities(*ledger.content_, parts);
    Snapshot::add_all_known(*ledger.content_, parts);
    Snapshot::add_rest(*ledger.content_, parts);
    return parts;
}

Result<Ledger> ledger_from(Parts const& parts) {
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
