#pragma once

// The journal: changes as records in segments of at most 64 KiB (storage.md 2.5; the bytes of a
// record are in vault/segment.h).
//
//   p/main/j/00000001   sealed segment   [change][change]…[seal]     never written again
//   p/main/j/00000002   open segment     [change]…                   rewritten by each save
//   p/main/q/00000002   what an open segment was before its torn tail was cut off
//   p/main/man.a, .b    what has to be there (vault/manifest.h), written when that changes
//
// Only the last segment may be open. Numbers grow by one; only those of a batch that was cut off
// come back, since a gap would read as loss.
//
// Opening takes the newest whole manifest; without one, what the segments themselves say. The open
// segment ends at its first bad record: what was behind it was never confirmed. A sealed one that
// is not as sealed is damage: everything readable is used, nothing is written into its place, and a
// colleague's copy of the changes mends it. Opening changes no byte; nothing broken is deleted.
//
//   ──compact──▶   snapshot 1 ─ segments ─┬▶ snapshot 2 ─ segments ─┬▶ snapshot 3 ─ open segment
//                  cold by now            still hot: the way back when snapshot 3 is broken
//
// No program compacts yet: the page's storage cannot read cold files (Storage::can_read), and
// app::Store loads no snapshot.
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

#include "vault/chains.h"
#include "vault/change.h"
#include "vault/manifest.h"
#include "vault/segment.h"
#include "vault/storage.h"

namespace zhitu::vault {

struct Recovered {
    Parts parts{};                       // of the snapshot; empty: there is none
    std::vector<Change> changes{};       // behind the snapshot, in the order they were written
    std::uint64_t bytes_dropped = 0;     // torn tail of the open segment
    std::vector<std::string> damaged{};  // what is missing or broken and was needed: by name
    std::vector<std::string> spare{};    // what is broken, but stood there twice: nothing is lost
};

// Saved state of the journal; the mark on the screen is drawn from this and from nothing else.
enum class SaveState : std::uint8_t { saved, saving, failed, read_only };

// The readable changes of a segment's bytes.
std::vector<Change> changes_in(std::string_view segment);

class Journal {
public:
    explicit Journal(Storage& storage) : storage_(storage) {}

    // To be called once, first. Errors: those of Storage::read_all.
    Result<Recovered> open();
    // Something was needed and is broken, or was written by a newer version: what is here can be
    // read, and changes may be brought back, but nothing new should be written.
    bool is_damaged() const { return is_damaged_; }
    bool is_newer() const { return !newer_version_.empty(); }
    std::string const& newer_version() const { return newer_version_; }
    // The whole history was read, and it does not reach all tips().
    void mark_damaged() { is_damaged_ = true; }
    // The ends of all chains that were ever here. Whoever has accepted them has everything back.
    std::set<Digest> const& tips() const { return tips_.all(); }
    // Everything is back: keeps what is broken under q/, a torn tail too, writes what could be read
    // of it anew.
    // Requires that the ledger of these changes has accepted all tips(), and no batch under way.
    void repair();

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

    // Manifest, snapshot and segments as they stand: on disk, under way or still to be sent; a
    // batch under way is not among them. By name. Cost: a copy of the bytes.
    std::vector<StoredFile> files() const;

    // So much was sealed since the snapshot that opening would be faster with a new one; false
    // where storage cannot read single files.
    bool wants_compaction() const;
    // Writes the sum of everything appended so far as a new snapshot: only parts that changed are
    // put. What the snapshot before the last made unnecessary becomes cold. All in one flush; its
    // parts are read back, and only when they are right the snapshot before goes, in a later one.
    // Requires may_compact().
    void compact(Parts parts);
    bool may_compact() const;
    // Where the whole history is: cold segments, to be read one by one by their cold_name, and what
    // is still hot. Together every change that a snapshot summed.
    std::vector<SealedEntry> const& history() const { return history_; }
    std::vector<Change> hot_changes() const;

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
    // Appended and not acknowledged, while saving does not succeed: from the first refusal until a
    // flush is acknowledged; 0 otherwise.
    std::uint64_t refused_changes() const { return error_ ? appended_ - saved_ : 0; }

    // Deletes every file of the journal, cold and kept ones included, and begins anew; changes not
    // yet sent are forgotten, files stay. Sends one flush (the next, if one is under way).
    void clear();

    // A small file beside the journal (device settings), in the next flush. Requires a name that
    // the storage takes, none of vault/layout.h.
    void put_file(std::string name, Bytes bytes);
    Bytes const* file(std::string_view name) const;  // as read at open or put since

private:
    struct Segment {
        Bytes bytes{};
        std::uint32_t records_count = 0;
        std::uint32_t changes_count = 0;  // a newer version's records are not changes
        bool is_sealed = false;
        bool is_damaged = false;  // not as it was sealed; without bytes: missing
        Digest hash{};            // of a sealed one, as it should be
    };
    using Dirty = std::set<std::string, std::less<>>;
    using Files = std::map<std::string, Bytes, std::less<>>;
    // The last batch: its segments are those from `first` on.
    struct Batch {
        std::uint32_t first = 0;
        std::uint64_t appended_before = 0;  // as appended_ at its begin and its end
        std::uint64_t appended_after = 0;
        bool is_under_way = true;
        Dirty withheld{};  // until it is committed
        Tips tips_before{};
    };

    // journal_open.cpp
    void choose_manifest(Files const& found, Recovered& out);
    void read_snapshot(Files const& found, Recovered& out);
    bool take_parts(SnapshotEntry const& snapshot, Files const& found, Recovered& out);
    void read_history();
    void read_segments(std::map<std::uint32_t, Bytes> found, Recovered& out);
    void read_sealed(std::uint32_t number, Bytes bytes, Digest const* hash, Recovered& out);
    void read_open(std::uint32_t number, Bytes bytes, Recovered& out);
    void note_missing(std::uint32_t number, Digest const& hash, Recovered& out);
    void write_again(Segment const& segment);

    // journal_compact.cpp
    void make_cold(std::uint32_t through);
    SnapshotEntry put_parts(Parts const& parts);
    void check_read_back(ReadAnswer const& answer);

    Segment& segment_for(std::size_t payload_size);
    void append_bytes(std::string_view payload);
    void seal(std::uint32_t number, Segment& segment);
    void mark_dirty(std::uint32_t number);
    bool is_batch_under_way() const { return batch_ && batch_->is_under_way; }
    void forget_batch();
    Manifest manifest_now() const;
    FlushRequest request_of_dirty() const;
    Bytes const* bytes_of(std::string const& name) const;
    void settle(FlushAnswer const& answer);
    void forget_under_way();

    Storage& storage_;
    std::map<std::uint32_t, Segment> segments_{};  // all hot ones; only the last is ever open
    Files files_{};
    Files kept_{};                           // for q/ and cold/, until on disk
    Files parts_{};                          // of the last snapshot, by name
    std::vector<SealedEntry> history_{};     // cold segments
    std::set<std::string> names_on_disk_{};  // of the journal, that are or may be there
    Dirty dirty_{};      // names to put, or to delete when we hold no bytes
    Dirty under_way_{};  // the names of the flush under way
    std::optional<Batch> batch_{};
    Manifest manifest_{};  // generation and snapshots; the rest is said by manifest_now()
    Tips tips_{};
    bool is_manifest_dirty_ = false;
    bool is_manifest_under_way_ = false;
    bool is_damaged_ = false;
    std::string newer_version_{};
    bool is_snapshot_lost_ = false;
    std::map<std::string, Digest> unproven_{};  // written by a compaction, not yet read back
    Dirty obsolete_{};                          // parts to delete when all are proven
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
