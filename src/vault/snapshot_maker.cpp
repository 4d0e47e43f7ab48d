// The writing half of vault/snapshot.h.

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "vault/ledger_content.h"
#include "vault/snapshot.h"

namespace zhitu::vault {

namespace {

constexpr std::size_t known_per_step = limits::snapshot_part_bytes_max / known_bytes;
constexpr std::size_t entities_per_step = 64;
constexpr std::size_t prefix_digits_max = 3;
constexpr std::size_t value_bytes_about = 120;  // of a line

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

void append_u64(Bytes& out, std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

void add_known(Bytes& out, SummedChange const& change) {
    out.append(reinterpret_cast<char const*>(change.hash.data()), change.hash.size());
    out.append(reinterpret_cast<char const*>(change.writer.data()), change.writer.size());
    append_u64(out, change.sequence);
    out.push_back(change.has_body ? 1 : 0);
}

// How many values an entity has: what its lines take goes with it.
std::size_t values_count(Entity const& entity) {
    std::size_t count = 1 + entity.events.size();
    for (auto const& [field, values] : entity.registers) count += values.size();
    for (auto const& [field, elements] : entity.sets) count += 2 * elements.size();
    return count;
}

// As few as make parts of half the maximum on average.
std::size_t prefix_digits(std::size_t bytes) {
    std::size_t digits = 0;
    while (digits < prefix_digits_max && bytes > limits::snapshot_part_bytes_max / 2) {
        bytes /= 16;
        ++digits;
    }
    return digits;
}

}  // namespace

SnapshotMaker::SnapshotMaker(Ledger const& ledger)
    : content_(*ledger.content_), known_(content_.summed.size() + content_.changes.size()) {
    subjects_.insert(content_.summed_subjects.begin(), content_.summed_subjects.end());
    std::size_t values = 0;
    for (auto const& [key, state] : content_.entities) {
        values += values_count(state.merge.entity());
    }
    std::size_t const digits = prefix_digits(values * value_bytes_about);
    for (auto const& [key, state] : content_.entities) {
        entities_.push_back(key);
        groups_[to_hex(std::span(key.id).first(2)).substr(0, digits)].push_back(key);
    }
    next_group_ = groups_.begin();
    if (entities_.empty()) digest_ = hash_.finish();
}

Parts SnapshotMaker::step() {
    ZT_ASSERT(!is_done_);
    Parts parts;
    if (next_entity_ < entities_.size()) {
        hash_entities();
    } else if (next_group_ != groups_.end()) {
        add_group(parts);
    } else if (next_known_ < known_) {
        add_known_part(parts);
    } else {
        add_rest(parts);
        is_done_ = true;
    }
    return parts;
}

void SnapshotMaker::hash_entities() {
    std::size_t const end = std::min(entities_.size(), next_entity_ + entities_per_step);
    for (; next_entity_ < end; ++next_entity_) {
        EntityKey const& key = entities_[next_entity_];
        Entity const& entity = content_.entities.at(key).merge.entity();
        if (entity.has_content()) hash_.add(std::string_view(canonical_entity(key, entity)));
    }
    if (next_entity_ == entities_.size()) digest_ = hash_.finish();
}

void SnapshotMaker::add_group(Parts& parts) {
    std::string lines;
    for (EntityKey const& key : next_group_->second) {
        lines += entity_lines(key, content_.entities.at(key).merge);
    }
    add_parts(parts, "e" + next_group_->first + "-", lines);
    ++next_group_;
}

void SnapshotMaker::add_known_part(Parts& parts) {
    Bytes& part = known_part_;
    std::size_t const end = std::min(known_, next_known_ + known_per_step);
    for (; next_known_ < end && part.size() < known_per_step * known_bytes; ++next_known_) {
        if (next_known_ < content_.summed.size()) {
            add_known(part, content_.summed[next_known_]);
            continue;
        }
        Change const& change = content_.at(next_known_);
        note_subjects(change);
        if (content_.late.contains(change.id())) continue;  // among them already
        add_known(part, {change.hash, change.header.writer, change.header.sequence,
                         change.body.has_value()});
    }
    bool const is_full = part.size() == known_per_step * known_bytes || next_known_ == known_;
    if (is_full && !part.empty()) {
        parts.emplace(numbered("k", known_parts_count_++), std::exchange(part, {}));
    }
}

void SnapshotMaker::note_subjects(Change const& change) {
    if (!change.body) return;
    for (Op const& op : change.body->ops) {
        if (op.subject != RawId{}) subjects_.insert(op.subject);
    }
}

void SnapshotMaker::add_rest(Parts& parts) {
    std::string lines(snapshot_schema);
    auto const add_ids = [&](char kind, std::set<RawId> const& ids) {
        for (RawId const& id : ids) add_line(lines, kind, {text(id)});
    };
    for (auto const& [writer, head] : content_.chains.heads()) {
        add_line(lines, 'h', {text(writer), integer(head.sequence), hex(head.hash)});
    }
    for (auto const& [key, split] : content_.chains.splits()) {
        add_line(lines, 'f', {text(key.first), hex(key.second), integer(split.sequence),
                              integer(split.branches_count)});
    }
    for (Digest const& tip : content_.chains.tips()) add_line(lines, 't', {hex(tip)});
    add_ids('x', {content_.erased.begin(), content_.erased.end()});
    add_ids('d', {content_.redacted.begin(), content_.redacted.end()});
    add_ids('u', subjects_);
    content_.waiting.for_each([&](Change const& change) {
        ((lines += 'p') += change_bytes(change)) += '\n';
    });
    add_parts(parts, "m-", lines);
}

Parts snapshot_of(Ledger const& ledger) {
    Parts parts;
    for (SnapshotMaker maker(ledger); !maker.is_done();) parts.merge(maker.step());
    return parts;
}

}  // namespace zhitu::vault
