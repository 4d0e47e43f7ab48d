#include "ui/history_menu.h"

#include <algorithm>

#include "base/text.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/outcomes.h"
#include "ui/text_widgets.h"
#include "ui/typed_fields.h"

namespace zhitu::ui {

namespace {

constexpr float menu_width = 340;
constexpr float menu_padding = 12;
constexpr char const* menu_height = "history.height";
constexpr char const* bar_height = "past.height";
constexpr char const* day_field = "past.day";
constexpr int month_ends_max = 4;

char const* shortcut(bool is_redo) {
    bool const is_mac = ImGui::GetIO().ConfigMacOSXBehaviors;
    if (is_redo) return is_mac ? "Cmd+Shift+Z" : "Ctrl+Y";
    return is_mac ? "Cmd+Z" : "Ctrl+Z";
}

std::string deed_text(PageContext& page, app::Deed const& deed) {
    if (!deed.command) return page.ui.say(Word::an_import);
    return outcome_text(page.store.state(), *deed.command, page.ui.language);
}

// One button and the line that says what it would do, or why it cannot.
void draw_way(PageContext& page, bool is_redo) {
    Ui& ui = page.ui;
    app::UndoStack const& stack = page.store.undo_stack();
    app::Deed const* const deed = is_redo ? stack.to_redo() : stack.to_undo();
    std::string const what =
        deed != nullptr ? ui.say(is_redo ? Word::redo_what : Word::undo_what,
                                 {deed_text(page, *deed), shortcut(is_redo)})
                        : undo_reason(stack, is_redo, ui.language);
    if (button(ui, {.key = is_redo ? "redo" : "undo",
                    .label = ui.say(is_redo ? Word::redo : Word::undo),
                    .glyph = is_redo ? nullptr : glyph_undo, .is_disabled = deed == nullptr,
                    .description = what})) {
        page.wishes.push(Wishes::Undo{0, is_redo});
        ImGui::CloseCurrentPopup();
    }
    gap(ui, 4);
    muted(ui, what, Type::small);
    gap(ui, 8);
}

void show_day(PageContext& page, std::string day, vault::Stamp until = 0) {
    page.wishes.push(Wishes::ShowDay{std::move(day), until});
    ImGui::CloseCurrentPopup();
}

app::Moments const& moments(PageContext& page) {
    PastView& past = page.view.past;
    if (past.moments_version != page.store.state().version) {
        past.moments_version = page.store.state().version;
        past.moments = app::moments_of(page.store.ledger());
    }
    return past.moments;
}

// Days that somebody may have in mind, one press away.
void draw_moments(PageContext& page) {
    Ui& ui = page.ui;
    app::Moments const& known = moments(page);
    int const offset = page.store.utc_offset_minutes();
    begin_line(ui, ui.control_height(), 8);
    if (known.last_import != 0 &&
        button(ui, {.key = "import", .label = ui.say(Word::past_import)})) {
        show_day(page, date_text(app::day_of(known.last_import, offset)), known.last_import);
    }
    std::string const& exported_on = page.store.undo_stack().exported_on();
    bool const is_export_past = !exported_on.empty() && exported_on < page.view.today;
    if (is_export_past && button(ui, {.key = "export", .label = ui.say(Word::past_export)})) {
        show_day(page, exported_on);
    }
    std::int64_t const first = app::day_of(known.first, offset);
    std::int64_t const today = parse_date_days(page.store.today()).value_or(first);
    for (std::int64_t const day : app::month_ends(first, today, month_ends_max)) {
        std::string const date = date_text(day);
        if (button(ui, {.key = date.c_str(), .label = date_words(date, ui.language)})) {
            show_day(page, date);
        }
    }
    end_line(ui);
}

void draw_days(PageContext& page) {
    Ui& ui = page.ui;
    heading(ui, ui.say(Word::past_heading), 3);
    gap(ui, 4);
    std::string& day = page.form(day_field);
    std::string const today = page.store.today();
    if (day.empty()) day = page.view.past.day.empty() ? today : page.view.past.day;
    bool const is_day = date_field(
        ui, {.key = "day", .label = ui.say(Word::field_date), .latest = today}, day);
    gap(ui, 8);
    begin_line(ui, ui.control_height(), 8);
    if (button(ui, {.key = "show", .label = ui.say(Word::past_go), .is_disabled = !is_day})) {
        show_day(page, std::string(trimmed(day)));
    }
    if (!page.view.past.day.empty() &&
        button(ui, {.key = "today", .label = ui.say(Word::past_today)})) {
        show_day(page, {});
    }
    end_line(ui);
    gap(ui, 8);
    draw_moments(page);
}

void draw_menu(PageContext& page, Box const& anchor) {
    Ui& ui = page.ui;
    SavedColumn const saved = save_column(ui);
    float const width = std::min(menu_width, ui.screen_width - 16);
    auto const wanted = static_cast<float>(page.choice(menu_height, 320));
    float const top = anchor.y + anchor.height + 4;
    float const height = std::min(wanted, ui.screen_height - top - 8);
    float const x = std::clamp(anchor.x, 8.0f, std::max(8.0f, ui.screen_width - width - 8));
    ImGui::SetNextWindowPos({x, top});
    ImGui::SetNextWindowSize({width, height});
    if (ImGui::BeginPopup("history", ImGuiWindowFlags_NoMove)) {
        push_group(ui, AriaRole::dialog, ui.say(Word::history), {x, top, width, height});
        begin_area(ui, menu_padding);
        float const begin = ui.y;
        draw_way(page, false);
        draw_way(page, true);
        draw_days(page);
        page.choose(menu_height, static_cast<std::int64_t>(ui.y - begin + 2 * menu_padding));
        end_area(ui, menu_padding);
        ui.tree.pop();
        ImGui::EndPopup();
    }
    restore_column(ui, saved);
}

}  // namespace

std::string undo_reason(app::UndoStack const& stack, bool is_redo, Language language) {
    if (is_redo) {
        return text_of(stack.is_import_dropped() ? Word::redo_dropped : Word::redo_none, language);
    }
    if (stack.exported_on().empty()) return text_of(Word::undo_none, language);
    return fill(text_of(Word::undo_exported, language),
                {date_words(stack.exported_on(), language)});
}

void draw_history_menu(PageContext& page) {
    Ui& ui = page.ui;
    bool const is_open = ImGui::IsPopupOpen("history");
    Box const anchor{ui.line.x, ui.y, ui.control_height(), ui.control_height()};
    if (button(ui, {.key = "history", .label = ui.say(Word::history), .glyph = glyph_clock,
                    .is_label_hidden = true, .is_expanded = is_open})) {
        page.form(day_field).clear();
        ImGui::OpenPopup("history");
    }
    if (is_open) draw_menu(page, anchor);
}

void draw_past_bar(PageContext& page) {
    PastView const& past = page.view.past;
    if (past.day.empty()) return;
    Ui& ui = page.ui;
    Box const box{ui.left, ui.y, ui.width, static_cast<float>(page.choice(bar_height, 96))};
    decorate_box(ui, box, Tint::amber_soft, card_radius);
    std::string const day = date_words(past.day, ui.language);
    bool const is_ready = past.shown && !past.work;
    std::string const sentence = ui.say(is_ready ? Word::past_shown : Word::past_working, {day});
    push_group(ui, AriaRole::status, sentence, box);
    SavedColumn const outside = save_column(ui);
    set_column(ui, box.x + 12, box.width - 24, box.y + 8);
    text(ui, sentence, Type::strong, Tint::amber);
    if (is_ready) {
        auto const count = [](std::uint64_t value) {
            return count_text(static_cast<std::int64_t>(value));
        };
        std::string rests = ui.say(Word::past_rests, {count(past.shown->changes_count)});
        if (past.shown->lost_count > 0) {
            rests += ' ' + ui.say(Word::past_lost, {count(past.shown->lost_count)});
        }
        text(ui, rests, Type::small, Tint::amber);
    } else if (past.work) {
        auto const percent = static_cast<int>(past.work->share_done() * 100);
        text(ui, std::to_string(percent) + " %", Type::small, Tint::amber);
    }
    gap(ui, 4);
    if (button(ui, {.key = "today", .label = ui.say(Word::past_today)})) {
        page.wishes.push(Wishes::ShowDay{});
    }
    gap(ui, 8);
    page.choose(bar_height, static_cast<std::int64_t>(ui.y - box.y));
    float const bottom = ui.y;
    restore_column(ui, outside);
    ui.y = bottom;
    ui.tree.pop();
    gap(ui, 8);
}

void draw_empty_past(PageContext& page) {
    Ui& ui = page.ui;
    app::Moments const& known = moments(page);
    std::string const first =
        date_text(app::day_of(known.first, page.store.utc_offset_minutes()));
    std::string const first_words = date_words(first, ui.language);
    std::string const sentence =
        ui.say(Word::past_empty, {date_words(page.view.past.day, ui.language), first_words});
    if (empty_state(ui, "first", sentence, ui.say(Word::past_first, {first_words}))) {
        page.wishes.push(Wishes::ShowDay{first, 0});
    }
}

void ask_by_keys(Wishes& wishes) {
    if (ImGui::GetIO().WantTextInput) return;
    bool const is_redo = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Y) ||
                         ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
    bool const is_undo = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Z);
    if (is_undo || is_redo) wishes.push(Wishes::Undo{0, is_redo});
}

}  // namespace zhitu::ui
