#pragma once

// What is wrong with data, disk or clock stands under the tools of every page until it is right
// again: a sentence, and what can be done about it. The worst two; the check-up shows all.

#include "ui/page.h"

namespace zhitu::ui {

// A block of the column, or nothing.
void draw_banners(PageContext& page);

}  // namespace zhitu::ui
