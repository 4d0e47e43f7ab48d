// Data and privacy: what goes in, what goes out, what is here, and how to remove it.

#include <algorithm>

#include "app/ports.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/import_preview.h"
#include "ui/page.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr char const* clear_choice = "data.clear_asked";

std::string count(std::size_t value) { return count_text(static_cast<std::int64_t>(value)); }

void draw_import_card(PageContext& page) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::import_heading), ui.say(Word::import_text));
    if (button(ui, {.key = "pick", .label = ui.say(Word::door_files_go), .glyph = glyph_upload})) {
        page.wishes.push(app::ShellRequest{app::PickFiles{".csv,.tsv,.txt,.json"}});
    }
    end_card(ui, card);
}

void draw_export_cell(PageContext& page, CardGrid& grid) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::export_heading), ui.say(Word::export_text));
    if (button(ui, {.key = "export", .label = ui.say(Word::export_go),
                    .kind = ButtonKind::primary, .glyph = glyph_download})) {
        page.wishes.push(Wishes::ExportAll{});
    }
    end_cell(ui, grid);
}

// Changes of other devices that came without what they follow.
void draw_what_does_not_count(PageContext& page) {
    Ui& ui = page.ui;
    std::size_t const waiting = page.store.ledger().waiting_count();
    if (waiting > 0) muted(ui, ui.say(Word::records_waiting, {count(waiting)}), Type::small);
    std::uint64_t const dropped = page.store.dropped_count();
    if (dropped == 0) return;
    text(ui, ui.say(Word::records_dropped, {count(dropped)}), Type::small, Tint::vermilion);
}

void draw_hash_cell(PageContext& page, CardGrid& grid) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::state_hash), ui.say(Word::state_hash_text));
    text(ui, to_hex(page.store.state_digest()), Type::small);
    gap(ui, 4);
    std::string const records = count(page.store.ledger().accepted_count());
    muted(ui, ui.say(Word::records_count, {records}), Type::small);
    draw_what_does_not_count(page);
    end_cell(ui, grid);
}

void draw_doctor_cell(PageContext& page, CardGrid& grid) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    heading(ui, ui.say(Word::doctor), 2);
    gap(ui, 4);
    muted(ui, ui.say(Word::doctor_text));
    gap(ui, 12);
    if (button(ui, {.key = "doctor", .label = ui.say(Word::doctor_go)})) page.go(Page::doctor);
    end_cell(ui, grid);
}

void draw_clear_question(PageContext& page) {
    Ui& ui = page.ui;
    text(ui, ui.say(Word::clear_sure), Type::body, Tint::vermilion);
    gap(ui, 8);
    begin_line(ui, ui.control_height());
    if (button(ui, {.key = "clear", .label = ui.say(Word::clear_second),
                    .kind = ButtonKind::danger})) {
        page.wishes.push(Wishes::ClearAll{});
    }
    if (button(ui, {.key = "keep", .label = ui.say(Word::cancel)})) page.choose(clear_choice, 0);
    end_line(ui);
}

void draw_clear_cell(PageContext& page, CardGrid& grid) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::clear_heading), ui.say(Word::clear_text));
    if (page.choice(clear_choice) != 0) {
        draw_clear_question(page);
    } else if (button(ui, {.key = "ask", .label = ui.say(Word::clear_first),
                           .glyph = glyph_trash,
                           .is_disabled = !page.store.is_writer()})) {
        page.choose(clear_choice, 1);
    }
    end_cell(ui, grid);
}

}  // namespace

void draw_data_page(PageContext& page) {
    Ui& ui = page.ui;
    ImportState::Step const step = page.view.import.step;
    bool const is_importing =
        step != ImportState::Step::idle && step != ImportState::Step::applied;
    if (is_importing) return draw_import_page(page);
    app::State const& state = page.state();
    page_title(ui, ui.say(Word::data_privacy),
               ui.say(Word::data_sentence,
                      {count(state.people.people.size()), count(state.catalog.courses.size()),
                       count(state.catalog.skills.size())}));
    draw_import_outcome(page);
    draw_import_card(page);
    CardGrid grid = begin_grid(ui, "data", 2, 260);
    draw_export_cell(page, grid);
    draw_hash_cell(page, grid);
    draw_doctor_cell(page, grid);
    draw_clear_cell(page, grid);
    end_grid(ui, grid);
}

}  // namespace zhitu::ui
