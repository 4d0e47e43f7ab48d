#pragma once

// Undo and redo between frames: which deed, what is said of it, and the toasts that offer it.

#include "ui/import_flow.h"

namespace zhitu::ui {

struct UndoFlow {
    app::Store& store;
    ViewState& view;
    ImportFlow import;

    // Undoes what is done, redoes what is undone, and says so in a toast that offers the way back;
    // or says why it cannot be.
    void turn(Wishes::Undo const& what);
    // Toasts offer no more what can be taken back no more.
    void forget_stale_offers();

private:
    app::Deed const* deed_of(Wishes::Undo const& what) const;
    void drop_stale_toasts();
};

}  // namespace zhitu::ui
