// The team: who is here, what they lack, what they learn.

#include <algorithm>

#include "ui/bars.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/labels.h"
#include "ui/page.h"
#include "ui/tables.h"
#include "ui/team_summary.h"
#include "ui/text_widgets.h"
#include "ui/glyph_names.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t skills_shown_max = 6;

void draw_people_card(PageContext& page, TeamSummary const& team) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    Table table = begin_table(ui, {.key = "people", .name = ui.say(Word::team),
                                   .rows_count = static_cast<int>(team.rows.size()),
                                   .is_long = true},
                              {{ui.say(Word::column_person), 88, 1},
                               {ui.say(Word::column_role), 120, 2},
                               {ui.say(Word::column_team), 104, 2},
                               {ui.say(Word::column_gap_sum), 72, 0, true},
                               {ui.say(Word::column_under_way), 56, 0, true}});
    while (next_row(ui, table)) {
        TeamRow const& row = team.rows[static_cast<std::size_t>(table.row)];
        people::Person const& person = page.state().people.people.at(row.person);
        if (cell_link(ui, table, person_name(ui, page.state(), row.person))) {
            page.go(Page::person, row.person.raw);
        }
        cell(ui, table, role_name(ui, page.state(), person));
        cell(ui, table, team_name(ui, page.state(), person));
        cell(ui, table, count_text(row.gap_levels), row.gap_levels > 0 ? Tint::ink : Tint::muted);
        cell(ui, table, count_text(row.under_way), row.under_way > 0 ? Tint::ink : Tint::muted);
    }
    end_table(ui, table);
    end_card(ui, card);
}

void draw_missing_card(PageContext& page, TeamSummary const& team) {
    if (team.missing.empty()) return;
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    heading(ui, ui.say(Word::most_missing), 2);
    gap(ui, 8);
    std::size_t const count = std::min(team.missing.size(), skills_shown_max);
    std::vector<std::string> labels;
    std::vector<std::string> values;
    for (std::size_t index = 0; index < count; ++index) {
        MissingSkill const& missing = team.missing[index];
        labels.push_back(skill_name(ui, page.state(), missing.skill));
        values.push_back(ui.say(Word::people_levels, {count_text(missing.people_count),
                                                      count_text(missing.levels)}));
    }
    std::vector<BarRow> rows;
    for (std::size_t index = 0; index < count; ++index) {
        double const share = static_cast<double>(team.missing[index].levels) /
                             static_cast<double>(team.missing.front().levels);
        rows.push_back({labels[index], values[index], share, {}});
    }
    bar_rows(ui, rows);
    end_card(ui, card);
}

}  // namespace

void draw_team_page(PageContext& page) {
    Ui& ui = page.ui;
    TeamSummary const& team = team_summary(page.view, page.state(), ui);
    std::string sentence;
    if (!team.rows.empty()) {
        sentence = ui.say(Word::team_sentence,
                          {count_text(static_cast<std::int64_t>(team.rows.size())),
                           count_text(team.gap_levels), count_text(team.under_way)});
    }
    page_title(ui, ui.say(Word::team), sentence);
    if (team.rows.empty()) {
        if (empty_state(ui, "team", ui.say(Word::team_empty), ui.say(Word::add_person))) {
            page.go(Page::add_person);
        }
        return;
    }
    draw_missing_card(page, team);
    if (button(ui, {.key = "add", .label = ui.say(Word::add_person), .glyph = glyph_plus})) {
        page.go(Page::add_person);
    }
    gap(ui, 12);
    draw_people_card(page, team);
}

}  // namespace zhitu::ui
