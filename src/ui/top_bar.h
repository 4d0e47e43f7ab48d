#pragma once

// Search, the saved mark, language, theme, history, and whom one acts as.

#include "ui/page.h"

namespace zhitu::ui {

// Takes the column as wide as it is and as high as it needs.
void draw_top_bar(PageContext& page);
// Language and theme alone, for the doors.
void draw_device_buttons(PageContext& page);
bool is_dark(ViewState const& view);

}  // namespace zhitu::ui
