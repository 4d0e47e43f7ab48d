#pragma once

// The page while files are on their way in: reading, what they would do, applying. Nothing changes
// before Apply.
//
//   title, the answer in one sentence
//   ┌ What will happen ┐ ┌ How it was read ┐
//   └──────────── Apply┘ └─────────────────┘
//   [file] [file] …      ui/import_files.h
//   [rows, by group]     ui/import_rows.h

#include "ui/page.h"

namespace zhitu::ui {

// Requires a step that is not idle or applied, or that is_changing.
void draw_import_page(PageContext& page);

// What the last import did, and where to go from here; nothing when none was applied.
void draw_import_outcome(PageContext& page);

}  // namespace zhitu::ui
