// Add or edit a person, a course, a skill, a role. What decide would refuse stands beside the
// field before anything is sent.

#include "ui/forms.h"

#include <algorithm>

#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/lifts_field.h"
#include "ui/page.h"
#include "ui/prerequisites_field.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

FieldResult draw_field(PageContext& page, char const* field, Word label, Word hint = Word::count_,
                       bool is_multiline = false) {
    Ui& ui = page.ui;
    std::string const error(page.form_error(field));
    std::string const key = std::string("##") + field;
    FieldResult const result = text_field(
        ui, {.key = key.c_str(), .label = ui.say(label),
             .hint = hint == Word::count_ ? "" : ui.say(hint), .error = error,
             .is_multiline = is_multiline},
        page.form(field));
    if (result.is_changed) page.view.form_errors.erase(field);
    gap(ui, 12);
    return result;
}

// A combo over named ids; the chosen index is kept in the view's choices, 0: none.
void draw_choice(PageContext& page, char const* field, Word label,
                 std::vector<std::string> const& options) {
    Ui& ui = page.ui;
    auto const last = static_cast<std::int64_t>(options.size()) - 1;
    auto const chosen = std::clamp<std::int64_t>(page.choice(field), 0, last);
    int const pressed = combo(ui, {.key = field, .label = ui.say(label),
                                   .value = options[static_cast<std::size_t>(chosen)],
                                   .width = ui.width},
                              options, static_cast<int>(chosen));
    if (pressed >= 0) page.choose(field, pressed);
    gap(ui, 12);
}

template <class Map>
std::vector<std::string> names_with_none(Ui& ui, Map const& map) {
    std::vector<std::string> names{ui.say(Word::none)};
    for (auto const& [id, thing] : map) names.push_back(name_in(thing.name, ui.language));
    return names;
}

bool draw_submit(PageContext& page) {
    Ui& ui = page.ui;
    begin_line(ui, ui.control_height());
    bool const is_pressed =
        button(ui, {.key = "save", .label = ui.say(Word::save), .kind = ButtonKind::primary,
                    .is_disabled = !page.store.is_writer()});
    if (button(ui, {.key = "cancel", .label = ui.say(Word::cancel)})) leave_form(page);
    end_line(ui);
    return is_pressed;
}

// Half the card's width where there is room: long fields are hard to read.
Card begin_form(Ui& ui) {
    Card const card = begin_card(ui);
    ui.width = std::min(ui.width, 480.0f);
    return card;
}

void draw_person_form(PageContext& page) {
    Ui& ui = page.ui;
    page_title(ui, ui.say(is_editing(page) ? Word::edit_person : Word::add_person), "");
    fill_person_form(page);
    Card const card = begin_form(ui);
    draw_field(page, "login", Word::field_login, Word::field_login_hint);
    draw_field(page, "name_zh", Word::field_name_zh);
    draw_field(page, "name_en", Word::field_name_en, Word::field_name_hint);
    draw_field(page, "email", Word::field_email);
    draw_choice(page, "role", Word::field_role, names_with_none(ui, page.state().people.roles));
    draw_choice(page, "team", Word::field_team, names_with_none(ui, page.state().people.teams));
    draw_choice(page, "access", Word::field_access,
                {ui.say(Word::access_employee), ui.say(Word::access_manager),
                 ui.say(Word::access_admin)});
    if (draw_submit(page)) submit_person(page);
    end_card(ui, card);
}

// The number, and beside it in what.
void draw_price(PageContext& page) {
    Ui& ui = page.ui;
    constexpr float currency_width = 96;
    float const width = ui.width;
    float const top = ui.y;
    ui.width -= currency_width + 8;
    draw_field(page, "price_minor", Word::field_price, Word::field_price_hint);
    float const bottom = ui.y;
    std::string const code = typed_currency(page);
    std::vector<std::string> const codes = currencies_with(code);
    auto const chosen = std::find(codes.begin(), codes.end(), code) - codes.begin();
    set_column(ui, ui.left + ui.width + 8, currency_width, top + 20);  // below the label's line
    int const at = combo(ui, {.key = "currency", .label = ui.say(Word::price_currency),
                              .value = code, .is_label_hidden = true, .width = currency_width},
                         codes, static_cast<int>(chosen));
    if (at >= 0) page.form("currency") = codes[static_cast<std::size_t>(at)];
    set_column(ui, ui.left - (width - currency_width), width, bottom);
}

void draw_course_form(PageContext& page) {
    Ui& ui = page.ui;
    page_title(ui, ui.say(is_editing(page) ? Word::edit_course : Word::add_course), "");
    fill_course_form(page);
    Card const card = begin_form(ui);
    draw_field(page, "title_zh", Word::field_title_zh);
    draw_field(page, "title_en", Word::field_title_en, Word::field_name_hint);
    draw_field(page, "summary", Word::field_summary, Word::count_, true);
    draw_field(page, "url", Word::field_url);
    draw_field(page, "source", Word::field_source);
    draw_choice(page, "level", Word::field_level,
                {ui.say(Word::level_none), ui.say(Word::level_1), ui.say(Word::level_2),
                 ui.say(Word::level_3)});
    draw_field(page, "duration_minutes", Word::field_hours);
    draw_price(page);
    draw_field(page, "popularity", Word::field_popularity, Word::field_popularity_hint);
    draw_lifts_field(page);
    draw_prerequisites_field(page);
    if (draw_submit(page)) submit_course(page);
    end_card(ui, card);
}

void draw_skill_form(PageContext& page) {
    Ui& ui = page.ui;
    page_title(ui, ui.say(Word::add_skill), "");
    fill_skill_form(page);
    Card const card = begin_form(ui);
    draw_field(page, "name_zh", Word::field_name_zh);
    draw_field(page, "name_en", Word::field_name_en, Word::field_name_hint);
    draw_field(page, "domain", Word::field_domain);
    if (draw_submit(page)) submit_skill(page);
    end_card(ui, card);
}

void draw_role_form(PageContext& page) {
    Ui& ui = page.ui;
    bool const is_new = !is_editing(page);
    page_title(ui, ui.say(is_new ? Word::add_role : Word::edit_role),
               is_new ? ui.say(Word::role_form_next) : "");
    fill_role_form(page);
    Card const card = begin_form(ui);
    draw_field(page, "name_zh", Word::field_name_zh);
    draw_field(page, "name_en", Word::field_name_en, Word::field_name_hint);
    if (draw_submit(page)) submit_role(page);
    end_card(ui, card);
}

}  // namespace

void draw_forms_page(PageContext& page) {
    switch (page.view.route.page) {
    case Page::add_course: draw_course_form(page); break;
    case Page::add_skill: draw_skill_form(page); break;
    case Page::add_role: draw_role_form(page); break;
    default: draw_person_form(page); break;
    }
}

}  // namespace zhitu::ui
