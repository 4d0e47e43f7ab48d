#include "ui/team_summary.h"

#include <algorithm>

#include "ui/labels.h"

namespace zhitu::ui {

namespace {

TeamRow row_of(app::State const& state, PersonId person, std::map<SkillId, MissingSkill>& missing) {
    TeamRow row{.person = person};
    for (app::GapRow const& need : app::gap_of(state, person)) {
        if (need.gap() == 0) continue;
        row.gap_levels += need.gap();
        MissingSkill& skill = missing[need.skill];
        skill.skill = need.skill;
        skill.people_count += 1;
        skill.levels += need.gap();
    }
    auto const enrolments = state.learning.enrolments.find(person);
    if (enrolments == state.learning.enrolments.end()) return row;
    for (auto const& [course, enrolment] : enrolments->second) {
        row.under_way += enrolment.status == learning::EnrolmentStatus::enrolled ? 1 : 0;
    }
    return row;
}

}  // namespace

TeamSummary const& team_summary(ViewState& view, app::State const& state, Ui const& ui) {
    TeamSummary& team = view.team;
    bool const is_fresh = team.version == state.version && team.language == ui.language;
    if (is_fresh && !team.rows.empty()) return team;
    team = TeamSummary{.version = state.version, .language = ui.language};
    std::map<SkillId, MissingSkill> missing;
    for (PersonId person : people_by_name(ui, state)) {
        team.rows.push_back(row_of(state, person, missing));
        team.gap_levels += team.rows.back().gap_levels;
        team.under_way += team.rows.back().under_way;
    }
    for (auto const& [id, skill] : missing) team.missing.push_back(skill);
    std::sort(team.missing.begin(), team.missing.end(), [](auto const& a, auto const& b) {
        return std::pair(-a.levels, a.skill) < std::pair(-b.levels, b.skill);
    });
    return team;
}

}  // namespace zhitu::ui
