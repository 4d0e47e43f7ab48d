#pragma once

// What becomes of files: between frames, never while drawing.
//
//   open ─▶ reading ─▶ preview ─Apply─▶ applying ─▶ applied
//              ▲          │ plan changed, or the state did: read again, the old one stays in view
//              └──────────┘
// An exchange file of our own is read by a job too, and merged part by part: what is merged stays.

#include "app/ports.h"
#include "ui/wishes.h"

namespace zhitu::ui {

// An import, a merge or the undo of an import is under way: the state is between two versions.
inline bool is_changing(app::Store const& store, ViewState const& view) {
    return store.is_drop_under_way() || view.import.step == ImportState::Step::applying;
}

struct ImportFlow {
    app::Store& store;
    ViewState& view;
    Wishes& wishes;

    // Leads to the page of data. Files beyond limits::file_bytes_max are left out and named.
    void open(std::vector<app::NamedBytes> files);
    void refuse_large(std::string const& name);
    void note_progress(app::JobProgress const& progress);
    // An answer that nobody waits for any more changes nothing.
    void finish_reading(app::JobResult result);

    void change_plan(Wishes::ChangePlan change);
    // Reads again first when the state is no longer the one the proposal was made from.
    void apply();
    // Cancels the reading or the applying (the state follows between frames, Store::step_drop; a
    // merge goes on); else forgets the files.
    void drop();

    // Applies the next part; false when nothing is under way.
    bool step();

private:
    void start(app::JobWork work);
    void read_again();
    bool recall_plans();
    void remember_plan_of(std::size_t file);
    void begin_batch();
    void finish_batch();
    bool merge_next();
};

}  // namespace zhitu::ui
