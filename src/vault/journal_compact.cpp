// Snapshots: so that opening reads the sum and not the whole history.

#include <algorithm>
#include <utility>

#include "base/json.h"
#include "base/limits.h"
#include "vault/journal.h"
#include "vault/layout.h"

namespace zhitu::vault {

namespace {

Bytes history_bytes(std::vector<SealedEntry> const& history, std::size_t first) {
    Json::Array list;
    std::size_t const last =
        std::min(history.size(), first + limits::history_part_segments_max);
    for (std::size_t i = first; i < last; ++i) {
        list.emplace_back(Json::Array{Json(static_cast<std::int64_t>(history[i].number)),
                                      Json(static_cast<std::int64_t>(history[i].changes_count)),
                                      Json(to_hex(history[i].hash))});
    }
    return to_canonical(Json(std::move(list)));
}

}  // namespace

bool Journal::may_compact() const {
    return storage_.can_read() && storage_.is_writer() && !is_damaged_ && !is_newer() &&
           !is_batch_under_way() && unproven_.empty() && !compaction_;
}

bool Journal::wants_compaction() const {
    if (!may_compact()) return false;
    std::size_t bytes = 0;
    std::size_t changes = 0;
    for (auto segment = segments_.upper_bound(manifest_.last.through); segment != segments_.end();
         ++segment) {
        bytes += segment->second.bytes.size();
        changes += segment->second.changes_count;
    }
    return bytes > limits::compact_bytes || changes > limits::compact_changes;
}

void Journal::begin_compaction() {
    ZT_ASSERT(may_compact());
    compaction_.emplace();
    compaction_->generation = manifest_.generation + 1;
    compaction_->history = history_;
    cold_read_.clear();
}

void Journal::put_cold(SealedEntry const& entry, Bytes bytes) {
    std::string name = cold_name(entry.hash);
    unproven_.insert_or_assign(name, entry.hash);
    compaction_->put.insert(name);
    dirty_.insert(name);
    kept_.insert_or_assign(std::move(name), std::move(bytes));
}

bool Journal::step_cold() {
    auto const next = segments_.lower_bound(compaction_->next_cold);
    if (next == segments_.end() || next->first > manifest_.last.through) return false;
    auto const& [number, segment] = *next;
    compaction_->next_cold = number + 1;
    if (segment.is_damaged) return true;
    SealedEntry const entry{number, segment.changes_count, segment.hash};
    put_cold(entry, segment.bytes);
    compaction_->history.push_back(entry);
    return true;
}

// They leave the hot files. What is not as sealed goes to q/ instead.
void Journal::remove_cold_segments() {
    while (!segments_.empty() && segments_.begin()->first <= manifest_.last.through) {
        auto const [number, segment] = std::move(*segments_.begin());
        segments_.erase(segments_.begin());
        dirty_.insert(segment_name(number));  // to be deleted
        if (!segment.is_damaged) continue;
        kept_.insert_or_assign(kept_name(number), segment.bytes);
        dirty_.insert(kept_name(number));
    }
}

void Journal::add_part(std::string_view label, Bytes bytes) {
    PartEntry entry{.size = bytes.size(), .hash = blake2b(bytes)};
    auto const old = std::find_if(
        manifest_.last.parts.begin(), manifest_.last.parts.end(), [&](PartEntry const& part) {
            return part_label(part.name) == label && part.hash == entry.hash &&
                   parts_.contains(part.name);
        });
    bool const is_same = old != manifest_.last.parts.end();
    entry.name = is_same ? old->name : part_name(compaction_->generation, label);
    if (!is_same) {
        dirty_.insert(entry.name);
        compaction_->put.insert(entry.name);
        unproven_.insert_or_assign(entry.name, entry.hash);
    }
    compaction_->parts.insert_or_assign(entry.name, std::move(bytes));
    compaction_->snapshot.parts.push_back(std::move(entry));
}

void Journal::end_parts(Digest const& state) {
    ZT_ASSERT(compaction_ && !is_batch_under_way());
    auto const open = segments_.find(last_number_);
    if (open != segments_.end() && !open->second.is_sealed) seal(last_number_, open->second);
    batch_.reset();  // its changes are in the snapshot: it cannot be cut off any more
    compaction_->snapshot.through = last_number_;
    compaction_->snapshot.state = state;
}

void Journal::finish_compaction() {
    ZT_ASSERT(compaction_ && !compaction_->is_wrong);
    remove_cold_segments();
    history_ = compaction_->history;
    for (std::size_t i = 0; i < history_.size(); i += limits::history_part_segments_max) {
        std::size_t const number = i / limits::history_part_segments_max;
        add_part("h" + std::to_string(number), history_bytes(history_, i));
    }
    // Deleted when the new parts are proven, unless one of the two snapshots still has them.
    for (std::string const& name : names_on_disk_) {
        if (is_part_name(name)) obsolete_.insert(name);
    }
    dirty_.insert(compaction_->replaced.begin(), compaction_->replaced.end());
    manifest_.previous = std::exchange(manifest_.last, std::move(compaction_->snapshot));
    if (!compaction_->has_way_back) manifest_.previous.parts.clear();
    parts_ = std::move(compaction_->parts);
    for (SnapshotEntry const* kept : {&manifest_.last, &manifest_.previous}) {
        for (PartEntry const& part : kept->parts) obsolete_.erase(part.name);
    }
    is_snapshot_lost_ = false;
    is_manifest_dirty_ = true;
    compaction_.reset();
    flush();
}

void Journal::abandon_compaction() {
    if (!compaction_) return;
    for (std::string const& name : compaction_->put) {
        kept_.erase(name);
        unproven_.erase(name);
        dirty_.insert(name);  // to be deleted
    }
    // A history that has the file already keeps it.
    for (SealedEntry const& entry : history_) dirty_.erase(cold_name(entry.hash));
    compaction_.reset();
}

void Journal::compact(Parts const& parts, Digest const& state) {
    begin_compaction();
    while (step_cold()) {
    }
    for (auto const& [label, bytes] : parts) add_part(label, bytes);
    end_parts(state);
    finish_compaction();
}

// The bytes without what had to go, and their hash.
Digest Journal::drop_bodies(Bytes& bytes, bool is_sealed, IsDropped const& is_dropped) const {
    Bytes kept;
    std::uint32_t number = 0;
    std::uint64_t changes_count = 0;
    bool is_changed = false;
    for (Record const& record : read_segment(bytes, false).records) {
        if (record.type == static_cast<std::uint8_t>(RecordType::seal)) continue;
        Bytes payload(record.payload);
        if (record.type == static_cast<std::uint8_t>(RecordType::change)) {
            ++changes_count;
            Result<Change> change = change_from_bytes(payload);
            bool const is_hit = change && change.value().body && is_dropped(change.value().id());
            if (is_hit) {
                change.value().body.reset();
                payload = change_bytes(change.value());
            }
            is_changed = is_changed || is_hit;
        }
        append_record(kept, static_cast<RecordType>(record.type), number++, payload);
    }
    if (is_changed && is_sealed) append_seal(kept, number, changes_count);
    if (is_changed) bytes = std::move(kept);
    return sha256(bytes);
}

std::uint32_t Journal::drop_hot_bodies(std::uint32_t number, IsDropped const& is_dropped) {
    ZT_ASSERT(compaction_ && !is_batch_under_way());
    auto const found = segments_.lower_bound(number);
    if (found == segments_.end()) return 0;
    Segment& segment = found->second;
    if (segment.is_damaged) return found->first + 1;
    Digest const hash = drop_bodies(segment.bytes, segment.is_sealed, is_dropped);
    if (segment.is_sealed && hash != segment.hash) {
        segment.hash = hash;
        mark_dirty(found->first);
        is_manifest_dirty_ = true;
    } else if (!segment.is_sealed) {
        mark_dirty(found->first);
    }
    return found->first + 1;
}

void Journal::drop_cold_bodies(std::size_t index, std::string_view bytes,
                               IsDropped const& is_dropped) {
    SealedEntry& entry = compaction_->history[index];
    Bytes kept(bytes);
    Digest const hash = drop_bodies(kept, true, is_dropped);
    if (hash == entry.hash) return;
    compaction_->replaced.insert(cold_name(entry.hash));
    entry.hash = hash;
    put_cold(entry, std::move(kept));
}

void Journal::forget_way_back() { compaction_->has_way_back = false; }

// What is on disk is what was sent: only then the snapshot before may go. If not, both stay, and
// opening finds out.
void Journal::check_read_back(ReadAnswer const& answer) {
    auto const expected = unproven_.find(answer.name);
    if (expected == unproven_.end()) {
        if (is_cold_name(answer.name)) cold_read_.push_back(answer);
        return;
    }
    bool const is_part = is_part_name(answer.name);
    bool const is_right = answer.bytes && (is_part ? blake2b(*answer.bytes)
                                                   : sha256(*answer.bytes)) == expected->second;
    unproven_.erase(expected);
    if (!is_right) obsolete_.clear();
    if (compaction_) compaction_->is_wrong = compaction_->is_wrong || !is_right;
    delete_obsolete();
}

void Journal::delete_obsolete() {
    if (!unproven_.empty() || compaction_) return;
    dirty_.merge(obsolete_);
    obsolete_.clear();
}

std::optional<ReadAnswer> Journal::poll_cold() {
    if (cold_read_.empty()) return std::nullopt;
    ReadAnswer answer = std::move(cold_read_.front());
    cold_read_.pop_front();
    bool const is_right = answer.bytes && cold_name(sha256(*answer.bytes)) == answer.name;
    if (!is_right) answer.bytes.reset();
    return answer;
}

// Files that nothing names yet: nobody waits for them to be saved.
bool Journal::is_quiet(Dirty const& names) const {
    return std::all_of(names.begin(), names.end(), [](std::string const& name) {
        return is_part_name(name) || is_cold_name(name);
    });
}

}  // namespace zhitu::vault
