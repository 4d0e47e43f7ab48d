#pragma once

// The store: commands in, changes out, state between.
//
//   dispatch(command) ─decide─▶ ops ─seal─▶ change ─┬▶ ledger ─touched entities─▶ areas' apply
//                                                   └▶ journal ─▶ storage ─answers─▶ save mark

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/state.h"
#include "base/env.h"
#include "vault/journal.h"
#include "vault/ledger.h"

namespace zhitu::app {

struct OpenReport {
    std::uint64_t changes_count = 0;
    std::uint64_t bytes_dropped = 0;
    std::vector<std::string> damaged;
};

// What a dispatch did. `changes` is empty when everything was already true.
struct Dispatched {
    std::vector<RawId> changes;
};

class Store {
public:
    Store(Env& env, vault::Storage& storage);

    // Replays the journal. Errors: those of Storage::read_all.
    Result<OpenReport> open();

    // Decides, seals, applies, hands to the journal and asks it to save. Large results become
    // several changes of <= limits::change_bytes_max, saved in one flush. Errors: those of
    // decide_any, read_only.
    Result<Dispatched> dispatch(Command const& command);

    // The same for ops that come from trusted content of ours (the demo), past decide.
    Result<Dispatched> record(vault::Ops ops);

    // Takes a dispatch back by new ops; itself undoable. Errors: nothing_to_undo, read_only.
    Result<Dispatched> undo(Dispatched const& what);

    // Unites foreign changes with ours. `known` ones change nothing. Errors: read_only.
    struct Merged {
        std::uint64_t new_count = 0;
        std::uint64_t known_count = 0;
        std::uint64_t waiting_count = 0;
    };
    Result<Merged> merge(std::vector<vault::Change> changes);

    // Begins anew: everything of this profile is deleted from the storage.
    Status clear();

    void pump();        // once a frame: storage answers
    void retry_save();  // after a failure

    State const& state() const { return state_; }
    vault::Ledger const& ledger() const { return ledger_; }
    Digest state_digest() const { return ledger_.digest(); }
    vault::SaveState save_state() const { return journal_.state(); }
    Error const* save_error() const { return journal_.last_error(); }
    vault::Journal& journal() { return journal_; }
    bool is_writer() const { return storage_.is_writer(); }
    std::string today() const;
    std::string today_at(std::int64_t now_ms) const;

private:
    void choose_writer();
    vault::Ops reviving(vault::Ops ops) const;
    vault::Ops inverse_of(vault::Ops const& ops, RawId const& id) const;
    RawId seal(vault::Ops ops);
    void take(vault::Change change);
    void apply_touched(std::vector<vault::EntityKey> const& touched);
    Result<Dispatched> commit(vault::Ops ops);

    Env& env_;
    vault::Storage& storage_;
    vault::Journal journal_;
    vault::Ledger ledger_;
    vault::HybridClock clock_;
    State state_;
    RawId writer_{};
    std::map<RawId, vault::Ops> inverses_;  // of this session's changes, for undo
};

}  // namespace zhitu::app
