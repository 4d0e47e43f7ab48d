#pragma once

// The company's own list against its enrolments so far: precision, recall, F1 at k beside the most
// popular courses, what counts as relevant, and how many people it rests on.

#include "ui/page.h"

namespace zhitu::ui {

void draw_own_list_card(PageContext& page);

}  // namespace zhitu::ui
