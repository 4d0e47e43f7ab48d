#pragma once

// The courses somebody takes or took, newest first, with how far they are.

#include "ui/page.h"

namespace zhitu::ui {

void draw_enrolments_card(PageContext& page, PersonId person);

}  // namespace zhitu::ui
