#pragma once

// Over the whole page while files are dragged across it: here they may be dropped.

#include "ui/page.h"

namespace zhitu::ui {

void draw_drop_hint(PageContext& page);

}  // namespace zhitu::ui
