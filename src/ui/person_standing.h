#pragma once

// A person at a glance: role against skills as a radar, and what was said of their skills by whom
// and when.

#include <vector>

#include "ui/page.h"

namespace zhitu::ui {

// `rows`: the gap of the person, not empty.
void draw_standing(PageContext& page, PersonId person, std::vector<app::GapRow> const& rows);

}  // namespace zhitu::ui
