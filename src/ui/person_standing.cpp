#include "ui/person_standing.h"

#include <algorithm>
#include <array>

#include "base/sort.h"
#include "ui/bars.h"
#include "ui/cards.h"
#include "ui/charts.h"
#include "ui/format.h"
#include "ui/labels.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t statements_shown_max = 8;
constexpr int shown_digits = 2;
constexpr int whole_digits = 6;  // of what is stored in millionths
constexpr std::array kinds{people::EvidenceKind::test, people::EvidenceKind::manager,
                           people::EvidenceKind::self};

// Most important first: what a radar can hold are the weightiest skills, met or not.
std::vector<app::GapRow> by_weight(std::vector<app::GapRow> rows) {
    sort_list(rows, [](app::GapRow const& a, app::GapRow const& b) {
        return a.need.weight_millionths > b.need.weight_millionths;
    });
    return rows;
}

void draw_radar_cell(PageContext& page, CardGrid& grid, std::vector<app::GapRow> const& rows) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::radar_heading));
    Radar spec;
    spec.name = ui.say(Word::radar_heading);
    spec.has_name = ui.say(Word::radar_has);
    spec.wanted_name = ui.say(Word::radar_wanted);
    for (app::GapRow const& row : by_weight(rows)) {
        spec.axes.push_back({skill_name(ui, page.state(), row.skill),
                             static_cast<double>(row.level), static_cast<double>(row.need.level),
                             ui.say(Word::n_of_m, {count_text(row.level),
                                                   count_text(row.need.level)})});
    }
    radar(ui, spec);
    end_cell(ui, grid);
}

std::vector<people::SkillAssessed> statements_of(PageContext const& page, PersonId person) {
    auto const found = page.state().people.evidence.find(person);
    if (found == page.state().people.evidence.end()) return {};
    return {found->second.rbegin(), found->second.rend()};  // newest first
}

// "3 by test, newest 2 Nov 2026 · 12 self, newest 1 Mar 2026"
void draw_kinds(Ui& ui, std::vector<people::SkillAssessed> const& statements) {
    for (people::EvidenceKind const kind : kinds) {
        auto const is_kind = [kind](auto const& one) { return one.kind == kind; };
        auto const newest = std::find_if(statements.begin(), statements.end(), is_kind);
        if (newest == statements.end()) continue;
        auto const kind_count = std::count_if(statements.begin(), statements.end(), is_kind);
        text(ui, ui.say(Word::evidence_kind_count,
                        {ui.say(evidence_word(kind)), count_text(kind_count),
                         date_words(newest->on, ui.language)}));
    }
}

void draw_statement(PageContext& page, people::SkillAssessed const& statement) {
    Ui& ui = page.ui;
    std::string line = ui.say(Word::evidence_line,
                              {date_words(statement.on, ui.language),
                               skill_name(ui, page.state(), statement.skill),
                               count_text(statement.level), ui.say(evidence_word(statement.kind))});
    muted(ui, line, Type::small);
}

void draw_evidence_cell(PageContext& page, CardGrid& grid, PersonId person) {
    Ui& ui = page.ui;
    auto const statements = statements_of(page, person);
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::evidence_heading));
    if (statements.empty()) {
        muted(ui, ui.say(Word::evidence_empty));
        end_cell(ui, grid);
        return;
    }
    draw_kinds(ui, statements);
    gap(ui, 8);
    std::size_t const shown = std::min(statements.size(), statements_shown_max);
    for (std::size_t at = 0; at < shown; ++at) draw_statement(page, statements[at]);
    if (shown < statements.size()) {
        auto const more = static_cast<std::int64_t>(statements.size() - shown);
        muted(ui, ui.say(Word::evidence_more, {count_text(more)}), Type::small);
    }
    end_cell(ui, grid);
}

std::string evidence_text(Ui& ui, app::GapRow const& row) {
    if (!row.evidence) return ui.say(Word::evidence_none);
    return ui.say(Word::evidence_on, {ui.say(evidence_word(row.evidence->kind)),
                                      date_words(row.evidence->on, ui.language)});
}

// "2 × 0.90 = 1.80"
std::string product_text(Ui& ui, app::GapRow const& row, int digits) {
    return ui.say(Word::priority_product,
                  {count_text(row.gap()), millionths_text(row.need.weight_millionths, digits),
                   millionths_text(row.priority_millionths(), digits)});
}

}  // namespace

void draw_standing(PageContext& page, PersonId person, std::vector<app::GapRow> const& rows) {
    CardGrid grid = begin_grid(page.ui, "standing", 2, 320);
    draw_radar_cell(page, grid, rows);
    draw_evidence_cell(page, grid, person);
    end_grid(page.ui, grid);
}

void draw_role_skills(PageContext& page, PersonId id, std::vector<app::GapRow> const& rows) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::role_against_skills));
    if (rows.empty()) {
        if (empty_state(ui, "role", ui.say(Word::advice_no_role), ui.say(Word::set_role))) {
            page.go(Page::add_person, id.raw);
        }
        end_card(ui, card);
        return;
    }
    Table table = begin_table(ui, {.key = "skills", .name = ui.say(Word::role_against_skills),
                                   .rows_count = static_cast<int>(rows.size())},
                              {{ui.say(Word::column_skill), 140, 2, false},
                               {ui.say(Word::column_now), 120, 0, false},
                               {ui.say(Word::column_gap), 40, 0, true},
                               {ui.say(Word::column_priority), 172, 0, true},
                               {ui.say(Word::column_evidence), 170, 1, false}});
    while (next_row(ui, table)) {
        app::GapRow const& row = rows[static_cast<std::size_t>(table.row)];
        cell(ui, table, skill_name(ui, page.state(), row.skill));
        begin_cell(ui, table);
        level_dots(ui, row.level, row.need.level,
                   ui.say(Word::n_of_m, {std::to_string(row.level),
                                         std::to_string(row.need.level)}));
        end_cell(ui, table);
        cell(ui, table, count_text(row.gap()), row.gap() > 0 ? Tint::ink : Tint::muted);
        cell_whole(ui, table, product_text(ui, row, shown_digits),
                   product_text(ui, row, whole_digits));
        cell(ui, table, evidence_text(ui, row), Tint::muted);
    }
    end_table(ui, table);
    gap(ui, 8);
    muted(ui, ui.say(Word::priority_note), Type::small);
    end_card(ui, card);
}

}  // namespace zhitu::ui
