#pragma once

// The rows of a proposal, one group at a time: refused with reason and remedy, changed field by
// field, taken with a note, new, the same. At most limits::rows_shown_max of each.

#include "ui/page.h"

namespace zhitu::ui {

// Requires view.import.proposal.
void draw_import_rows(PageContext& page);

}  // namespace zhitu::ui
