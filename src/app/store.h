#pragma once

// The store: commands in, changes out, state between.
//
//   dispatch(command) ─decide─▶ ops ─seal─▶ change ─┬▶ ledger ─touched entities─▶ areas' apply
//                                                   └▶ journal ─▶ storage ─answers─▶ save mark

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/state.h"
#include "app/store_work.h"
#include "app/undo_stack.h"
#include "base/env.h"
#include "vault/journal.h"
#include "vault/ledger.h"

namespace zhitu::app {

struct OpenReport {
    std::uint64_t changes_count = 0;
    std::uint64_t bytes_dropped = 0;
    std::uint64_t dropped_count = 0;  // changes that waited longest, see vault::Ledger
    std::vector<std::string> damaged;  // needed and broken: nothing new is written until a merge
                                       // brought everything back
    std::vector<std::string> spare;    // broken, but stood there twice
};

// What a dispatch did. `changes` is empty when everything was already true.
struct Dispatched {
    std::vector<RawId> changes;
    RawId batch{};  // of a batch; nil: none
    // Of an undo: others have changed some of it since, and that stayed.
    bool is_partial = false;
};

class Store {
public:
    Store(Env& env, vault::Storage& storage);

    // Loads the snapshot and replays what came behind it. Where that is not enough (a broken or a
    // newer snapshot, an erase behind it) the whole history is read first: is_opening() until
    // step_work() or pump() have done it; the state is empty and everything is refused as e_busy.
    // One open in 20 works out the hash of the loaded state again. Errors: those of
    // Storage::read_all.
    Result<OpenReport> open();

    // What open() found.
    OpenReport const& open_report() const { return report_; }

    // Decides, seals, applies, hands to the journal and asks it to save. Large results become
    // several changes of <= limits::change_bytes_max, saved in one flush. Errors: those of
    // decide_any, read_only, e_busy, e_gap while the journal is damaged, e_version when it is a
    // newer one's, unsaved when limits::unsaved_changes_max could not be saved. `me`: see Context.
    Result<Dispatched> dispatch(Command const& command, PersonId me = {});

    // The same for ops that come from trusted content of ours (the demo), past decide.
    Result<Dispatched> record(vault::Ops ops);

    // --- Undo (app/undo_stack.h). What was dispatched or imported here and not handed out since
    // can be taken back by new ops, and brought back again; records cannot. What others wrote to
    // the same places stays as they wrote it, and so does a thing that was made here and that
    // others work on: then the answer is_partial, or, when nothing is left to take back, the error
    // is overtaken and the deed is forgotten. A batch with nothing recorded, merged or handed out
    // since is dropped whole instead (see step_drop): state and journal become as before it, in one
    // flush, and there is nothing to bring back (no changes in the answer).
    // Errors: nothing_to_undo, overtaken, read_only, e_busy, e_gap, e_version.
    Result<Dispatched> undo();  // the last deed
    Result<Dispatched> redo();  // the last undone
    // Any deed by what did, undid or redid it last: undoes it, or redoes it.
    Result<Dispatched> undo(Dispatched const& what);
    UndoStack const& undo_stack() const { return undo_stack_; }

    // Unites foreign changes with ours. `known` ones change nothing. Mends a damaged journal when
    // everything is back. Errors: read_only, e_busy, e_version; e_busy too while it erases or
    // redacts what only the history has (may_merge).
    struct Merged {
        std::uint64_t new_count = 0;
        std::uint64_t known_count = 0;
        std::uint64_t waiting_count = 0;
        std::uint64_t dropped_count = 0;  // that waited longest, see vault::Ledger
        std::uint64_t suspect_count = 0;  // by their clocks, see vault::is_clock_suspect
    };
    Result<Merged> merge(std::vector<vault::Change> changes);
    // False: the history has to be read first. It was asked for; ask again after some steps.
    bool may_merge(std::vector<vault::Change> const& changes);

    // --- History and snapshots (store_history.cpp)
    //
    // A snapshot keeps the sum of old changes; they themselves are cold files, read on demand.

    bool is_opening() const { return is_opening_; }
    // ledger().changes() is the whole history.
    bool has_history() const { return !is_opening_ && ledger_.has_all_changes(); }
    // Reads it between frames. Nothing when it is there, under way or broken.
    void want_history();
    // Some of it is missing or not as it was written; what it adds up to is not touched by that.
    bool is_history_broken() const { return is_history_broken_; }
    // A step of what goes on between frames, a millisecond or two: reading the history, making a
    // snapshot when the journal wants one, and after an erase or redact, which takes the dropped
    // bodies off the disk (vault/journal.h). False: nothing can be done now.
    bool step_work();
    // Some of it is under way, perhaps waiting for the storage.
    bool is_working() const;

    // --- A batch: many changes under one id, applied in slices between frames, saved in one flush.
    //
    //   begin_batch(parts) ─step_batch, while true─▶ finish_batch ─▶ Dispatched, one undo
    //                                           └▶ abandon_batch, or an Error: as if never begun
    //
    // A part is a canonical JSON list of ops (app/import_proposal.h); what one change cannot hold
    // becomes several. While a batch is under way the store refuses everything else: e_busy.
    // Errors: read_only, e_busy.
    Status begin_batch(std::vector<std::string> parts);
    // Seals and applies the next change of at most limits::change_bytes_max; false when all are
    // done. After an Error the batch is abandoned. Requires a batch under way. Errors: those of
    // read_canonical; e_field when a part holds no ops, or one that cannot be dropped again; e_size
    // when one op is too large for a change.
    Result<bool> step_batch();
    double batch_progress() const;  // in [0, 1]; 0 without a batch
    bool is_batch_under_way() const { return batch_.has_value(); }
    // Hands all of it to the journal. Requires that step_batch said false.
    Dispatched finish_batch();
    // Nothing was sent, and nothing of it stays, see step_drop. Requires a batch under way.
    void abandon_batch();
    // All at once. Errors: those of begin_batch and step_batch.
    Result<Dispatched> apply_batch(std::vector<std::string> parts);
    // A batch that was undone whole or abandoned is off the journal at once; the state follows, one
    // change a call, last first; false when it is as before the batch. Until then the store refuses
    // everything: e_busy.
    bool step_drop();
    bool is_drop_under_way() const { return drop_done_ < drop_count_; }
    double drop_progress() const;  // in [0, 1]; 0 without one

    // A journal, saved or not, for a job that replays it: the files as they stand, or, between an
    // erase and the snapshot that follows it, all changes written anew.
    std::vector<vault::StoredFile> journal_files() const;
    // The changes were handed out (an export): none of them is taken back any more.
    void note_exported();

    // Begins anew: everything of this profile is deleted from the storage. Errors: read_only,
    // e_busy.
    Status clear();

    void pump();        // storage answers, and a step_work
    void retry_save();  // after a failure

    State const& state() const { return state_; }
    vault::Ledger const& ledger() const { return ledger_; }
    // Changes since open() that waited longest and had to go, see vault::Ledger.
    std::uint64_t dropped_count() const { return dropped_count_; }
    // The newest stamp of what was not written in this session; 0: none. Tells a wrong clock.
    vault::Stamp newest_known() const { return newest_known_; }
    Digest state_digest() const { return ledger_.digest(); }
    vault::SaveState save_state() const { return journal_.state(); }
    Error const* save_error() const { return journal_.last_error(); }
    vault::Journal& journal() { return journal_; }
    vault::Journal const& journal() const { return journal_; }
    bool is_writer() const { return storage_.is_writer(); }
    RawId random_id() { return env_.random_id(); }
    std::string today() const;
    std::string today_at(std::int64_t now_ms) const;
    int utc_offset_minutes() const { return env_.utc_offset_minutes(); }

private:
    bool load(vault::Recovered const& recovered);
    void begin_again();
    void apply_all();
    bool is_known_whole(HistoryReading const& reading) const;
    bool step_reading();
    bool take_cold();
    void finish_reading();
    bool may_begin_compaction() const;
    bool step_compaction();
    bool step_erasing();
    bool is_erasing_done() const;
    bool step_parts();
    void give_up_compaction(bool is_for_good);
    void choose_writer();
    vault::Ops reviving(vault::Ops ops) const;
    bool has_everything(vault::Ledger const& ledger) const;
    std::optional<Error> refusal() const;
    std::optional<Error> merge_refusal() const;
    void note_known(vault::Stamp stamp) { newest_known_ = std::max(newest_known_, stamp); }
    RawId seal(vault::Ops ops, RawId const& batch);
    vault::Accepted take(vault::Change change);
    void apply_touched(std::vector<vault::EntityKey> const& touched);
    Result<vault::Ops> next_ops(vault::Ops& ops, std::size_t& next, bool is_complete) const;
    // `is_complete`: `replaces` is filled in.
    Dispatched commit(vault::Ops ops, bool is_complete = false);
    Result<Dispatched> turn(Deed const* deed);
    Status read_part();
    Status seal_next();
    void begin_drop(std::size_t count);

    Env& env_;
    vault::Storage& storage_;
    vault::Journal journal_;
    vault::Ledger ledger_;
    vault::HybridClock clock_;
    vault::Stamp newest_known_ = 0;
    OpenReport report_;
    State state_;
    RawId writer_{};
    UndoStack undo_stack_;

    struct Batch {
        RawId id{};
        std::vector<std::string> parts;
        std::size_t next_part = 0;
        vault::Ops ops;  // of the part under way
        std::size_t next_op = 0;
        std::vector<RawId> changes;
    };
    std::optional<Batch> batch_;
    std::size_t drop_count_ = 0;  // changes of the batch that is dropped
    std::size_t drop_done_ = 0;
    std::optional<HistoryReading> reading_;
    std::optional<Compaction> compaction_;
    bool is_opening_ = false;
    bool is_history_broken_ = false;
    bool is_compaction_due_ = false;      // the snapshot on disk cannot be used
    bool is_erasure_due_ = false;         // dropped bodies are still on disk
    bool is_compaction_refused_ = false;  // by the storage: not again in this session
    std::uint64_t dropped_count_ = 0;
    RawId droppable_{};  // the batch that nothing followed; nil: none
};

}  // namespace zhitu::app
