#include "ui/prerequisites_field.h"

#include "ui/buttons.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr char const* query_key = "prerequisites.query";

struct Offer {
    std::vector<CourseId> ids;
    std::vector<std::string> titles;
};

Offer offer_of(PageContext& page, std::set<CourseId> const& chosen) {
    std::string const wanted = comparison_key(page.form(query_key));
    CourseId const self{page.view.route.subject};
    Offer offer;
    for (auto const& [id, course] : page.state().catalog.courses) {
        if (id == self || chosen.contains(id)) continue;
        std::string title = course_title(page.ui, page.state(), id);
        if (comparison_key(title).find(wanted) == std::string::npos) continue;
        offer.ids.push_back(id);
        offer.titles.push_back(std::move(title));
    }
    return offer;
}

// Gives whether it is to go.
bool draw_chosen(PageContext& page, CourseId id) {
    Ui& ui = page.ui;
    std::string const title = course_title(ui, page.state(), id);
    ImGui::PushID(to_text(id).c_str());
    begin_line(ui, ui.control_height(), 8);
    bool const is_dropped =
        button(ui, {.key = "drop", .label = ui.say(Word::drop_prerequisite, {title}),
                    .kind = ButtonKind::quiet, .glyph = glyph_close, .is_label_hidden = true});
    text(ui, title);
    end_line(ui);
    ImGui::PopID();
    return is_dropped;
}

}  // namespace

void type_prerequisites(PageContext& page, std::set<CourseId> const& courses) {
    std::string typed;
    for (CourseId const id : courses) typed += to_text(id) + " ";
    page.form(prerequisites_key) = std::move(typed);
}

std::set<CourseId> typed_prerequisites(PageContext& page) {
    std::set<CourseId> courses;
    std::string_view rest = page.form(prerequisites_key);
    for (std::size_t end = rest.find(' '); end != std::string_view::npos; end = rest.find(' ')) {
        auto const id = raw_id_from_text(rest.substr(0, end));
        if (id) courses.insert(CourseId{*id});
        rest.remove_prefix(end + 1);
    }
    return courses;
}

void draw_prerequisites_field(PageContext& page) {
    Ui& ui = page.ui;
    std::set<CourseId> chosen = typed_prerequisites(page);
    bool const is_open = is_combo_open(prerequisites_key);
    if (!is_open) page.form(query_key).clear();
    Offer const offer = is_open ? offer_of(page, chosen) : Offer{};
    int const pressed =
        combo(ui, {.key = prerequisites_key, .label = ui.say(Word::field_prerequisites),
                   .value = ui.say(Word::choose_prerequisite), .width = ui.width,
                   .query = &page.form(query_key),
                   .query_label = is_open ? ui.say(Word::find_course) : ""},
              offer.titles, -1);
    std::string_view const error = page.form_error(prerequisites_key);
    if (!error.empty()) text(ui, error, Type::small, Tint::vermilion);
    std::set<CourseId> after = chosen;
    for (CourseId const id : chosen) {
        if (draw_chosen(page, id)) after.erase(id);
    }
    if (pressed >= 0) after.insert(offer.ids[static_cast<std::size_t>(pressed)]);
    if (after != chosen) {
        type_prerequisites(page, after);
        page.view.form_errors.erase(prerequisites_key);
    }
    gap(ui, 12);
}

}  // namespace zhitu::ui
