#include "ui/team_view.h"

#include <algorithm>
#include <numeric>

#include "base/assert.h"
#include "base/sort.h"

namespace zhitu::ui {

namespace {

std::int64_t count_under_way(app::State const& state, PersonId person) {
    auto const enrolments = state.learning.enrolments.find(person);
    if (enrolments == state.learning.enrolments.end()) return 0;
    return std::count_if(enrolments->second.begin(), enrolments->second.end(), [](auto const& one) {
        return one.second.status == learning::EnrolmentStatus::enrolled;
    });
}

void add_person(TeamView& team, app::State const& state, std::size_t person) {
    std::int64_t priority = 0;
    for (std::size_t skill = 0; skill < team.matrix.skills.size(); ++skill) {
        std::size_t const cell = team.matrix.cell(person, skill);
        priority += team.matrix.priority_millionths[cell];
        team.priority_max = std::max(team.priority_max, team.matrix.priority_millionths[cell]);
        team.gap_levels += team.matrix.gap(cell);
    }
    team.priority_millionths.push_back(priority);
    team.under_way.push_back(count_under_way(state, team.matrix.people[person]));
    team.under_way_count += team.under_way.back();
}

int highest_level_needed(app::SkillColumn const& column) {
    for (int level = 3; level > 1; --level) {
        if (column.needing_count[static_cast<std::size_t>(level)] > 0) return level;
    }
    return 1;
}

}  // namespace

TeamView& team_view(ViewState& view, app::State const& state) {
    TeamView& team = view.team;
    bool const is_fresh =
        team.version == state.version && team.filter == team.filter_of_matrix;
    if (is_fresh) return team;
    team.version = state.version;
    team.filter_of_matrix = team.filter;
    team.matrix = app::gap_matrix(state, team.filter);
    team.priority_millionths.clear();
    team.under_way.clear();
    team.gap_levels = team.under_way_count = 0;
    team.priority_max = 0;
    std::size_t const people_count = team.matrix.people.size();
    for (std::size_t person = 0; person < people_count; ++person) add_person(team, state, person);
    team.order.resize(people_count);
    std::iota(team.order.begin(), team.order.end(), 0);
    sort_list(team.order, [&](std::size_t a, std::size_t b) {
        return team.priority_millionths[a] > team.priority_millionths[b];
    });
    team.parts.clear();
    std::size_t const parts_count = std::min(team.matrix.skills.size(), missing_shown_max);
    for (std::size_t skill = 0; skill < parts_count; ++skill) {
        team.parts.push_back(app::priority_parts(team.matrix, skill));
    }
    if (team.first_column >= team.matrix.skills.size()) team.first_column = 0;
    return team;
}

TeamFocus team_focus(app::GapMatrix const& matrix, SkillId skill, std::int64_t level) {
    ZT_ASSERT(!matrix.skills.empty());
    TeamFocus focus;
    focus.skill = app::find_skill(matrix, skill).value_or(0);
    focus.level = level > 0 ? static_cast<int>(level)
                            : highest_level_needed(matrix.columns[focus.skill]);
    return focus;
}

std::vector<app::NearPerson> people_on_the_way(app::GapMatrix const& matrix, TeamFocus focus,
                                               std::size_t count_max) {
    auto near = app::nearest_people(matrix, focus.skill, focus.level, matrix.people.size());
    std::erase_if(near, [&](app::NearPerson const& one) {
        return one.levels_missing == 0 ||
               matrix.wanted[matrix.cell(one.person, focus.skill)] < focus.level;
    });
    if (near.size() > count_max) near.resize(count_max);
    return near;
}

}  // namespace zhitu::ui
