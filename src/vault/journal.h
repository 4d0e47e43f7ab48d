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
// A batch begins in a fresh segment, so that cutting it off is deleting whole segments:
//
//   begin_batch ─append…─▶ commit_batch ─flush─▶ all on disk ─cut_batch, flush─▶ nothing of it
//                      └─▶ abandon_batch: nothing of it was ever sent

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "vault/chains.h"
#include "vault/change.h"
#include "vault/layout.h"
#include "vault/journal_content.h"
#include "vault/segment.h"
#include "vault/storage.h"

namespace zhitu::vault {

struct Recovered {
    Parts parts{};                       // of the snapshot; empty: there is none
    std::vector<Change> changes{};       // behind the snapshot, in the order they were written
    std::uint64_t bytes_dropped = 0;     // torn tail of the open segment
    std::vector<std::string> damaged{};  // what is missing or broken and was needed: by name
    std::vector<std::string> spare{};    // what is broken, but stood there twice: nothing is lost
    bool is_history_needed = false;      // the snapshots are broken, and nothing else: history()
};

// Saved state of the journal; the mark on the screen is drawn from this and from nothing else.
enum class SaveState : std::uint8_t { saved, saving, failed, read_only };

// The readable changes of a segment's bytes.
std::vector<Change> changes_in(std::string_view segment);

class Journal : JournalContent {
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
    // Everything is back: keeps what is broken under q/, a torn tail too, writes the rest anew.
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

    // --- Compaction (journal_compact.cpp): the sum of everything as a new snapshot, in steps.
    //
    //   begin ─▶ step_cold, while true ─▶ add_part… ─▶ end_parts ─▶ finish ─▶ read back ─▶ the
    //        └─▶ abandon, at any time                                          snapshot before goes
    //
    // What is put before finish is named by nothing yet, so it may go to disk piece by piece. The
    // flush of finish makes it count, all at once.

    // So much was sealed since the snapshot that opening would be faster with a new one.
    bool wants_compaction() const;
    bool may_compact() const;
    // Requires may_compact().
    void begin_compaction();
    bool is_compacting() const { return compaction_.has_value(); }
    // Something of it was read back other than it was sent: it has to be abandoned.
    bool is_compaction_wrong() const { return compaction_ && compaction_->is_wrong; }
    // Copies one more segment that the snapshot made unnecessary to its cold file.
    bool step_cold();
    // A part with the bytes of before keeps its file. Cost: O(bytes), a hash.
    void add_part(std::string_view label, Bytes bytes);
    // Everything appended before this call is in the parts; `state` is the hash of the ledger.
    // Requires no batch under way.
    void end_parts(Digest const& state);
    void finish_compaction();
    void abandon_compaction();
    // All of it in one flush. Requires may_compact().
    void compact(Parts const& parts, Digest const& state = {});

    // Bodies that the ledger dropped leave the disk: with the finish of this compaction in segments
    // and cold files, once it is read back in the snapshots before (nothing of those is kept as way
    // back). What was kept broken under q/ stays as it is. `is_dropped` says whose.
    using IsDropped = std::function<bool(RawId const& change)>;
    // Looks through the hot segments from `number` on, and gives the number behind those it did;
    // 0: all done. Requires is_compacting(), no batch under way.
    std::uint32_t drop_hot_bodies(std::uint32_t number, IsDropped const& is_dropped);
    // The same for cold file `index` of history(), whose bytes were read.
    void drop_cold_bodies(std::size_t index, std::string_view bytes, IsDropped const& is_dropped);
    void forget_way_back();

    // Where the whole history is: cold segments, to be read one by one by their cold_name, and what
    // is still hot. Together every change that a snapshot summed.
    std::vector<SealedEntry> const& history() const { return history_; }
    // Asks for a cold file; the answer comes through poll_cold, with bytes only if they are right.
    // Requires no compaction whose files are not read back yet (is_proving).
    void read_cold(std::size_t index) { storage_.read(cold_name(history_[index].hash)); }
    std::optional<ReadAnswer> poll_cold();
    bool is_proving() const { return !unproven_.empty(); }
    std::vector<Change> hot_changes() const;
    // Changes of the first hot segment from `number` on, which becomes the one behind it; a batch
    // under way is not among them. 0: there was none.
    std::vector<Change> next_hot_changes(std::uint32_t& number) const;
    // Hash of the ledger that the snapshot sums; zeros: none was noted.
    Digest const& snapshot_state() const { return manifest_.last.state; }

    // Sends what is dirty, at most one flush at a time; asked while one is under way, the next
    // follows its answer. Nothing dirty, nothing sent; nothing while another tab is the writer.
    void flush();
    // Takes the storage's answers; after a failure the segments stay dirty and the next flush
    // (explicit, by retry or a new change) sends them again.
    void pump();

    // saving: something is not on disk yet. failed: the last flush was refused and none is under
    // way. saved: all that was appended and put is acknowledged.
    SaveState state() const;
    bool is_flush_under_way() const { return ticket_under_way_ != 0; }
    bool is_flush_due() const { return is_manifest_dirty_ || !is_quiet(dirty_); }
    std::size_t unsent_bytes() const;  // here and in is_idle a compaction's files count too
    bool is_idle() const { return !is_flush_under_way() && dirty_.empty() && !is_manifest_dirty_; }
    Error const* last_error() const;      // of SaveState::failed; nullptr otherwise
    bool was_refused() const { return error_.has_value(); }  // the last flush, whatever it sent
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
    // journal_open.cpp
    void choose_manifest(Files const& found, Recovered& out);
    void read_snapshot(Files const& found, Recovered& out);
    bool take_parts(SnapshotEntry const& snapshot, Files const& found, Recovered& out);
    bool take_history(SnapshotEntry const& snapshot, Files const& found);
    void read_history();
    void read_segments(std::map<std::uint32_t, Bytes> found, Recovered& out);
    void read_sealed(std::uint32_t number, Bytes bytes, Digest const* hash, Recovered& out);
    void read_open(std::uint32_t number, Bytes bytes, Recovered& out);
    void note_missing(std::uint32_t number, Digest const& hash, Recovered& out);
    void write_again(Segment const& segment);

    // journal_compact.cpp
    void put_cold(SealedEntry const& entry, Bytes bytes);
    void remove_cold_segments();
    Digest drop_bodies(Bytes& bytes, bool is_sealed, IsDropped const& is_dropped) const;
    void check_read_back(ReadAnswer const& answer);
    void delete_obsolete();
    bool is_quiet(Dirty const& names) const;

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
    std::optional<Compaction> compaction_{};
    std::deque<ReadAnswer> cold_read_{};
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
