// How a journal finds out what it has: see the picture in journal.h.

#include <algorithm>
#include <set>
#include <utility>

#include "base/sort.h"
#include "vault/journal.h"
#include "vault/layout.h"

namespace zhitu::vault {

namespace {

bool is_change(Record const& record) {
    return record.type == static_cast<std::uint8_t>(RecordType::change);
}

// The parts as they should be, of those that were found; empty when one is missing or broken.
std::vector<Bytes const*> good_parts(SnapshotEntry const& snapshot,
                                     std::map<std::string, Bytes, std::less<>> const& found) {
    std::vector<Bytes const*> good;
    for (PartEntry const& part : snapshot.parts) {
        auto const file = found.find(part.name);
        bool const is_good = file != found.end() && file->second.size() == part.size &&
                             blake2b(file->second) == part.hash;
        if (!is_good) return {};
        good.push_back(&file->second);
    }
    return good;
}

// A change of a good record that cannot be read is a forged or a newer one.
bool read_changes(SegmentContent const& content, std::vector<Change>& out) {
    bool is_all_read = true;
    for (Record const& record : content.records) {
        if (!is_change(record)) continue;
        Result<Change> change = change_from_bytes(record.payload);
        is_all_read = is_all_read && change.is_ok();
        if (change) out.push_back(std::move(change).value());
    }
    return is_all_read;
}

}  // namespace

Result<Recovered> Journal::open() {
    Result<std::vector<StoredFile>> all = storage_.read_all();
    if (!all) return all.error();
    Files found;
    std::map<std::uint32_t, Bytes> segments;
    for (StoredFile& file : all.value()) {
        std::uint32_t const number = segment_number(file.name);
        bool const is_ours = number != 0 || is_kept_name(file.name) || is_part_name(file.name) ||
                             is_manifest_name(file.name);
        if (is_ours) names_on_disk_.insert(file.name);
        if (number != 0) {
            segments.emplace(number, std::move(file.bytes));
        } else {
            (is_ours ? found : files_).insert_or_assign(std::move(file.name),
                                                        std::move(file.bytes));
        }
    }
    Recovered out;
    choose_manifest(found, out);
    read_snapshot(found, out);
    read_segments(std::move(segments), out);
    is_damaged_ = !out.damaged.empty();
    return out;
}

void Journal::choose_manifest(Files const& found, Recovered& out) {
    std::vector<std::string> broken;
    for (std::uint64_t slot : {0, 1}) {
        auto const file = found.find(manifest_name(slot));
        if (file == found.end()) continue;
        Result<Manifest> manifest = manifest_from_bytes(file->second);
        if (!manifest) {
            bool const is_newer = manifest.error().code == ErrorCode::e_version;
            if (is_newer) newer_version_ = manifest.error().arguments[0];
            broken.push_back(file->first);
        } else if (manifest.value().generation > manifest_.generation) {
            manifest_ = std::move(manifest).value();
        }
    }
    for (Digest const& tip : manifest_.tips) tips_.add_tip(tip);
    // The one before says everything but what the last flush changed.
    out.spare.insert(out.spare.end(), broken.begin(), broken.end());
}

bool Journal::take_parts(SnapshotEntry const& snapshot, Files const& found, Recovered& out) {
    std::vector<Bytes const*> const good = good_parts(snapshot, found);
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string const& name = snapshot.parts[i].name;
        out.parts.emplace(part_label(name), *good[i]);
        parts_.emplace(name, *good[i]);
    }
    return good.size() == snapshot.parts.size();
}

void Journal::read_snapshot(Files const& found, Recovered& out) {
    bool const has_manifest = manifest_.generation != 0;
    bool const has_parts = std::any_of(found.begin(), found.end(), [](auto const& file) {
        return is_part_name(file.first);
    });
    // Without a manifest nobody knows which parts belong together, nor what is cold.
    if (!has_manifest && has_parts) out.damaged.push_back(manifest_name(0));
    if (!take_parts(manifest_.last, found, out)) {
        SnapshotEntry const broken = std::exchange(manifest_.last, manifest_.previous);
        // What it summed is cold, though its parts are no way back any more.
        manifest_.previous = {.through = manifest_.last.through};
        bool const has_way_back =
            !manifest_.last.parts.empty() && take_parts(manifest_.last, found, out);
        // The first snapshot has none before it, but then all segments are still hot.
        bool const is_lost = !has_way_back && manifest_.last.through != 0;
        if (is_lost && take_history(broken, found)) {
            // All it summed is still there as changes.
            manifest_.last = broken;
            out.is_history_needed = true;
        } else {
            is_snapshot_lost_ = is_lost;
        }
        std::vector<std::string>& names = is_snapshot_lost_ ? out.damaged : out.spare;
        for (PartEntry const& part : broken.parts) {
            auto const file = found.find(part.name);
            bool const is_good = file != found.end() && blake2b(file->second) == part.hash;
            if (!is_good) names.push_back(part.name);
        }
    }
    read_history();
    std::erase_if(out.parts, [](auto const& part) {
        return is_history_label(part.first);
    });
}

// The parts that say where the history is; false when one of them is broken, or there is none.
bool Journal::take_history(SnapshotEntry const& snapshot, Files const& found) {
    SnapshotEntry lists;
    for (PartEntry const& part : snapshot.parts) {
        if (is_history_label(part_label(part.name))) lists.parts.push_back(part);
    }
    std::vector<Bytes const*> const good = good_parts(lists, found);
    for (std::size_t i = 0; i < good.size(); ++i) parts_.emplace(lists.parts[i].name, *good[i]);
    return !good.empty();
}

void Journal::read_history() {
    for (auto const& [name, bytes] : parts_) {
        if (!is_history_label(part_label(name))) continue;
        auto const entries = sealed_from_bytes(bytes);
        if (entries) history_.insert(history_.end(), entries->begin(), entries->end());
    }
    sort_list(history_, [](SealedEntry const& a, SealedEntry const& b) {
        return a.number < b.number;
    });
}

void Journal::read_segments(std::map<std::uint32_t, Bytes> found, Recovered& out) {
    std::map<std::uint32_t, Digest> sealed;
    std::set<std::uint32_t> numbers;
    for (SealedEntry const& entry : manifest_.sealed) sealed.emplace(entry.number, entry.hash);
    for (auto const& [number, hash] : sealed) numbers.insert(number);
    for (auto const& [number, bytes] : found) numbers.insert(number);
    if (manifest_.open_number != 0) numbers.insert(manifest_.open_number);
    last_number_ = std::max(manifest_.last.through, numbers.empty() ? 0 : *numbers.rbegin());
    std::uint32_t const last_known =
        std::max(manifest_.open_number, sealed.empty() ? 0 : sealed.rbegin()->first);
    std::uint64_t expected = manifest_.last.through == 0 ? 0 : manifest_.last.through + 1;
    for (std::uint32_t const number : numbers) {
        // Behind what the manifest names, numbers follow each other.
        bool const is_gap = expected > last_known && number > expected;
        if (is_gap) note_missing(static_cast<std::uint32_t>(expected), {}, out);
        expected = std::max<std::uint64_t>(expected, std::uint64_t{number} + 1);
        auto const file = found.find(number);
        auto const entry = sealed.find(number);
        Digest const* hash = entry == sealed.end() ? nullptr : &entry->second;
        if (file == found.end()) {
            note_missing(number, hash ? *hash : Digest{}, out);
        } else if (hash != nullptr || number != last_number_) {
            read_sealed(number, std::move(file->second), hash, out);
        } else {
            read_open(number, std::move(file->second), out);
        }
    }
}

void Journal::note_missing(std::uint32_t number, Digest const& hash, Recovered& out) {
    if (number <= manifest_.last.through) return;  // cold by now: this manifest is the older one
    out.damaged.push_back(segment_name(number));
    segments_[number] = {.is_sealed = true, .is_damaged = true, .hash = hash};
}

// `hash`: as the manifest says; nullptr: it does not know this one, so the seal has to do.
void Journal::read_sealed(std::uint32_t number, Bytes bytes, Digest const* hash, Recovered& out) {
    SegmentContent const content = read_segment(bytes, true);
    Digest const found_hash = sha256(bytes);
    Segment segment{.is_sealed = true, .hash = hash ? *hash : found_hash};
    for (Record const& record : content.records) segment.changes_count += is_change(record);
    std::vector<Change> changes;
    bool const is_readable = read_changes(content, changes);
    bool const is_as_sealed = hash ? *hash == found_hash : content.is_sealed;
    segment.is_damaged = !is_readable || !is_as_sealed;
    bool const is_summed = number <= manifest_.last.through;
    if (segment.is_damaged) {
        (is_summed ? out.spare : out.damaged).push_back(segment_name(number));
        if (hash == nullptr) segment.hash = {};  // never right again by itself
    }
    for (Change& change : changes) {
        tips_.add(change.header, change.hash);
        if (!is_summed) out.changes.push_back(std::move(change));
    }
    segment.bytes = std::move(bytes);
    segments_.insert_or_assign(number, std::move(segment));
}

void Journal::read_open(std::uint32_t number, Bytes bytes, Recovered& out) {
    SegmentContent const content = read_segment(bytes, false);
    if (content.is_sealed) return read_sealed(number, std::move(bytes), nullptr, out);
    Segment segment;
    for (Record const& record : content.records) {
        if (is_change(record)) {
            Result<Change> change = change_from_bytes(record.payload);
            if (!change) break;
            tips_.add(change.value().header, change.value().hash);
            out.changes.push_back(std::move(change).value());
            ++segment.changes_count;
        }
        segment.bytes.append(bytes, segment.bytes.size(), record_size(record.payload.size()));
        ++segment.records_count;
    }
    if (segment.bytes.size() < bytes.size()) {
        torn_number_ = number;
        out.bytes_dropped = bytes.size() - segment.bytes.size();
        kept_.insert_or_assign(kept_name(number), std::move(bytes));
    }
    segments_.insert_or_assign(number, std::move(segment));
}

void Journal::repair() {
    ZT_ASSERT(!is_batch_under_way());
    std::vector<Segment> broken;
    for (auto segment = segments_.begin(); segment != segments_.end();) {
        if (!segment->second.is_damaged) {
            ++segment;
            continue;
        }
        std::string const name = segment_name(segment->first);
        if (names_on_disk_.contains(name)) {
            dirty_.insert(name);  // to be deleted
            kept_.insert_or_assign(kept_name(segment->first), segment->second.bytes);
            dirty_.insert(kept_name(segment->first));
        }
        broken.push_back(std::move(segment->second));
        segment = segments_.erase(segment);
    }
    for (Segment const& segment : broken) write_again(segment);
    if (torn_number_ != 0) seal(torn_number_, segments_.at(torn_number_));
    // A snapshot that could not be read is not needed: all that it held is back as changes.
    if (std::exchange(is_snapshot_lost_, false)) manifest_.last = {};
    is_damaged_ = false;
    is_manifest_dirty_ = true;
}

void Journal::write_again(Segment const& segment) {
    for (Record const& record : read_segment(segment.bytes, true).records) {
        bool const is_readable = is_change(record) && change_from_bytes(record.payload).is_ok();
        if (is_readable) append_bytes(record.payload);
    }
}

std::vector<Change> Journal::hot_changes() const {
    std::vector<Change> changes;
    for (auto const& [number, segment] : segments_) {
        read_changes(read_segment(segment.bytes, true), changes);
    }
    return changes;
}

std::vector<Change> Journal::next_hot_changes(std::uint32_t& number) const {
    std::vector<Change> changes;
    auto const found = segments_.lower_bound(number);
    bool const is_withheld =
        found != segments_.end() && is_batch_under_way() && found->first >= batch_->first;
    number = found == segments_.end() || is_withheld ? 0 : found->first + 1;
    if (number != 0) read_changes(read_segment(found->second.bytes, true), changes);
    return changes;
}

std::vector<Change> changes_in(std::string_view segment) {
    std::vector<Change> changes;
    read_changes(read_segment(segment, true), changes);
    return changes;
}

}  // namespace zhitu::vault
