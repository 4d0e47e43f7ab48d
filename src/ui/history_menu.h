#pragma once

// Undo, redo and the way to another day, behind one quiet button of the top bar; what stands over
// the pages while another day is shown; the keys.

#include "ui/page.h"

namespace zhitu::ui {

// The button takes a place of control_height; pressed, its list hangs below.
void draw_history_menu(PageContext& page);
// Nothing while today is shown.
void draw_past_bar(PageContext& page);
// Instead of a page when nothing was recorded yet.
void draw_empty_past(PageContext& page);
// Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z (Cmd on a Mac), unless a text field has them.
void ask_by_keys(Wishes& wishes);
// Why nothing can be undone or redone.
std::string undo_reason(app::UndoStack const& stack, bool is_redo, Language language);

}  // namespace zhitu::ui
