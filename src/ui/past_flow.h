#pragma once

// The company of another day, between frames: what the pages then draw, and nothing of the store.
//
//   show ─▶ under way ─step…─▶ shown ─back─▶ today
//              └── at once when the history is small; after it was read, when a snapshot sums it
// The present may go on meanwhile (another device's file): then the day is worked out again.

#include "ui/wishes.h"

namespace zhitu::ui {

struct PastFlow {
    app::Store& store;
    ViewState& view;

    // The end of the day, or a moment on it. Today, or a later day: back to the present.
    void show(Wishes::ShowDay const& wish);
    void back();
    // Works on; false when nothing is under way, or the history is still being read.
    bool step();

private:
    void begin();
};

// Why this wish must wait until one is back; nothing while the present is shown, or when the wish
// changes nothing.
std::optional<Error> past_refusal(ViewState const& view, Wishes::Wish const& wish);

}  // namespace zhitu::ui
