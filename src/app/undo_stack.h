#pragma once

// What was done here and can be taken back, one after the other; pure bookkeeping of Store.
//
//   note ─▶ done: a b c ──undo──▶ done: a b │ undone: c ──redo──▶ done: a b c
//                                    └─ note d ─▶ done: a b d      (c cannot be redone any more)
//   wall: an export handed it out, or the page was opened anew; nothing before it is taken back.
//
// Undoing is a change too. To take back one deed beside others, the ledger works out what would be
// there if the deed and every change that only did or undid (void_changes) had never been made.

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/commands.h"
#include "vault/waiting.h"

namespace zhitu::app {

struct Deed {
    std::shared_ptr<Command const> command{};  // none: an import
    std::vector<RawId> changes{};      // that did it, never empty
    RawId batch{};
    std::vector<RawId> last{};  // that undid or redid it last; at first `changes`
};

class UndoStack {
public:
    using Ids = std::unordered_set<RawId, vault::IdHash>;

    // Something new was done. Beyond limits::undo_deeds_max the oldest is forgotten.
    void note(Deed deed);
    // Everything so far stays. `exported_on`: the day it was handed out, empty: it was not.
    void wall(std::string exported_on);

    // The next to undo and to redo, or nullptr.
    Deed const* to_undo() const { return done_.empty() ? nullptr : &done_.back(); }
    Deed const* to_redo() const { return undone_.empty() ? nullptr : &undone_.back(); }
    // The deed that these changes did, undid or redid last; nullptr: none that can be taken back.
    Deed const* find(std::vector<RawId> const& last) const;
    bool is_done(Deed const& deed) const;
    // The day of the export that stands before the oldest deed; empty: none does.
    std::string const& exported_on() const { return exported_on_; }
    // An import was dropped whole, so it cannot come back; until something is noted or walled off.
    bool is_import_dropped() const { return is_import_dropped_; }

    // What must count as never made to take back the deed, or to bring it back when it is undone.
    Ids without(Deed const& deed) const;
    // These changes undid the deed, or redid it. Requires a deed of this stack and some changes.
    void turn(Deed const& deed, std::vector<RawId> changes);
    // It can be taken back no more: dropped whole, or overtaken by others.
    void forget(Deed const& deed, bool is_dropped);

private:
    std::deque<Deed> done_{};    // oldest first
    std::deque<Deed> undone_{};  // the next to redo last
    Ids void_changes_{};
    std::string exported_on_{};
    bool is_import_dropped_ = false;
};

}  // namespace zhitu::app
