#include "ui/lifts_field.h"

#include <algorithm>

#include "ui/area_rows.h"
#include "ui/buttons.h"
#include "ui/glyph_names.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr char const* query_key = "teaches.query";
constexpr float level_width = 96;

// "<id> 0 2 " for each.
std::string_view next_word(std::string_view& rest) {
    std::size_t const end = std::min(rest.find(' '), rest.size());
    std::string_view const word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

// The level chosen just now, or `level`.
std::int64_t draw_level(Ui& ui, char const* key, std::string const& label, std::int64_t first,
                        std::int64_t level) {
    std::vector<std::string> options;
    for (std::int64_t i = first; i < first + limits::level_max; ++i) {
        options.push_back(ui.say(Word::level_n, {std::to_string(i)}));
    }
    int const pressed = combo(ui, {.key = key, .label = label,
                                   .value = ui.say(Word::level_n, {std::to_string(level)}),
                                   .is_label_hidden = true, .width = level_width},
                              options, static_cast<int>(level - first));
    return pressed < 0 ? level : first + pressed;
}

// Gives whether it is to go.
bool draw_lift(PageContext& page, SkillId skill, catalog::Lift& lift) {
    Ui& ui = page.ui;
    std::string const name = skill_name(ui, page.state(), skill);
    ImGui::PushID(to_text(skill).c_str());
    gap(ui, 4);
    text(ui, name);
    begin_line(ui, ui.control_height(), 8);
    std::int64_t const from =
        draw_level(ui, "from", ui.say(Word::lift_from, {name}), 0, lift.from);
    text(ui, "→", Type::body, Tint::muted);
    std::int64_t const to = draw_level(ui, "to", ui.say(Word::lift_to, {name}), 1, lift.to);
    bool const is_dropped =
        button(ui, {.key = "drop", .label = ui.say(Word::drop_lift, {name}),
                    .kind = ButtonKind::quiet, .glyph = glyph_close, .is_label_hidden = true});
    end_line(ui);
    ImGui::PopID();
    if (from != lift.from) lift = {from, std::max(lift.to, from + 1)};
    else if (to != lift.to) lift = {std::min(lift.from, to - 1), to};
    return is_dropped;
}

// By name, without those that are chosen already.
std::vector<SkillRow const*> offer_of(PageContext& page, Lifts const& chosen) {
    std::string const wanted = comparison_key(page.form(query_key));
    std::vector<SkillRow const*> rows;
    for (SkillRow const& row : area_rows(page).skills) {
        bool const is_free = !chosen.contains(row.skill);
        bool const is_found = comparison_key(row.name).find(wanted) != std::string::npos;
        if (is_free && is_found) rows.push_back(&row);
    }
    return rows;
}

SkillId draw_offer(PageContext& page, Lifts const& chosen) {
    Ui& ui = page.ui;
    bool const is_open = is_combo_open(lifts_key);
    if (!is_open) page.form(query_key).clear();
    std::vector<SkillRow const*> rows;
    if (is_open) rows = offer_of(page, chosen);
    std::vector<std::string> options;
    for (SkillRow const* const row : rows) options.push_back(row->name);
    int const pressed =
        combo(ui, {.key = lifts_key, .label = ui.say(Word::field_skill),
                   .value = ui.say(Word::need_choose), .width = ui.width,
                   .query = &page.form(query_key),
                   .query_label = is_open ? ui.say(Word::find_skill) : "",
                   .note = is_open && rows.empty() ? ui.say(Word::no_skill_left) : ""},
              options, -1);
    return pressed < 0 ? SkillId{} : rows[static_cast<std::size_t>(pressed)]->skill;
}

}  // namespace

void type_lifts(PageContext& page, Lifts const& lifts) {
    std::string typed;
    for (auto const& [skill, lift] : lifts) {
        typed += to_text(skill) + " " + std::to_string(lift.from) + " " + std::to_string(lift.to) +
                 " ";
    }
    page.form(lifts_key) = std::move(typed);
}

Lifts typed_lifts(PageContext& page) {
    Lifts lifts;
    std::string_view rest = page.form(lifts_key);
    while (!rest.empty()) {
        auto const id = raw_id_from_text(next_word(rest));
        std::string_view const from = next_word(rest);
        std::string_view const to = next_word(rest);
        bool const is_lift = id && from.size() == 1 && to.size() == 1;
        if (is_lift) lifts[SkillId{*id}] = {from.front() - '0', to.front() - '0'};
    }
    return lifts;
}

void draw_lifts_field(PageContext& page) {
    Lifts const before = typed_lifts(page);
    Lifts after = before;
    SkillId const added = draw_offer(page, before);
    std::string_view const error = page.form_error(lifts_key);
    if (!error.empty()) text(page.ui, error, Type::small, Tint::vermilion);
    for (auto const& [skill, lift] : before) {
        if (draw_lift(page, skill, after[skill])) after.erase(skill);
    }
    if (!added.is_nil()) after[added] = {0, 1};
    if (after != before) {
        type_lifts(page, after);
        page.view.form_errors.erase(lifts_key);
    }
    gap(page.ui, 12);
}

}  // namespace zhitu::ui
