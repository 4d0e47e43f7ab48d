// The team: what it lacks, who lacks it, who is nearest.

#include <algorithm>
#include <cmath>
#include <map>

#include "ui/bars.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/page.h"
#include "ui/team_map.h"
#include "ui/team_view.h"
#include "ui/text_widgets.h"
#include "ui/typed_fields.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t parts_shown_max = 6;
constexpr std::size_t nearest_shown_max = 6;
constexpr float nearest_row = 24;
constexpr std::size_t nearest_named_max = 3;

// On a phone two stand side by side.
float filter_width(Ui const& ui) {
    constexpr float wide = 168;
    return ui.is_narrow() ? std::floor((ui.width - 8) / 2) : wide;
}

std::string count(std::size_t value) { return count_text(static_cast<std::int64_t>(value)); }

// "A、B、C" of those on the way.
std::string names_of_nearest(PageContext& page, TeamView const& team, TeamFocus focus) {
    std::string names;
    for (app::NearPerson const& near : people_on_the_way(team.matrix, focus, nearest_named_max)) {
        if (!names.empty()) names += page.ui.say(Word::list_comma);
        names += person_name(page.ui, page.state(), team.matrix.people[near.person]);
    }
    return names;
}

std::string answer(PageContext& page, TeamView const& team) {
    Ui& ui = page.ui;
    std::string const people = count(team.matrix.people.size());
    if (team.matrix.people.empty()) return {};
    if (team.matrix.skills.empty()) return ui.say(Word::team_needs_nothing, {people});
    if (team.gap_levels == 0) return ui.say(Word::team_lacks_nothing, {people});
    TeamFocus const focus = team_focus(team.matrix, {}, 0);
    auto const level = static_cast<std::size_t>(focus.level);
    app::SkillColumn const& column = team.matrix.columns.front();
    std::string const skill = skill_name(ui, page.state(), team.matrix.skills.front());
    std::string const nearest = names_of_nearest(page, team, focus);
    return ui.say(nearest.empty() ? Word::team_lacks : Word::team_lacks_nearest,
                  {skill, count(column.needing_count[level]), count_text(focus.level),
                   count(column.having_count[level]), nearest});
}

// Each once, by name.
std::vector<LocalText> departments_of(PageContext const& page) {
    std::map<std::string, LocalText> by_name;
    for (auto const& [id, team] : page.state().people.teams) {
        if (team.department.is_empty()) continue;
        by_name.emplace(name_in(team.department, page.ui.language), team.department);
    }
    std::vector<LocalText> departments;
    for (auto& [name, department] : by_name) departments.push_back(std::move(department));
    return departments;
}

// The teams of a department only, once one is chosen.
std::map<TeamId, people::Team> teams_to_choose(PageContext const& page, LocalText const& chosen) {
    std::map<TeamId, people::Team> teams = page.state().people.teams;
    if (!chosen.is_empty()) {
        std::erase_if(teams, [&](auto const& one) { return one.second.department != chosen; });
    }
    return teams;
}

void draw_departments(PageContext& page, TeamView& team) {
    Ui& ui = page.ui;
    std::vector<LocalText> const departments = departments_of(page);
    if (departments.size() < 2) return;
    std::vector<std::string> options{ui.say(Word::all_departments)};
    int at = 0;
    for (LocalText const& department : departments) {
        if (department == team.filter.department) at = static_cast<int>(options.size());
        options.push_back(name_in(department, ui.language));
    }
    int const pressed = combo(ui, {.key = "department", .label = ui.say(Word::field_department),
                                   .value = options[static_cast<std::size_t>(at)],
                                   .is_label_hidden = true, .width = filter_width(ui)},
                              options, at);
    if (pressed < 0) return;
    team.filter.department =
        pressed == 0 ? LocalText{} : departments[static_cast<std::size_t>(pressed - 1)];
    if (!teams_to_choose(page, team.filter.department).contains(team.filter.team)) {
        team.filter.team = {};
    }
}

// One of the things by name, or all of them. True when another one was chosen.
template <class Tag, class Map>
bool choose_one(PageContext& page, Combo const& spec, Map const& things, Id<Tag>& chosen) {
    Ui& ui = page.ui;
    std::vector<std::string> options;
    std::vector<Id<Tag>> ids{Id<Tag>{}};
    int at = 0;
    if (is_combo_open(spec.key)) options.emplace_back(spec.value);
    for (auto const& [id, thing] : things) {
        if (id == chosen) at = static_cast<int>(ids.size());
        ids.push_back(id);
        if (is_combo_open(spec.key)) options.push_back(name_in(thing.name, ui.language));
    }
    Combo shown = spec;
    auto const found = things.find(chosen);
    if (found != things.end()) shown.value = name_in(found->second.name, ui.language);
    int const pressed = combo(ui, shown, options, at);
    if (pressed < 0) return false;
    chosen = ids[static_cast<std::size_t>(pressed)];
    return true;
}

void draw_filters(PageContext& page, TeamView& team) {
    Ui& ui = page.ui;
    begin_line(ui, ui.control_height());
    Combo const teams{.key = "team", .label = ui.say(Word::field_team),
                      .value = ui.say(Word::all_teams), .is_label_hidden = true,
                      .width = filter_width(ui)};
    Combo const roles{.key = "role", .label = ui.say(Word::column_role),
                      .value = ui.say(Word::all_roles), .is_label_hidden = true,
                      .width = filter_width(ui)};
    draw_departments(page, team);
    choose_one(page, teams, teams_to_choose(page, team.filter.department), team.filter.team);
    choose_one(page, roles, page.state().people.roles, team.filter.role);
    if (button(ui, {.key = "add", .label = ui.say(Word::add_person), .glyph = glyph_plus})) {
        page.go(Page::add_person);
    }
    end_line(ui);
    gap(ui, 4);
    muted(ui, ui.say(Word::team_count, {count(team.matrix.people.size()),
                                        count_text(team.gap_levels),
                                        count_text(team.under_way_count)}),
          Type::small);
    gap(ui, 12);
}

// "3 people · (5 levels × 0.90 + 1 level × 0.40) × 1 = 4.90": what the bar is made of.
std::string product_text(Ui& ui, app::SkillColumn const& column,
                         std::vector<app::PriorityPart> const& parts) {
    std::string sum;
    std::int64_t rest = column.priority_millionths;
    for (std::size_t i = 0; i < std::min(parts.size(), parts_shown_max); ++i) {
        std::string const weight = weight_text(parts[i].weight_millionths);
        std::string const levels = count_text(parts[i].levels);
        if (i > 0) sum += " + ";
        sum += parts[i].levels == 1 ? ui.say(Word::missing_product_one, {weight})
                                    : ui.say(Word::missing_product, {levels, weight});
        rest -= parts[i].levels * parts[i].weight_millionths;
    }
    if (rest > 0) sum += " + " + ui.say(Word::missing_rest, {weight_text(rest)});
    return ui.say(Word::missing_sum, {count(column.lacking_count), sum,
                                      weight_text(column.priority_millionths)});
}

void draw_missing_cell(PageContext& page, CardGrid& grid, TeamView const& team) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::most_missing));
    double const most = static_cast<double>(team.matrix.columns.front().priority_millionths);
    std::vector<BarRow> rows;
    for (std::size_t skill = 0; skill < team.parts.size(); ++skill) {
        app::SkillColumn const& column = team.matrix.columns[skill];
        if (column.levels_lacking == 0) break;
        rows.push_back({skill_name(ui, page.state(), team.matrix.skills[skill]),
                        weight_text(column.priority_millionths),
                        most > 0 ? static_cast<double>(column.priority_millionths) / most : 0,
                        product_text(ui, column, team.parts[skill])});
    }
    bar_rows(ui, rows);
    gap(ui, 8);
    if (rows.empty()) muted(ui, ui.say(Word::advice_no_gap));
    else muted(ui, ui.say(Word::missing_note), Type::small);
    end_cell(ui, grid);
}

void draw_focus_choice(PageContext& page, TeamView& team, TeamFocus focus) {
    Ui& ui = page.ui;
    begin_line(ui, ui.control_height());
    std::vector<std::string> options;
    if (is_combo_open("skill")) {
        for (SkillId skill : team.matrix.skills) {
            options.push_back(skill_name(ui, page.state(), skill));
        }
    }
    std::string const value = skill_name(ui, page.state(), team.matrix.skills[focus.skill]);
    int const skill = combo(ui, {.key = "skill", .label = ui.say(Word::column_skill),
                                 .value = value, .is_label_hidden = true, .width = 168},
                            options, static_cast<int>(focus.skill));
    if (skill >= 0) {
        team.skill = team.matrix.skills[static_cast<std::size_t>(skill)];
        team.person = {};
        team.level = 0;
    }
    int const level = choose(ui, "level", ui.say(Word::level),
                             {{"1", focus.level == 1}, {"2", focus.level == 2},
                              {"3", focus.level == 3}});
    if (level >= 0) team.level = level + 1;
    end_line(ui);
}

Word strength_word(app::EvidenceStrength strength) {
    switch (strength) {
    case app::EvidenceStrength::none: return Word::evidence_none;
    case app::EvidenceStrength::self: return Word::evidence_self;
    case app::EvidenceStrength::manager: return Word::evidence_manager;
    case app::EvidenceStrength::test: return Word::evidence_test;
    }
    return Word::evidence_none;
}

void draw_near_person(PageContext& page, TeamView const& team, app::NearPerson const& near) {
    Ui& ui = page.ui;
    PersonId const who = team.matrix.people[near.person];
    begin_line(ui, nearest_row, 8);
    ImGui::PushID(to_text(who).c_str());
    if (link(ui, "near", person_name(ui, page.state(), who))) page.go(Page::person, who.raw);
    ImGui::PopID();
    text(ui, ui.say(Word::nearest_row, {count_text(near.levels_missing),
                                        ui.say(strength_word(near.evidence))}),
         Type::small, Tint::muted);
    end_line(ui);
}

void draw_nearest_cell(PageContext& page, CardGrid& grid, TeamView& team) {
    Ui& ui = page.ui;
    TeamFocus const focus = team_focus(team.matrix, team.skill, team.level);
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::nearest_heading));
    draw_focus_choice(page, team, focus);
    gap(ui, 8);
    auto const level = static_cast<std::size_t>(focus.level);
    app::SkillColumn const& column = team.matrix.columns[focus.skill];
    float const top = ui.y;
    muted(ui, ui.say(Word::nearest_text,
                     {skill_name(ui, page.state(), team.matrix.skills[focus.skill]),
                      count_text(focus.level), count(column.needing_count[level]),
                      count(column.having_count[level])}));
    gap(ui, 4);
    auto const nearest = people_on_the_way(team.matrix, focus, nearest_shown_max);
    if (nearest.empty()) text(ui, ui.say(Word::nearest_none));
    for (app::NearPerson const& near : nearest) draw_near_person(page, team, near);
    // As high for everybody: a cell chosen below does not move the map away.
    ui.y = std::max(ui.y, top + 2 * 20 + 4 + nearest_row * nearest_shown_max);
    end_cell(ui, grid);
}

void draw_lacks(PageContext& page, TeamView& team) {
    Ui& ui = page.ui;
    CardGrid grid = begin_grid(ui, "lacks", 2, 320);
    draw_missing_cell(page, grid, team);
    draw_nearest_cell(page, grid, team);
    end_grid(ui, grid);
}

}  // namespace

void draw_team_page(PageContext& page) {
    Ui& ui = page.ui;
    TeamView& team = team_view(page.view, page.state());
    page_title(ui, ui.say(Word::team), answer(page, team));
    if (page.state().people.people.empty()) {
        if (empty_state(ui, "team", ui.say(Word::team_empty), ui.say(Word::add_person))) {
            page.go(Page::add_person);
        }
        return;
    }
    draw_filters(page, team);
    if (team.matrix.people.empty()) {
        if (empty_state(ui, "filter", ui.say(Word::team_filter_empty),
                        ui.say(Word::team_filter_clear))) {
            team.filter = {};
        }
        return;
    }
    // The answers stand before the map, which is as long as the team.
    if (!team.matrix.skills.empty()) draw_lacks(page, team);
    draw_team_map(page, team);
}

}  // namespace zhitu::ui
