#pragma once

// What the opened files would do, before anything changes: counts, refused rows, Apply.

#include "ui/page.h"

namespace zhitu::ui {

// Requires view.import.step == preview.
void draw_import_preview(PageContext& page);

}  // namespace zhitu::ui
