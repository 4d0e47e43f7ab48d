#include "ui/area_rows.h"

#include <algorithm>

#include "base/sort.h"
#include "ui/buttons.h"
#include "ui/glyph_names.h"
#include "ui/labels.h"

namespace zhitu::ui {

namespace {

template <class Row>
void sort_by_name(std::vector<Row>& rows) {
    sort_list(rows, [](Row const& a, Row const& b) { return a.name < b.name; });
}

std::vector<RoleRow> role_rows(app::State const& state, AreaRows const& areas) {
    std::map<RoleId, std::int64_t> people_counts;
    for (auto const& [id, person] : state.people.people) ++people_counts[person.role];
    std::vector<RoleRow> rows;
    for (auto const& [id, role] : state.people.roles) {
        rows.push_back({id, name_in(role.name, areas.language),
                        app::coverage_of(state, areas.teaching, id), people_counts[id]});
    }
    sort_by_name(rows);
    return rows;
}

SkillRow skill_row(app::State const& state, AreaRows const& areas, SkillId id) {
    catalog::Skill const& skill = state.catalog.skills.at(id);
    SkillRow row;
    row.skill = id;
    row.name = name_in(skill.name, areas.language);
    for (app::Teaching const& teaching : app::teaching_of(state.catalog, areas.teaching, id)) {
        ++row.courses_count;
        row.level = std::max(row.level, teaching.lift.to);
    }
    row.live_count = static_cast<std::int64_t>(catalog::live_synonyms(skill).size());
    row.rejected_count = std::count_if(
        skill.synonyms.begin(), skill.synonyms.end(),
        [&](auto const& synonym) { return skill.rejected.contains(synonym.first); });
    return row;
}

std::vector<SkillRow> skill_rows(app::State const& state, AreaRows const& areas) {
    std::map<SkillId, std::int64_t> roles_counts;
    for (auto const& [id, role] : state.people.roles) {
        for (auto const& [skill, need] : role.needs) ++roles_counts[skill];
    }
    std::vector<SkillRow> rows;
    for (auto const& [id, skill] : state.catalog.skills) {
        rows.push_back(skill_row(state, areas, id));
        rows.back().roles_count = roles_counts[id];
    }
    sort_by_name(rows);
    return rows;
}

}  // namespace

AreaRows const& area_rows(PageContext& page) {
    AreaRows& areas = page.view.areas;
    app::State const& state = page.state();
    bool const is_fresh =
        areas.version == state.version && areas.language == page.ui.language;
    if (is_fresh) return areas;
    areas.version = state.version;
    areas.language = page.ui.language;
    areas.teaching = app::teaching_index(state.catalog);
    areas.roles = role_rows(state, areas);
    areas.skills = skill_rows(state, areas);
    return areas;
}

void draw_way_back(PageContext& page, Page otherwise) {
    Ui& ui = page.ui;
    begin_line(ui, ui.control_height());
    ui.line.x -= 12;  // its words, not its ground, stand at the margin
    if (button(ui, {.key = "back", .label = ui.say(Word::back), .kind = ButtonKind::quiet,
                    .glyph = glyph_back})) {
        if (page.view.history.empty()) page.go(otherwise);
        else page.wishes.push(Wishes::Back{});
    }
    end_line(ui);
}

}  // namespace zhitu::ui
