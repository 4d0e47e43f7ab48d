#include "ui/team_map.h"

#include <algorithm>

#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/charts.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/labels.h"
#include "ui/text_widgets.h"
#include "ui/typed_fields.h"

namespace zhitu::ui {

namespace {

constexpr float person_width = 128;
constexpr float person_width_narrow = 96;
constexpr float priority_width = 80;

std::string count(std::size_t value) { return count_text(static_cast<std::int64_t>(value)); }

struct Columns {
    std::size_t first = 0;
    std::size_t last = 0;  // one behind
};

float width_of_others(Ui const& ui) {
    if (ui.is_narrow()) return person_width_narrow + 2 * cell_padding;
    return person_width + priority_width + 4 * cell_padding;
}

Columns columns_in_view(Ui const& ui, TeamView const& team) {
    std::size_t const fit = heat_columns_that_fit(ui, width_of_others(ui));
    return {team.first_column, std::min(team.matrix.skills.size(), team.first_column + fit)};
}

void draw_shows(PageContext& page, TeamView& team) {
    Ui& ui = page.ui;
    int const pressed = choose(ui, "shows", ui.say(Word::heat_shows),
                               {{ui.say(Word::heat_gap), team.shows == TeamShows::gap},
                                {ui.say(Word::heat_level), team.shows == TeamShows::level},
                                {ui.say(Word::heat_priority), team.shows == TeamShows::priority}});
    if (pressed >= 0) team.shows = static_cast<TeamShows>(pressed);
}

// Which skills are in view, and the way to the others.
void draw_pager(PageContext& page, TeamView& team, Columns columns) {
    Ui& ui = page.ui;
    std::size_t const all = team.matrix.skills.size();
    std::size_t const shown = columns.last - columns.first;
    if (shown == all) return;
    if (button(ui, {.key = "before", .label = ui.say(Word::heat_before), .kind = ButtonKind::quiet,
                    .glyph = glyph_back, .is_disabled = columns.first == 0,
                    .is_label_hidden = true})) {
        team.first_column -= std::min(team.first_column, shown);
    }
    text(ui, ui.say(Word::heat_columns,
                    {count(columns.first + 1), count(columns.last), count(all)}),
         Type::small, Tint::muted);
    if (button(ui, {.key = "after", .label = ui.say(Word::heat_after), .kind = ButtonKind::quiet,
                    .glyph = glyph_next, .is_disabled = columns.last == all,
                    .is_label_hidden = true})) {
        team.first_column = columns.last;
    }
}

std::string cell_text(Ui& ui, TeamView const& team, std::size_t cell) {
    auto const level = count_text(team.matrix.levels[cell]);
    int const gap = team.matrix.gap(cell);
    if (team.shows == TeamShows::priority) {
        return millionths_text(team.matrix.priority_millionths[cell], 2);
    }
    if (team.shows == TeamShows::level || gap == 0) return level;
    return ui.say(Word::heat_gap_cell, {level, count_text(gap)});
}

int cell_step(TeamView const& team, std::size_t cell) {
    if (team.shows == TeamShows::level) return heat_step(team.matrix.levels[cell], 3);
    if (team.shows == TeamShows::gap) return heat_step(team.matrix.gap(cell), 3);
    return heat_step(team.matrix.priority_millionths[cell], team.priority_max);
}

struct Looked {
    PersonId person;
    SkillId skill;
};

// The cell chosen, or what the one who lacks most lacks of the skill that is missing most.
Looked looked_at(TeamView const& team) {
    auto const& people = team.matrix.people;
    bool const is_chosen = std::find(people.begin(), people.end(), team.person) != people.end() &&
                           app::find_skill(team.matrix, team.skill);
    if (is_chosen || team.order.empty()) return {team.person, team.skill};
    std::size_t const person = team.order.front();
    for (std::size_t skill = 0; skill < team.matrix.skills.size(); ++skill) {
        bool const is_lacking = team.matrix.gap(team.matrix.cell(person, skill)) > 0;
        if (is_lacking) return {people[person], team.matrix.skills[skill]};
    }
    return {};
}

struct Map {
    TeamView& team;
    Columns columns;
    Looked looked;
};

void draw_cell(PageContext& page, Table& table, Map& map, std::size_t person,
               std::size_t skill) {
    TeamView& team = map.team;
    Ui& ui = page.ui;
    std::size_t const cell = team.matrix.cell(person, skill);
    PersonId const who = team.matrix.people[person];
    SkillId const what = team.matrix.skills[skill];
    bool const is_asked = team.matrix.wanted[cell] > 0;
    HeatCell spec;
    spec.text = cell_text(ui, team, cell);
    spec.says = ui.say(is_asked ? Word::heat_says : Word::heat_says_unasked,
                       {person_name(ui, page.state(), who), skill_name(ui, page.state(), what),
                        count_text(team.matrix.levels[cell]),
                        count_text(team.matrix.wanted[cell])});
    spec.step = cell_step(team, cell);
    spec.is_quiet = spec.step == 0;
    spec.is_chosen = map.looked.person == who && map.looked.skill == what;
    if (!is_asked && team.matrix.levels[cell] == 0) spec.text = "–";
    if (!heat_cell(ui, table, spec)) return;
    team.person = who;
    team.skill = what;
    team.level = team.matrix.wanted[cell];
}

void draw_row(PageContext& page, Table& table, Map& map) {
    Ui& ui = page.ui;
    TeamView const& team = map.team;
    std::size_t const person = team.order[static_cast<std::size_t>(table.row)];
    PersonId const who = team.matrix.people[person];
    if (cell_link(ui, table, person_name(ui, page.state(), who))) page.go(Page::person, who.raw);
    for (std::size_t skill = map.columns.first; skill < map.columns.last; ++skill) {
        draw_cell(page, table, map, person, skill);
    }
    if (ui.is_narrow()) return;
    std::int64_t const priority = team.priority_millionths[person];
    cell(ui, table, millionths_text(priority, 1), priority > 0 ? Tint::ink : Tint::muted);
}

void draw_table(PageContext& page, Map& map) {
    Ui& ui = page.ui;
    std::vector<std::string> names;
    for (std::size_t skill = map.columns.first; skill < map.columns.last; ++skill) {
        names.push_back(skill_name(ui, page.state(), map.team.matrix.skills[skill]));
    }
    bool const is_narrow = ui.is_narrow();
    std::vector<Column> columns{
        {ui.say(Word::column_person), is_narrow ? person_width_narrow : person_width, 1}};
    for (std::string const& name : names) columns.push_back(heat_column(name));
    if (!is_narrow) columns.push_back({ui.say(Word::heat_priority), priority_width, 0, true});
    Table table = begin_table(ui, {.key = "map", .name = ui.say(Word::heat_map_name),
                                   .rows_count = static_cast<int>(map.team.order.size()),
                                   .is_long = true}, columns);
    while (next_row(ui, table)) draw_row(page, table, map);
    end_table(ui, table);
}

// What the chosen cell is made of, and what to do about it.
void draw_chosen(PageContext& page, Map const& map) {
    Ui& ui = page.ui;
    TeamView const& team = map.team;
    auto const& people = team.matrix.people;
    auto const person = std::find(people.begin(), people.end(), map.looked.person);
    auto const skill = app::find_skill(team.matrix, map.looked.skill);
    if (person == people.end() || !skill) return muted(ui, ui.say(Word::heat_choose));
    auto const row = static_cast<std::size_t>(person - people.begin());
    std::size_t const cell = team.matrix.cell(row, *skill);
    std::string const who = person_name(ui, page.state(), map.looked.person);
    std::string const what = skill_name(ui, page.state(), map.looked.skill);
    std::string const level = count_text(team.matrix.levels[cell]);
    int const gap_levels = team.matrix.gap(cell);
    text(ui, ui.say(team.matrix.wanted[cell] > 0 ? Word::heat_says : Word::heat_says_unasked,
                    {who, what, level, count_text(team.matrix.wanted[cell])}), Type::strong);
    if (gap_levels > 0) {
        std::int64_t const priority = team.matrix.priority_millionths[cell];
        muted(ui, ui.say(Word::heat_product, {weight_text(priority), count_text(gap_levels),
                                              weight_text(priority / gap_levels)}),
              Type::small);
    }
    gap(ui, 8);
    begin_line(ui, ui.control_height());
    if (button(ui, {.key = "person", .label = ui.say(Word::see_person, {who})})) {
        page.go(Page::person, map.looked.person.raw);
    }
    if (button(ui, {.key = "courses", .label = ui.say(Word::see_courses_for, {what})})) {
        page.view.catalog = CatalogView{};
        page.view.catalog.query = what;
        page.go(Page::catalog);
    }
    end_line(ui);
}

// Two lines and the buttons; on a phone as high as it needs.
float chosen_height(Ui const& ui) {
    return ui.is_narrow() ? 0 : 20 + 16 + 8 + ui.control_height();
}

}  // namespace

void draw_team_map(PageContext& page, TeamView& team) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    Map map{team, columns_in_view(ui, team), looked_at(team)};
    begin_line(ui, ui.control_height());
    draw_shows(page, team);
    if (ui.is_narrow()) {
        end_line(ui);
        gap(ui, 4);
        begin_line(ui, ui.control_height());
    }
    draw_pager(page, team, map.columns);
    end_line(ui);
    gap(ui, 8);
    // Room of its own, so that the map does not move under the pointer.
    float const top = ui.y;
    draw_chosen(page, map);
    if (!map.looked.person.is_nil()) ui.y = std::max(ui.y, top + chosen_height(ui));
    gap(ui, 8);
    draw_table(page, map);
    gap(ui, 12);
    muted(ui, ui.say(Word::heat_note), Type::small);
    end_card(ui, card);
}

}  // namespace zhitu::ui
