#include "ui/import_rows.h"

#include <algorithm>

#include "exchange/refused_rows.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/import_words.h"
#include "ui/labels.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr char const* group_choice = "import.group";

enum Group : std::uint8_t { refused, changed, kept, warned, added, same };
constexpr std::size_t groups_count = 6;
struct GroupWords {
    Word tab;
    Word about;
};
constexpr std::array<GroupWords, groups_count> group_words = {{
    {Word::tab_refused, Word::group_refused}, {Word::tab_changed, Word::group_changed},
    {Word::tab_kept, Word::group_kept},       {Word::tab_warned, Word::group_warned},
    {Word::tab_added, Word::group_added},     {Word::tab_same, Word::group_same},
}};

std::string count(std::uint64_t value) { return count_text(static_cast<std::int64_t>(value)); }

std::array<std::uint64_t, groups_count> counts_of(app::ImportProposal const& proposal) {
    std::array<std::uint64_t, groups_count> out{};
    out[refused] = proposal.refusals_count;
    out[kept] = proposal.kept_count;
    out[warned] = proposal.warnings_count;
    for (app::ThingCounts const& thing : proposal.counts) {
        out[changed] += thing.changed;
        out[added] += thing.added;
        out[same] += thing.same;
    }
    return out;
}

using SayReason = std::string (*)(exchange::Refusal const&, Language);

// Gives how many rows of files are told of.
std::size_t draw_refusals(PageContext& page, Group group,
                          std::vector<exchange::Refusal> const& rows, SayReason say_reason) {
    Ui& ui = page.ui;
    std::size_t const shown = std::min(rows.size(), limits::rows_shown_max);
    Table table = begin_table(ui, {.key = "refusals", .name = ui.say(group_words[group].about),
                                   .rows_count = static_cast<int>(shown),
                                   .heights = &page.view.import.heights[group]},
                              {{ui.say(Word::column_file), 104, 0},
                               {ui.say(Word::column_row), 40, 0, true},
                               {ui.say(Word::column_column), 80, 0},
                               {ui.say(Word::column_value), 120, 1},
                               {ui.say(Word::column_why), 240, 3}});
    while (next_row(ui, table)) {
        exchange::Refusal const& row = rows[static_cast<std::size_t>(table.row)];
        bool const is_whole = row.row == 0;
        cell(ui, table, row.file, Tint::muted);
        cell(ui, table, is_whole ? "–" : count(row.row));
        cell(ui, table, is_whole ? std::string(ui.say(Word::whole_file)) : row.column);
        cell(ui, table, row.value.empty() ? ui.say(Word::value_nothing) : row.value,
             row.value.empty() ? Tint::muted : Tint::ink);
        cell(ui, table, say_reason(row, ui.language));
    }
    end_table(ui, table);
    return group == refused ? exchange::count_rows(rows, shown) : shown;
}

std::string change_text(Ui& ui, Group group, app::FieldChange const& change) {
    auto const value = [&ui](std::string const& text) {
        return text.empty() ? std::string(ui.say(Word::value_nothing)) : text;
    };
    Word const word = group == kept ? Word::field_kept : Word::field_change;
    return ui.say(word, {field_text(change.field, ui.language), value(change.before),
                                       value(change.after)});
}

std::size_t draw_things(PageContext& page, Group group,
                        std::vector<app::ProposedRow> const& rows) {
    Ui& ui = page.ui;
    std::size_t const shown = std::min(rows.size(), limits::rows_shown_max);
    std::vector<Column> columns = {{ui.say(Word::column_what), 88, 0},
                                   {ui.say(Word::column_name), 160, 1}};
    bool const has_fields = group == changed || group == kept;
    Word const told = group == kept ? Word::column_field_kept : Word::column_field_change;
    if (has_fields) columns.push_back({ui.say(told), 240, 2});
    Table table = begin_table(ui, {.key = "things", .name = ui.say(group_words[group].about),
                                   .rows_count = static_cast<int>(shown),
                                   .heights = &page.view.import.heights[group]}, columns);
    while (next_row(ui, table)) {
        app::ProposedRow const& row = rows[static_cast<std::size_t>(table.row)];
        cell(ui, table, ui.say(thing_word(row.thing)), Tint::muted);
        cell(ui, table, name_in(row.name, ui.language));
        if (!has_fields) continue;
        begin_cell(ui, table);
        for (app::FieldChange const& change : row.fields) {
            text(ui, change_text(ui, group, change));
        }
        end_cell(ui, table);
    }
    end_table(ui, table);
    return shown;
}

std::size_t draw_group(PageContext& page, Group group) {
    app::ImportProposal const& proposal = *page.view.import.proposal;
    switch (group) {
    case refused: return draw_refusals(page, group, proposal.refusals, refusal_text);
    case kept: return draw_things(page, group, proposal.kept);
    case warned: return draw_refusals(page, group, proposal.warnings, warning_text);
    case changed: return draw_things(page, group, proposal.changed);
    case added: return draw_things(page, group, proposal.added);
    case same: return draw_things(page, group, proposal.same);
    }
    return 0;
}

// The file is made when it is asked for: it may hold every row of what was chosen.
void save_refused(PageContext& page) {
    Ui& ui = page.ui;
    auto const files =
        exchange::refused_files_from_bytes(page.view.import.proposal->refused_rows);
    if (!files) return;
    Language const language = ui.language;
    exchange::RefusedWords const words{
        ui.say(Word::column_row), ui.say(Word::column_column), ui.say(Word::column_why),
        [language](exchange::Refusal const& row) { return refusal_text(row, language); }};
    page.wishes.push(app::ShellRequest{
        app::DownloadFile{ui.say(Word::refused_file_name), "text/csv",
                          exchange::refused_rows_csv(files.value(), words)}});
}

void draw_group_head(PageContext& page, Group group) {
    Ui& ui = page.ui;
    muted(ui, ui.say(group_words[group].about));
    gap(ui, 8);
    if (group != refused) return;
    if (button(ui, {.key = "save_refused", .label = ui.say(Word::save_refused),
                    .glyph = glyph_download})) {
        save_refused(page);
    }
    gap(ui, 8);
}

Group choose_group(PageContext& page, std::array<std::uint64_t, groups_count> const& counts) {
    Ui& ui = page.ui;
    auto const first = std::find_if(counts.begin(), counts.end(),
                                    [](std::uint64_t value) { return value > 0; });
    auto const otherwise = first != counts.end() ? first - counts.begin() : 0;
    auto const now = static_cast<std::size_t>(page.choice(group_choice, otherwise));
    std::array<std::string, groups_count> labels;
    for (std::size_t i = 0; i < groups_count; ++i) {
        labels[i] = ui.say(group_words[i].tab, {count(counts[i])});
    }
    int const at = choose(ui, "group", ui.say(Word::rows_heading),
                          {{labels[0], now == 0}, {labels[1], now == 1}, {labels[2], now == 2},
                           {labels[3], now == 3}, {labels[4], now == 4}, {labels[5], now == 5}});
    if (at >= 0) page.choose(group_choice, at);
    return static_cast<Group>(std::min(now, groups_count - 1));
}

}  // namespace

void draw_import_rows(PageContext& page) {
    Ui& ui = page.ui;
    auto const counts = counts_of(*page.view.import.proposal);
    if (std::all_of(counts.begin(), counts.end(), [](auto value) { return value == 0; })) return;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::rows_heading));
    Group const group = choose_group(page, counts);
    gap(ui, 12);
    if (counts[group] == 0) {
        muted(ui, ui.say(Word::group_empty));
    } else {
        draw_group_head(page, group);
        std::size_t const shown = draw_group(page, group);
        if (shown < counts[group]) {
            gap(ui, 8);
            muted(ui, ui.say(Word::rows_more, {count(counts[group] - shown)}), Type::small);
        }
    }
    end_card(ui, card);
}

}  // namespace zhitu::ui
