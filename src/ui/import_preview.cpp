#include "ui/import_preview.h"

#include <algorithm>

#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

std::string count(std::size_t value) { return count_text(static_cast<std::int64_t>(value)); }

template <class Imported, class Known>
std::size_t count_known(Imported const& imported, Known const& known) {
    return static_cast<std::size_t>(
        std::count_if(imported.begin(), imported.end(),
                      [&](auto const& entry) { return known.contains(entry.first); }));
}

struct CountRow {
    Word what;
    std::size_t value = 0;
    bool is_problem = false;
};

std::vector<CountRow> counts_of(PageContext const& page) {
    ImportState const& import = page.view.import;
    if (!import.table) return {{Word::count_changes, import.exchange_changes.size()}};
    exchange::ImportTable const& table = *import.table;
    catalog::State const& catalog = page.state().catalog;
    std::size_t const known_courses = count_known(table.courses, catalog.courses);
    std::size_t const known_skills = count_known(table.skills, catalog.skills);
    return {{Word::count_new_courses, table.courses.size() - known_courses},
            {Word::count_known_courses, known_courses},
            {Word::count_new_skills, table.skills.size() - known_skills},
            {Word::count_roles, table.roles.size()},
            {Word::count_people, table.people.size()},
            {Word::count_refused, table.refusals.size(), !table.refusals.empty()},
            {Word::count_warnings, table.warnings.size()}};
}

void draw_counts(PageContext& page) {
    Ui& ui = page.ui;
    std::vector<CountRow> const rows = counts_of(page);
    Table table = begin_table(ui, {.key = "counts", .name = ui.say(Word::preview_heading),
                                   .rows_count = static_cast<int>(rows.size())},
                              {{ui.say(Word::column_what), 160, 1},
                               {ui.say(Word::column_count), 64, 0, true}});
    while (next_row(ui, table)) {
        CountRow const& row = rows[static_cast<std::size_t>(table.row)];
        cell(ui, table, ui.say(row.what));
        cell(ui, table, count(row.value), row.is_problem ? Tint::vermilion : Tint::ink);
    }
    end_table(ui, table);
}

bool has_content(ImportState const& import) {
    return !import.exchange_changes.empty() || (import.table && !import.table->is_empty());
}

void draw_apply_line(PageContext& page) {
    Ui& ui = page.ui;
    ImportState& import = page.view.import;
    gap(ui, 12);
    begin_line(ui, ui.control_height());
    if (has_content(import) && button(ui, {.key = "apply", .label = ui.say(Word::apply),
                                           .kind = ButtonKind::primary})) {
        if (import.table) page.wishes.push(app::Command{app::ImportFiles{*import.table}});
        else page.wishes.push(Wishes::ApplyExchange{});
    }
    bool const is_dropped = button(ui, {.key = "drop", .label = ui.say(Word::cancel)});
    end_line(ui);
    if (is_dropped) import = ImportState{};
}

void draw_summary_card(PageContext& page) {
    Ui& ui = page.ui;
    ImportState const& import = page.view.import;
    Card const card = begin_card(ui);
    ui.width = std::min(ui.width, 480.0f);  // what belongs together stays in sight of each other
    heading(ui, ui.say(Word::preview_heading), 2);
    gap(ui, 4);
    if (import.error) {
        text(ui, sentence(*import.error, ui.language), Type::body, Tint::vermilion);
    } else {
        if (import.table) {
            for (auto const& [file, rows] : import.table->rows_read) {
                muted(ui, ui.say(Word::preview_files, {file, count(rows)}), Type::small);
            }
        }
        gap(ui, 8);
        draw_counts(page);
        if (!has_content(import)) {
            gap(ui, 8);
            text(ui, ui.say(Word::nothing_to_apply), Type::body, Tint::amber);
        }
    }
    draw_apply_line(page);
    end_card(ui, card);
}

void draw_rows_card(Ui& ui, char const* key, Word title,
                    std::vector<exchange::Refusal> const& rows) {
    if (rows.empty()) return;
    Card const card = begin_card(ui);
    heading(ui, ui.say(title), 2);
    gap(ui, 8);
    std::size_t const shown = std::min(rows.size(), limits::rows_shown_max);
    Table table = begin_table(ui, {.key = key, .name = ui.say(title),
                                   .rows_count = static_cast<int>(shown)},
                              {{ui.say(Word::column_file), 120, 0},
                               {ui.say(Word::column_row), 48, 0, true},
                               {ui.say(Word::column_column), 88, 0},
                               {ui.say(Word::column_value), 120, 1},
                               {ui.say(Word::column_why), 200, 2}});
    while (next_row(ui, table)) {
        exchange::Refusal const& row = rows[static_cast<std::size_t>(table.row)];
        bool const is_whole = row.row == 0;
        cell(ui, table, row.file);
        cell(ui, table, is_whole ? "–" : count(row.row));
        cell(ui, table, is_whole ? std::string(ui.say(Word::whole_file)) : row.column);
        cell(ui, table, row.value, Tint::muted);
        cell(ui, table, sentence(row.why, ui.language));
    }
    end_table(ui, table);
    if (shown < rows.size()) {
        gap(ui, 8);
        muted(ui, ui.say(Word::rows_more, {count(rows.size() - shown)}), Type::small);
    }
    end_card(ui, card);
}

}  // namespace

void draw_import_preview(PageContext& page) {
    // Apply and Cancel of this frame must not take away what the cards below still draw.
    bool const has_table = page.view.import.table.has_value();
    draw_summary_card(page);
    ImportState const& import = page.view.import;
    if (!has_table || !import.table) return;
    draw_rows_card(page.ui, "refused", Word::refused_heading, import.table->refusals);
    draw_rows_card(page.ui, "warned", Word::warned_heading, import.table->warnings);
}

}  // namespace zhitu::ui
