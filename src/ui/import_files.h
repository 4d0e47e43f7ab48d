#pragma once

// One card for each file of an import: what it was taken for, which column goes where, in which
// currency its prices are, and text that was decoded twice. Every choice reads the files again.

#include "ui/page.h"

namespace zhitu::ui {

// Requires view.import.proposal.
void draw_import_files(PageContext& page);

}  // namespace zhitu::ui
