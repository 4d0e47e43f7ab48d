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

struct CountRow {
    Word what;
    std::size_t value = 0;
    bool is_problem = false;
};

std::vector<CountRow> counts_of(PageContext const& page) {
    ImportState const& import = page.view.import;
    if (!import.proposal) return {{Word::count_changes, import.exchange_changes.size()}};
    app::ImportProposal const& proposal = *import.proposal;
    auto const of = [&proposal](app::Thing thing) {
        return proposal.counts[static_cast<std::size_t>(thing)];
    };
    auto const all = [&of](app::Thing thing) {
        return of(thing).added + of(thing).changed + of(thing).same;
    };
    return {{Word::count_new_courses, of(app::Thing::course).added},
            {Word::count_known_courses, of(app::Thing::course).changed},
            {Word::count_new_skills, of(app::Thing::skill).added},
            {Word::count_roles, all(app::Thing::role)},
            {Word::count_people, all(app::Thing::person)},
            {Word::count_refused, proposal.refusals_count, proposal.refusals_count > 0},
            {Word::count_warnings, proposal.warnings_count}};
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
    return !import.exchange_changes.empty() || (import.proposal && import.proposal->has_changes());
}

void draw_apply_line(PageContext& page) {
    Ui& ui = page.ui;
    ImportState& import = page.view.import;
    gap(ui, 12);
    begin_line(ui, ui.control_height());
    if (has_content(import) && button(ui, {.key = "apply", .label = ui.say(Word::apply),
                                           .kind = ButtonKind::primary})) {
        if (import.proposal) page.wishes.push(Wishes::ApplyImport{});
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
        if (import.proposal) {
            for (exchange::FileReading const& file : import.proposal->files) {
                muted(ui, ui.say(Word::preview_files, {file.name, count(file.rows_count)}),
                      Type::small);
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
                    std::vector<exchange::Refusal> const& rows, std::uint64_t rows_count) {
    if (rows.empty()) return;
    Card const card = begin_card(ui);
    heading(ui, ui.say(title), 2);
    gap(ui, 8);
    Table table = begin_table(ui, {.key = key, .name = ui.say(title),
                                   .rows_count = static_cast<int>(rows.size())},
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
    if (rows.size() < rows_count) {
        gap(ui, 8);
        muted(ui, ui.say(Word::rows_more, {count(rows_count - rows.size())}), Type::small);
    }
    end_card(ui, card);
}

}  // namespace

void draw_import_preview(PageContext& page) {
    // Apply and Cancel of this frame must not take away what the cards below still draw.
    bool const has_proposal = page.view.import.proposal.has_value();
    draw_summary_card(page);
    ImportState const& import = page.view.import;
    if (!has_proposal || !import.proposal) return;
    app::ImportProposal const& proposal = *import.proposal;
    draw_rows_card(page.ui, "refused", Word::refused_heading, proposal.refusals,
                   proposal.refusals_count);
    draw_rows_card(page.ui, "warned", Word::warned_heading, proposal.warnings,
                   proposal.warnings_count);
}

}  // namespace zhitu::ui
