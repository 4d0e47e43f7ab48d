#pragma once

// What the team page shows, kept in the view for one version of the state and one filter.

#include "ui/painter.h"
#include "ui/view_state.h"

namespace zhitu::ui {

inline constexpr std::size_t missing_shown_max = 6;  // skills whose sum is shown in parts

// Recomputed only when state or filter moved on. Cost then: that of gap_matrix, and sorting.
TeamView& team_view(ViewState& view, app::State const& state);

// The skill and level looked at. Nil: what lacks most; level 0: the highest one that a role wants.
// Requires a skill in the matrix.
struct TeamFocus {
    std::size_t skill = 0;  // place in the matrix
    int level = 1;          // 1..3
};
TeamFocus team_focus(app::GapMatrix const& matrix, SkillId skill, std::int64_t level);

// Those who do not have the level yet but need it, nearest first; at most count_max.
std::vector<app::NearPerson> people_on_the_way(app::GapMatrix const& matrix,
                                               TeamFocus focus, std::size_t count_max);

}  // namespace zhitu::ui
