#pragma once

// The journal: changes as records in segments of at most 64 KiB (storage.md 2.5; the bytes of a
// record are in vault/segment.h).
//
//   p/main/j/00000001   sealed segment   [change][change]…[seal]     never written again
//   p/main/j/00000002   open segment     [change]…                   rewritten by each save
//   p/main/q/00000002   what an open segment was before its torn tail was cut off
//
// Only the last segment may be open. Numbers grow by one; only those of a batch that was cut off
// come back, since a gap would read as loss.
//
// A batch begins in a fresh segment, so that cutting it off is deleting whole segments:
//
//   begin_batch ─append…─▶ commit_batch ─flush─▶ all on disk ─cut_batch, flush─▶ nothing of it
//                      └─▶ abandon_batch: nothing of it was ever sent

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "vault/change.h"
#include "vault/storage.h"

namespace zhitu::vault {

struct Recovered {
    std::vector<Change> changes{};       // in the order they were written
    std::uint64_t bytes_dropped = 0;     // torn tail of the open segment
    std::vector<std::string> damaged{};  // sealed segments with a bad record, or missing: by name
};

// Saved state of the journal; the mark on the screen is drawn from this and from nothing else.
enum class SaveState : std::uint8_t { saved, saving, failed, read_only };

class Journal {
public:
    explicit Journal(Storage& storage) : storage_(storage) {}

    // Reads all segments. Open segment: stops at the first bad record and drops the tail. Sealed:
    // a bad record makes the segment `damaged`; what is readable is used. Nothing is deleted; the
    // first write after a drop seals the good part, keeps the bytes as found under q/ and opens a
    // new segment, all in one flush. Errors: those of Storage::read_all. To be called once, first.
    Result<Recovered> open();

    // Adds to the open segment (a full one is sealed, a new one begun). Nothing is written yet.
    // Requires change_bytes(change).size() <= limits::change_bytes_max.
    void append(Change const& change);

    // What is appended from here to commit_batch is withheld from every flush. Requires no batch
    // under way.
    void begin_batch();
    // Hands the whole batch to the next flush. Requires a batch under way.
    void commit_batch();
    // Forgets what was appended since begin_batch. Requires a batch under way.
    void abandon_batch();
    // The last committed batch, with nothing appended behind it, can be cut off.
    bool is_batch_last() const;
    // Deletes its segments in the next flush. Requires is_batch_last().
    void cut_batch();

    // The segments as they stand: on disk, under way or still to be sent; a batch under way is not
    // among them. By name. Cost: a copy of the bytes.
    std::vector<StoredFile> files() const;

    // Sends what is dirty, at most one flush at a time; asked while one is under way, the next
    // follows its answer. Nothing dirty, nothing sent; nothing while another tab is the writer.
    void flush();
    // Takes the storage's answers; after a failure the segments stay dirty and the next flush
    // (explicit, by retry or a new change) sends them again.
    void pump();

    // saving: something is not on disk yet. failed: the last flush was refused and none is under
    // way. saved: all that was appended and put is acknowledged.
    SaveState state() const;
    Error const* last_error() const;      // of SaveState::failed; nullptr otherwise
    std::uint64_t saved_changes() const;  // acknowledged this session, and not cut off since

    // Deletes every segment, kept tails included, and begins anew; changes not yet sent are
    // forgotten, files stay. Sends one flush (the next, if one is under way).
    void clear();

    // A small file beside the journal (device settings), in the next flush. Requires a name that
    // the storage takes, outside p/main/j/ and p/main/q/.
    void put_file(std::string name, Bytes bytes);
    Bytes const* file(std::string_view name) const;  // as read at open or put since

private:
    struct Segment {
        Bytes bytes{};
        std::uint32_t records_count = 0;
        std::uint32_t changes_count = 0;  // a newer version's records are not changes
        bool is_sealed = false;
    };
    using Dirty = std::set<std::string, std::less<>>;
    // The last batch: its segments are those from `first` on.
    struct Batch {
        std::uint32_t first = 0;
        std::uint64_t appended_before = 0;  // as appended_ at its begin and its end
        std::uint64_t appended_after = 0;
        bool is_under_way = true;
        Dirty withheld{};  // until it is committed
    };

    void read_segments(std::map<std::uint32_t, Bytes> found, Recovered& out);
    void read_open(std::uint32_t number, Bytes bytes, Recovered& out);
    Segment& segment_for(std::size_t payload_size);
    void seal(std::uint32_t number, Segment& segment);
    void mark_dirty(std::uint32_t number);
    bool is_batch_under_way() const { return batch_ && batch_->is_under_way; }
    void forget_batch();
    FlushRequest request_of_dirty() const;
    Bytes const* bytes_of(std::string const& name) const;
    void settle(FlushAnswer const& answer);
    void forget_under_way();

    Storage& storage_;
    std::map<std::uint32_t, Segment> segments_{};  // all; only the last is ever open
    std::map<std::string, Bytes, std::less<>> files_{};
    std::map<std::string, Bytes, std::less<>> kept_{};  // for q/, until on disk
    std::set<std::string> names_on_disk_{};  // segments and kept tails that are or may be there
    Dirty dirty_{};      // names to put, or to delete when we hold no bytes
    Dirty under_way_{};  // the names of the flush under way
    std::optional<Batch> batch_{};
    std::uint32_t last_number_ = 0;
    std::uint32_t torn_number_ = 0;  // of the open segment, if it had a bad record: not to be
                                     // written on
    bool is_flush_wanted_ = false;
    std::uint64_t next_ticket_ = 1;
    std::uint64_t ticket_under_way_ = 0;  // 0: none
    std::uint64_t appended_ = 0;
    std::uint64_t appended_under_way_ = 0;
    std::uint64_t saved_ = 0;
    std::optional<Error> error_{};
};

}  // namespace zhitu::vault
