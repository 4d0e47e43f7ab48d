#pragma once

// The team's heat map: who lacks what, as many skills side by side as fit, and below it the cell
// looked at as a product.

#include "ui/page.h"

namespace zhitu::ui {

// Requires people and skills in the matrix of team_view().
void draw_team_map(PageContext& page, TeamView& team);

}  // namespace zhitu::ui
