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
           !is_batch_under_way() && unproven_.empty();
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

void Journal::compact(Parts parts) {
    ZT_ASSERT(may_compact());
    auto const open = segments_.find(last_number_);
    if (open != segments_.end() && !open->second.is_sealed) seal(last_number_, open->second);
    batch_.reset();  // its changes are in the snapshot: it cannot be cut off any more
    make_cold(manifest_.last.through);
    for (std::size_t i = 0; i < history_.size(); i += limits::history_part_segments_max) {
        std::size_t const number = i / limits::history_part_segments_max;
        parts.insert_or_assign("h" + std::to_string(number), history_bytes(history_, i));
    }
    SnapshotEntry snapshot = put_parts(parts);
    // Deleted when the new parts are proven, unless one of the two snapshots still has them.
    for (std::string const& name : names_on_disk_) {
        if (is_part_name(name)) obsolete_.insert(name);
    }
    manifest_.previous = std::exchange(manifest_.last, std::move(snapshot));
    for (SnapshotEntry const* kept : {&manifest_.last, &manifest_.previous}) {
        for (PartEntry const& part : kept->parts) obsolete_.erase(part.name);
    }
    is_manifest_dirty_ = true;
    flush();
}

// Sealed segments up to `through` leave the hot files. What is not as sealed goes to q/ instead.
void Journal::make_cold(std::uint32_t through) {
    while (!segments_.empty() && segments_.begin()->first <= through) {
        auto const [number, segment] = std::move(*segments_.begin());
        segments_.erase(segments_.begin());
        dirty_.insert(segment_name(number));  // to be deleted
        std::string name = kept_name(number);
        if (!segment.is_damaged) {
            name = cold_name(segment.hash);
            unproven_.insert_or_assign(name, segment.hash);
            history_.push_back({number, segment.changes_count, segment.hash});
        }
        kept_.insert_or_assign(name, segment.bytes);
        dirty_.insert(std::move(name));
    }
}

// A part with the bytes of before keeps its file.
SnapshotEntry Journal::put_parts(Parts const& parts) {
    std::map<std::string_view, PartEntry const*> before;
    for (PartEntry const& part : manifest_.last.parts) {
        before.emplace(std::string_view(part.name).substr(part.name.rfind('.') + 1), &part);
    }
    SnapshotEntry snapshot{.through = last_number_};
    Files files;
    for (auto const& [label, bytes] : parts) {
        PartEntry entry{.size = bytes.size(), .hash = sha256(bytes)};
        auto const old = before.find(label);
        bool const is_same = old != before.end() && old->second->hash == entry.hash;
        entry.name = is_same ? old->second->name : part_name(manifest_.generation + 1, label);
        if (!is_same) {
            dirty_.insert(entry.name);
            unproven_.insert_or_assign(entry.name, entry.hash);
        }
        files.insert_or_assign(entry.name, bytes);
        snapshot.parts.push_back(std::move(entry));
    }
    parts_ = std::move(files);
    return snapshot;
}

// What is on disk is what was sent: only then the snapshot before may go. If not, both stay, and
// opening finds out.
void Journal::check_read_back(ReadAnswer const& answer) {
    auto const expected = unproven_.find(answer.name);
    if (expected == unproven_.end()) return;
    bool const is_right = answer.bytes && sha256(*answer.bytes) == expected->second;
    unproven_.erase(expected);
    if (!is_right) obsolete_.clear();
    if (!unproven_.empty()) return;
    dirty_.merge(obsolete_);
    obsolete_.clear();
}

}  // namespace zhitu::vault
