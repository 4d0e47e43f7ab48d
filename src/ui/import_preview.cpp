#include "ui/import_preview.h"

#include "ui/bars.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/import_files.h"
#include "ui/import_flow.h"
#include "ui/import_rows.h"
#include "ui/import_words.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

std::string count(std::uint64_t value) { return count_text(static_cast<std::int64_t>(value)); }

bool is_exchange(ImportState const& import) { return import.exchange.has_value(); }

bool has_content(ImportState const& import) {
    if (is_exchange(import)) return import.exchange->changes_count > 0;
    return import.proposal && import.proposal->has_changes();
}

std::string file_names(Ui& ui, ImportState const& import) {
    std::string names;
    for (app::NamedBytes const& file : import.files) {
        names += (names.empty() ? "" : ui.say(Word::list_comma)) + file.name;
    }
    return names;
}

std::string sentence_of(PageContext& page) {
    Ui& ui = page.ui;
    ImportState const& import = page.view.import;
    if (import.error) return ui.say(Word::import_file_unfit);
    if (is_exchange(import)) {
        return ui.say(Word::import_records, {count(import.exchange->changes_count)}) +
               (ui.language == Language::en ? " " : "") + ui.say(Word::import_not_yet);
    }
    if (import.proposal) return proposal_text(*import.proposal, ui.language);
    return ui.say(Word::import_reading);
}

void draw_progress(PageContext& page, std::string const& label, double share,
                   bool is_final = false) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    text(ui, label);
    gap(ui, 8);
    progress_bar(ui, label, share);
    gap(ui, 12);
    if (!is_final && button(ui, {.key = "cancel", .label = ui.say(Word::cancel)})) {
        page.wishes.push(Wishes::DropImport{});
    }
    end_card(ui, card);
}

// Between what was and what will be.
void draw_changing(PageContext& page) {
    Ui& ui = page.ui;
    ImportState const& import = page.view.import;
    bool const is_dropping = page.store.is_drop_under_way();
    bool const is_merging = !is_dropping && is_exchange(import);
    double share = is_dropping ? page.store.drop_progress() : page.store.batch_progress();
    if (is_merging && !import.exchange->parts.empty()) {
        share = static_cast<double>(import.next_part) /
                static_cast<double>(import.exchange->parts.size());
    }
    Word const text = is_dropping   ? Word::import_undoing_text
                      : is_merging ? Word::import_merging_text
                                   : Word::import_applying_text;
    page_title(ui, ui.say(is_dropping ? Word::undo : Word::import_title), ui.say(text));
    draw_progress(page, ui.say(is_dropping ? Word::import_undoing : Word::import_applying), share,
                  is_dropping || is_merging);
}

void draw_counts(PageContext& page) {
    Ui& ui = page.ui;
    app::ImportProposal const& proposal = *page.view.import.proposal;
    std::vector<std::size_t> things;
    for (std::size_t i = 0; i < app::things_count; ++i) {
        if (!(proposal.counts[i] == app::ThingCounts{})) things.push_back(i);
    }
    if (things.empty()) return;
    Table table = begin_table(ui, {.key = "counts", .name = ui.say(Word::preview_heading),
                                   .rows_count = static_cast<int>(things.size())},
                              {{ui.say(Word::column_what), 96, 1},
                               {ui.say(Word::column_added), 64, 0, true},
                               {ui.say(Word::column_changed), 64, 0, true},
                               {ui.say(Word::column_same), 64, 0, true}});
    while (next_row(ui, table)) {
        std::size_t const thing = things[static_cast<std::size_t>(table.row)];
        app::ThingCounts const& counts = proposal.counts[thing];
        auto const number = [&](std::uint64_t value, Tint tint) {
            cell(ui, table, count(value), value == 0 ? Tint::muted : tint);
        };
        cell(ui, table, ui.say(thing_word(static_cast<app::Thing>(thing))));
        number(counts.added, Tint::accent);
        number(counts.changed, Tint::amber);
        number(counts.same, Tint::muted);
    }
    end_table(ui, table);
}

// Another tab writes: here one may look.
void draw_take_over(PageContext& page) {
    Ui& ui = page.ui;
    text(ui, ui.say(Word::import_read_only), Type::body, Tint::amber);
    gap(ui, 8);
    if (button(ui, {.key = "take_over", .label = ui.say(Word::take_over)})) {
        page.wishes.push(app::ShellRequest{app::TakeOver{}});
    }
    gap(ui, 12);
}

void draw_apply_line(PageContext& page) {
    Ui& ui = page.ui;
    ImportState const& import = page.view.import;
    bool const is_writer = page.store.is_writer();
    gap(ui, 16);
    if (has_content(import) && !is_writer) draw_take_over(page);
    begin_line(ui, ui.control_height());
    bool const is_waiting = import.job != 0 || !is_writer;
    if (has_content(import) && button(ui, {.key = "apply", .label = ui.say(Word::apply),
                                           .kind = ButtonKind::primary,
                                           .is_disabled = is_waiting})) {
        page.wishes.push(Wishes::ApplyImport{});
    }
    if (button(ui, {.key = "drop", .label = ui.say(Word::cancel)})) {
        page.wishes.push(Wishes::DropImport{});
    }
    end_line(ui);
}

void draw_what_happens(PageContext& page) {
    Ui& ui = page.ui;
    ImportState const& import = page.view.import;
    card_head(ui, ui.say(Word::preview_heading));
    if (import.is_stale) {
        text(ui, ui.say(Word::import_stale), Type::body, Tint::amber);
        gap(ui, 8);
    }
    if (import.error) text(ui, sentence(*import.error, ui.language), Type::body, Tint::vermilion);
    else if (import.proposal) draw_counts(page);
    if (!import.error && !has_content(import)) {
        gap(ui, 8);
        bool const is_known = import.proposal && has_known_things(*import.proposal);
        text(ui, ui.say(is_known ? Word::import_no_change : Word::nothing_to_apply), Type::body,
             Tint::amber);
    }
    draw_apply_line(page);
}

void draw_assumptions(PageContext& page) {
    Ui& ui = page.ui;
    card_head(ui, ui.say(Word::taken_for_granted));
    for (exchange::FileReading const& file : page.view.import.proposal->files) {
        if (file.assumptions.empty()) continue;
        muted(ui, file.name, Type::small);
        gap(ui, 4);
        for (auto const& [assumption, times] : file.assumptions) {
            text(ui, ui.say(assumption_word(assumption), {count(times)}));
            gap(ui, 4);
        }
        gap(ui, 4);
    }
}

bool has_assumptions(ImportState const& import) {
    if (!import.proposal) return false;
    for (exchange::FileReading const& file : import.proposal->files) {
        if (!file.assumptions.empty()) return true;
    }
    return false;
}

void draw_summary(PageContext& page) {
    bool const has_two = has_assumptions(page.view.import);
    CardGrid grid = begin_grid(page.ui, "summary", has_two ? 2 : 1, 320);
    begin_cell(page.ui, grid);
    draw_what_happens(page);
    end_cell(page.ui, grid);
    if (has_two) {
        begin_cell(page.ui, grid);
        draw_assumptions(page);
        end_cell(page.ui, grid);
    }
    end_grid(page.ui, grid);
}

// What is being counted again stays readable, but steps back.
void draw_veil(Ui& ui, float top) {
    constexpr float opacity = 0.6f;
    ImGui::GetWindowDrawList()->AddRectFilled({ui.left, top}, {ui.right(), ui.y},
                                              ink(ui, Tint::ground, opacity));
}

void draw_preview(PageContext& page) {
    ImportState const& import = page.view.import;
    float const top = page.ui.y;
    draw_summary(page);
    if (import.proposal) {
        draw_import_files(page);
        draw_import_rows(page);
    }
    if (import.job != 0) draw_veil(page.ui, top);
}

}  // namespace

void draw_import_page(PageContext& page) {
    Ui& ui = page.ui;
    ImportState const& import = page.view.import;
    if (is_changing(page.store, page.view)) return draw_changing(page);
    page_title(ui, ui.say(Word::import_title), sentence_of(page));
    double const share = static_cast<double>(import.progress_millionths) / 1e6;
    if (import.step == ImportState::Step::reading) {
        draw_progress(page, ui.say(Word::reading_files, {file_names(ui, import)}), share);
        return;
    }
    if (import.job != 0) draw_progress(page, ui.say(Word::import_again), share);
    draw_preview(page);
}

void draw_import_outcome(PageContext& page) {
    Ui& ui = page.ui;
    ImportState const& import = page.view.import;
    if (import.step != ImportState::Step::applied) return;
    Card const card = begin_card(ui);
    if (import.proposal) {
        text(ui, applied_text(*import.proposal, ui.language));
    }
    if (is_exchange(import)) {
        Digest const here = page.store.state_digest();
        bool const is_same = here == import.exchange->state;
        muted(ui, ui.say(Word::import_hash_file), Type::small);
        text(ui, to_hex(import.exchange->state), Type::small);
        gap(ui, 4);
        muted(ui, ui.say(Word::import_hash_here), Type::small);
        text(ui, to_hex(here), Type::small);
        gap(ui, 8);
        text(ui, ui.say(is_same ? Word::import_hash_same : Word::import_hash_differs), Type::body,
             is_same ? Tint::accent : Tint::amber);
    }
    gap(ui, 12);
    begin_line(ui, ui.control_height());
    if (button(ui, {.key = "to_catalog", .label = ui.say(Word::to_catalog)})) {
        page.go(Page::catalog);
    }
    end_line(ui);
    end_card(ui, card);
}

}  // namespace zhitu::ui
