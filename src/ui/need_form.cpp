#include "ui/need_form.h"

#include <algorithm>

#include "ui/area_rows.h"
#include "ui/buttons.h"
#include "ui/glyph_names.h"
#include "ui/labels.h"
#include "ui/text_widgets.h"
#include "ui/typed_fields.h"

namespace zhitu::ui {

namespace {

constexpr char const* typed_skill = "need.skill";  // id as text; empty: none chosen yet
constexpr char const* typed_query = "need.query";
constexpr char const* typed_weight = "need.weight";
constexpr char const* chosen_level = "need.level";
constexpr char const* weight_usual = "0.50";

void save_need(PageContext& page, RoleId id, people::Role const& role, SkillId skill,
               people::Need need) {
    people::Role after = role;
    after.needs[skill] = need;
    page.wishes.push(app::Command{app::SaveRole{std::move(after), id}});
}

// By name, without those that are asked for already.
std::vector<SkillRow const*> skills_to_add(PageContext& page, people::Role const& role) {
    std::string const wanted = comparison_key(page.form(typed_query));
    std::vector<SkillRow const*> found;
    for (SkillRow const& row : area_rows(page).skills) {
        if (role.needs.contains(row.skill)) continue;
        if (comparison_key(row.name).find(wanted) != std::string::npos) found.push_back(&row);
    }
    return found;
}

SkillId skill_chosen(PageContext& page, people::Role const& role) {
    auto const id = raw_id_from_text(page.form(typed_skill));
    SkillId const skill{id.value_or(RawId{})};
    bool const is_free = page.state().catalog.skills.contains(skill) && !role.needs.contains(skill);
    return is_free ? skill : SkillId{};
}

SkillId draw_skill(PageContext& page, people::Role const& role) {
    Ui& ui = page.ui;
    SkillId const chosen = skill_chosen(page, role);
    std::string const value = chosen.is_nil() ? ui.say(Word::need_choose)
                                              : skill_name(ui, page.state(), chosen);
    Combo list{.key = "skill", .label = ui.say(Word::need_skill), .value = value,
               .is_label_hidden = true, .width = 240, .query = &page.form(typed_query),
               .list_width = 280};
    std::vector<SkillRow const*> rows;
    std::vector<std::string> options;
    if (is_combo_open(list.key)) {
        rows = skills_to_add(page, role);
        for (SkillRow const* const row : rows) options.push_back(row->name);
        list.query_label = ui.say(Word::find_skill);
        if (rows.empty()) list.note = ui.say(Word::need_all_taken);
    }
    int const pressed = combo(ui, list, options, -1);
    if (pressed < 0) return chosen;
    SkillId const skill = rows[static_cast<std::size_t>(pressed)]->skill;
    page.form(typed_skill) = to_text(skill);
    page.form(typed_query).clear();
    page.view.form_errors.erase(typed_skill);
    return skill;
}

std::int64_t draw_level(PageContext& page) {
    Ui& ui = page.ui;
    std::vector<std::string> options;
    for (std::int64_t level = 1; level <= limits::level_max; ++level) {
        options.push_back(ui.say(Word::level_n, {std::to_string(level)}));
    }
    auto const last = static_cast<std::int64_t>(options.size());
    std::int64_t const level = std::clamp<std::int64_t>(page.choice(chosen_level, 1), 1, last);
    int const pressed = combo(ui, {.key = "level", .label = ui.say(Word::need_level),
                                   .value = options[static_cast<std::size_t>(level - 1)],
                                   .is_label_hidden = true, .width = 104},
                              options, static_cast<int>(level - 1));
    if (pressed >= 0) page.choose(chosen_level, pressed + 1);
    return level;
}

// Empties the form for the next one; the level stays, for roles are written down level by level.
void submit(PageContext& page, RoleId id, people::Role const& role, SkillId skill,
            people::Need need) {
    if (skill.is_nil()) {
        page.view.form_errors[typed_skill] = page.ui.say(Word::need_skill_first);
        return;
    }
    save_need(page, id, role, skill, need);
    page.view.form.erase(typed_skill);
    page.view.form.erase(typed_weight);
}

}  // namespace

void draw_need_weight(PageContext& page, RoleId id, people::Role const& role, SkillId skill) {
    Ui& ui = page.ui;
    people::Need const& need = role.needs.at(skill);
    std::string const shown = weight_text(need.weight_millionths);
    std::string const field = "weight " + to_text(skill);
    auto const kept = page.view.form.find(field);
    std::string typed = kept != page.view.form.end() ? kept->second : shown;
    FieldResult const result = weight_field(
        ui, {.key = "##weight",
             .label = ui.say(Word::weight_of, {skill_name(ui, page.state(), skill)})},
        typed);
    if (result.is_changed) page.form(field) = typed;
    if (result.is_typing || !page.view.form.contains(field)) return;
    auto const weight = parse_weight(typed);
    bool const is_same = typed == shown;
    if (!weight && !is_same) return;  // stays, with what is wrong beside it
    page.view.form.erase(field);
    if (!is_same) save_need(page, id, role, skill, {need.level, *weight});
}

void draw_need_form(PageContext& page, RoleId id, people::Role const& role) {
    Ui& ui = page.ui;
    heading(ui, ui.say(Word::need_heading), 3);
    gap(ui, 8);
    ImGui::PushID("need");
    begin_line(ui, ui.control_height(), 8);
    SkillId const skill = draw_skill(page, role);
    std::int64_t const level = draw_level(page);
    if (!page.view.form.contains(typed_weight)) page.form(typed_weight) = weight_usual;
    std::string& typed = page.form(typed_weight);
    weight_field(ui, {.key = "##weight", .label = ui.say(Word::need_weight_field)}, typed);
    auto const weight = parse_weight(typed);
    bool const is_pressed =
        button(ui, {.key = "add", .label = ui.say(Word::need_add), .kind = ButtonKind::primary,
                    .glyph = glyph_plus, .is_disabled = !weight});
    end_line(ui);
    ImGui::PopID();
    if (is_pressed) submit(page, id, role, skill, {level, *weight});
    std::string_view const lack = page.form_error(typed_skill);
    gap(ui, 4);
    if (!weight) text(ui, ui.say(Word::need_weight), Type::small, Tint::vermilion);
    else if (!lack.empty()) text(ui, lack, Type::small, Tint::vermilion);
}

}  // namespace zhitu::ui
