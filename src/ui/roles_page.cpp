// Which roles are there, and can the catalog teach what they ask for?

#include <algorithm>

#include "ui/area_rows.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

std::string count_of(std::uint64_t count) { return count_text(static_cast<std::int64_t>(count)); }

std::string sentence_of(Ui& ui, std::vector<RoleRow> const& rows) {
    auto const whole = std::count_if(rows.begin(), rows.end(), [](RoleRow const& row) {
        return row.coverage.skills_count > 0 && row.coverage.untaught.empty();
    });
    return ui.say(Word::roles_sentence, {count_of(rows.size()), count_text(whole)});
}

void draw_list(PageContext& page, std::vector<RoleRow> const& rows) {
    Ui& ui = page.ui;
    Table table = begin_table(ui, {.key = "roles", .name = ui.say(Word::roles),
                                   .rows_count = static_cast<int>(rows.size()), .is_long = true},
                              {{ui.say(Word::column_role), 180, 1, false},
                               {ui.say(Word::column_skills), 60, 0, true},
                               {ui.say(Word::column_taught), 90, 0, true},
                               {ui.say(Word::column_people), 60, 0, true}});
    while (next_row(ui, table)) {
        RoleRow const& row = rows[static_cast<std::size_t>(table.row)];
        if (cell_link(ui, table, row.name)) page.go(Page::role, row.role.raw);
        cell(ui, table, count_of(row.coverage.skills_count));
        cell(ui, table, ui.say(Word::n_of_m, {count_of(row.coverage.taught_count),
                                              count_of(row.coverage.skills_count)}));
        cell(ui, table, count_text(row.people_count));
    }
    end_table(ui, table);
}

void draw_add(PageContext& page) {
    Ui& ui = page.ui;
    begin_line(ui, ui.control_height());
    if (button(ui, {.key = "add", .label = ui.say(Word::add_role), .glyph = glyph_plus})) {
        page.go(Page::add_role);
    }
    end_line(ui);
    gap(ui, 12);
}

}  // namespace

void draw_roles_page(PageContext& page) {
    Ui& ui = page.ui;
    std::vector<RoleRow> const& rows = area_rows(page).roles;
    page_title(ui, ui.say(Word::roles), rows.empty() ? std::string() : sentence_of(ui, rows));
    if (!rows.empty()) draw_add(page);
    Card const card = begin_card(ui);
    if (!rows.empty()) {
        draw_list(page, rows);
    } else if (empty_state(ui, "add", ui.say(Word::roles_empty), ui.say(Word::add_role))) {
        page.go(Page::add_role);
    }
    end_card(ui, card);
}

}  // namespace zhitu::ui
