#include "ui/top_bar.h"

#include <algorithm>

#include "ui/buttons.h"
#include "ui/glyph_names.h"
#include "ui/history_menu.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr float person_width = 192;
constexpr std::size_t people_without_search_max = 8;

void draw_state_text(Ui& ui, std::string_view text, Tint tint, std::string_view description) {
    Box const box = place(ui, text_width(ui, text, Type::body) + 8, ui.control_height());
    decorate_text_middle(ui, text, Type::body, {box.x + 4, box.y + box.height / 2}, tint);
    SemanticNode node = make_node(AriaRole::status, text, box);
    node.id = text_id(ui);
    node.description = description;
    ui.tree.add(std::move(node));
}

struct Mark {
    std::string text;
    Tint tint = Tint::amber;
    std::string description{};
    bool can_take_over = false;
};

Mark read_only_mark(PageContext& page) {
    Mark mark{page.ui.say(Word::read_only)};
    mark.can_take_over = !page.store.journal().is_newer();
    return mark;
}

// Made from what the storage answered and from nothing else. What can be done about a failure
// stands beneath (ui/banners.h).
Mark saved_mark(PageContext& page) {
    Ui& ui = page.ui;
    if (page.view.storage.is_in_memory) {
        return {ui.say(Word::only_in_memory), Tint::amber, page.view.storage.reason};
    }
    switch (page.store.save_state()) {
    case vault::SaveState::saved:
        return {std::string("✓ ") + ui.say(Word::saved), Tint::accent};
    case vault::SaveState::saving: return {ui.say(Word::saving), Tint::muted};
    case vault::SaveState::failed: {
        Error const* const error = page.store.save_error();
        std::string reason = error != nullptr ? sentence(*error, ui.language) : "";
        return {ui.say(Word::not_saved), Tint::vermilion, std::move(reason)};
    }
    case vault::SaveState::read_only: break;
    }
    return read_only_mark(page);
}

void draw_saved_mark(PageContext& page, Mark const& mark) {
    Ui& ui = page.ui;
    draw_state_text(ui, mark.text, mark.tint, mark.description);
    if (!mark.can_take_over) return;
    if (button(ui, {.key = "take_over", .label = ui.say(Word::take_over)})) {
        page.wishes.push(app::ShellRequest{app::TakeOver{}});
    }
}

// What the mark and its button take, with the gap behind.
float saved_mark_width(Ui& ui, Mark const& mark) {
    float const text = text_width(ui, mark.text, Type::body) + 16;
    if (!mark.can_take_over) return text;
    return text + button_width(ui, {.label = ui.say(Word::take_over)}) + 8;
}

void draw_search(PageContext& page, float width) {
    Ui& ui = page.ui;
    FieldResult const typed = text_field(
        ui, {.key = "##search", .label = ui.say(Word::search_courses),
             .placeholder = ui.say(Word::search_courses), .is_label_hidden = true,
             .width = width, .glyph = glyph_search},
        page.view.catalog.query);
    if (typed.is_entered && page.view.route.page != Page::catalog) page.go(Page::catalog);
}

// The company itself first, then who fits the query: by name, login or what they may do.
struct Actors {
    std::vector<PersonId> ids;
    std::vector<std::string> names;
    int chosen = -1;
};

std::string actor_name(Ui& ui, app::State const& state, PersonId id) {
    people::Person const& person = state.people.people.at(id);
    return ui.say(Word::actor, {person_name(ui, state, id), ui.say(access_word(person.access))});
}

Actors actors(PageContext& page, std::vector<PersonId> const& people) {
    Ui& ui = page.ui;
    std::string const wanted = comparison_key(page.view.person_query);
    Actors found;
    auto const add = [&](PersonId id, std::string name) {
        if (id == page.view.device.me) found.chosen = static_cast<int>(found.ids.size());
        found.ids.push_back(id);
        found.names.push_back(std::move(name));
    };
    add(PersonId{}, ui.say(Word::whole_company));
    for (PersonId const id : people) {
        std::string name = actor_name(ui, page.state(), id);
        std::string const& login = page.state().people.people.at(id).login;
        bool const fits = comparison_key(name + " " + login).find(wanted) != std::string::npos;
        if (fits) add(id, std::move(name));
    }
    return found;
}

void draw_person_menu(PageContext& page, float width) {
    Ui& ui = page.ui;
    app::State const& state = page.state();
    bool const has_person = state.people.people.contains(page.view.device.me);
    std::string const value = has_person ? person_name(ui, state, page.view.device.me)
                                         : ui.say(Word::whole_company);
    bool const is_open = is_combo_open("me");
    if (!is_open) page.view.person_query.clear();
    Actors const found = is_open ? actors(page, people_by_name(ui, state)) : Actors{};
    bool const has_many = state.people.people.size() > people_without_search_max;
    int const pressed =
        combo(ui, {.key = "me", .label = ui.say(Word::act_as), .value = value,
                   .is_label_hidden = true, .width = width,
                   .glyph = ui.is_narrow() ? nullptr : glyph_user,
                   .query = has_many ? &page.view.person_query : nullptr,
                   .query_label = is_open && has_many ? ui.say(Word::find_person) : "",
                   .note = is_open ? ui.say(Word::no_protection) : ""},
              found.names, found.chosen);
    if (pressed < 0) return;
    page.view.device.me = found.ids[static_cast<std::size_t>(pressed)];
    page.view.device_changed = true;
    page.go(Page::today);
}

}  // namespace

bool is_dark(ViewState const& view) {
    if (view.device.theme == Theme::system) return view.system_prefers_dark;
    return view.device.theme == Theme::dark;
}

void draw_device_buttons(PageContext& page) {
    Ui& ui = page.ui;
    DeviceSettings& device = page.view.device;
    // On a phone the room goes to the person's name.
    bool const is_short = ui.is_narrow() && !page.state().is_empty();
    if (button(ui, {.key = "language", .label = ui.say(Word::language_label),
                    .glyph = is_short ? glyph_language : nullptr, .is_label_hidden = is_short,
                    .description = ui.say(Word::switch_language)})) {
        device.language = device.language == Language::zh ? Language::en : Language::zh;
        page.view.device_changed = true;
    }
    bool const dark = is_dark(page.view);
    if (button(ui, {.key = "theme", .label = ui.say(dark ? Word::to_light : Word::to_dark),
                    .glyph = dark ? glyph_sun : glyph_moon, .is_label_hidden = true})) {
        device.theme = dark ? Theme::light : Theme::dark;
        page.view.device_changed = true;
    }
}

void draw_top_bar(PageContext& page) {
    Ui& ui = page.ui;
    push_group(ui, AriaRole::region, ui.say(Word::top_bar), {ui.left, ui.y, ui.width, 0});
    begin_line(ui, ui.control_height(), 8);
    bool const is_one_line = ui.screen_width >= width_of_rail;
    Mark const mark = saved_mark(page);
    if (is_one_line) {
        float const language = button_width(ui, {.label = ui.say(Word::language_label)}) + 8;
        float const rest = saved_mark_width(ui, mark) + language + 2 * (ui.control_height() + 8);
        draw_search(page, std::max(160.0f, ui.width - rest - person_width - 8));
    }
    draw_saved_mark(page, mark);
    draw_device_buttons(page);
    if (is_one_line) draw_history_menu(page);
    float const left = ui.right() - ui.line.x;
    draw_person_menu(page, left >= 88 ? std::min(left, person_width) : ui.width);
    end_line(ui);
    if (!is_one_line) {
        gap(ui, 8);
        begin_line(ui, ui.control_height(), 8);
        draw_search(page, ui.width - ui.control_height() - 8);
        draw_history_menu(page);
        end_line(ui);
    }
    ui.tree.pop();
}

}  // namespace zhitu::ui
