#pragma once

// A statement about a skill: of one's own, or of a manager about somebody.

#include <vector>

#include "ui/page.h"

namespace zhitu::ui {

// `rows`: the gap of the person; nothing is drawn without one.
void draw_assess_card(PageContext& page, PersonId person, std::vector<app::GapRow> const& rows);

}  // namespace zhitu::ui
