#include "app/store.h"

namespace zhitu::app {

Result<Dispatched> Store::undo() { return turn(undo_stack_.to_undo()); }

Result<Dispatched> Store::redo() { return turn(undo_stack_.to_redo()); }

Result<Dispatched> Store::undo(Dispatched const& what) {
    return turn(undo_stack_.find(what.changes));
}

// Undoes what is done, redoes what is undone.
Result<Dispatched> Store::turn(Deed const* deed) {
    if (auto const error = refusal()) return *error;
    if (deed == nullptr) return Error{ErrorCode::nothing_to_undo, {}};
    bool const is_done = undo_stack_.is_done(*deed);
    bool const is_droppable = is_done && deed->batch != RawId{} && deed->batch == droppable_;
    if (is_droppable && journal_.is_batch_last()) {
        begin_drop(deed->changes.size());
        journal_.cut_batch();
        journal_.flush();
        undo_stack_.forget(*deed, true);
        return Dispatched{};
    }
    vault::Ledger::Inverse inverse =
        ledger_.inverse({deed->changes, deed->last, undo_stack_.without(*deed)});
    if (inverse.ops.empty()) {
        undo_stack_.forget(*deed, false);
        return Error{ErrorCode::overtaken, {}};
    }
    Dispatched done = commit(std::move(inverse.ops), true);
    done.batch = deed->batch;
    done.is_partial = inverse.is_overtaken;
    undo_stack_.turn(*deed, done.changes);
    return done;
}

void Store::note_exported() {
    droppable_ = {};
    undo_stack_.wall(today());
}

}  // namespace zhitu::app
