#pragma once

// A person at a glance: role against skills as a radar, and what was said of their skills by whom
// and when.

#include <vector>

#include "ui/page.h"

namespace zhitu::ui {

// `rows`: the gap of the person. Radar and evidence need one row at least.
void draw_standing(PageContext& page, PersonId person, std::vector<app::GapRow> const& rows);

// The table of the role's skills: level, gap, priority as a product, evidence. Without rows the way
// to a role.
void draw_role_skills(PageContext& page, PersonId person, std::vector<app::GapRow> const& rows);

}  // namespace zhitu::ui
