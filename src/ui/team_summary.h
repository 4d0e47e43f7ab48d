#pragma once

// What the team page shows, kept in the view for one version of the state and one language.

#include "ui/painter.h"
#include "ui/view_state.h"

namespace zhitu::ui {

// Recomputed only when the state or the language moved on. Cost then: O(people x needs).
TeamSummary const& team_summary(ViewState& view, app::State const& state, Ui const& ui);

}  // namespace zhitu::ui
