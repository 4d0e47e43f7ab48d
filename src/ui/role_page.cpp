// What does one role ask for, how much, and which courses teach it? Levels and weights are edited
// where they stand.


#include "app/dependants.h"
#include "base/sort.h"
#include "ui/area_rows.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/need_form.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t names_max = 8;
constexpr char const* deleting = "role.deleting";

struct Subject {
    RoleId id;
    people::Role const& role;
    AreaRows const& areas;
};

struct Wanted {
    SkillId skill;
    people::Need need;
};

// Heaviest first, ties by name.
std::vector<Wanted> wanted_of(PageContext const& page, people::Role const& role) {
    std::vector<std::pair<std::string, Wanted>> named_wants;
    for (auto const& [skill, need] : role.needs) {
        named_wants.push_back({skill_name(page.ui, page.state(), skill), {skill, need}});
    }
    sort_list(named_wants, [](auto const& a, auto const& b) {
        return std::pair(-a.second.need.weight_millionths, a.first) <
               std::pair(-b.second.need.weight_millionths, b.first);
    });
    std::vector<Wanted> out;
    for (auto const& [name, wanted] : named_wants) out.push_back(wanted);
    return out;
}

void save_need(PageContext& page, Subject const& subject, SkillId skill, people::Need need) {
    people::Role after = subject.role;
    after.needs[skill] = need;
    page.wishes.push(app::Command{app::SaveRole{std::move(after), subject.id}});
}

void draw_level(PageContext& page, Subject const& subject, Wanted const& wanted) {
    Ui& ui = page.ui;
    std::vector<std::string> options;
    for (std::int64_t level = 1; level <= limits::level_max; ++level) {
        options.push_back(ui.say(Word::level_n, {std::to_string(level)}));
    }
    auto const chosen = static_cast<int>(wanted.need.level - 1);
    std::string const label =
        ui.say(Word::wanted_level_of, {skill_name(ui, page.state(), wanted.skill)});
    int const pressed = combo(ui, {.key = "level", .label = label,
                                   .value = options[static_cast<std::size_t>(chosen)],
                                   .is_label_hidden = true, .width = 104},
                              options, chosen);
    if (pressed < 0) return;
    save_need(page, subject, wanted.skill, {pressed + 1, wanted.need.weight_millionths});
}

void draw_drop(PageContext& page, Subject const& subject, Wanted const& wanted,
               bool is_in_block) {
    Ui& ui = page.ui;
    // In a block the skill stands above; with its name the label would be cut on a phone.
    std::string const skill = skill_name(ui, page.state(), wanted.skill);
    std::string const label =
        is_in_block ? ui.say(Word::drop_need_here) : ui.say(Word::drop_need, {skill});
    ButtonKind const kind = is_in_block ? ButtonKind::plain : ButtonKind::quiet;
    bool const is_pressed = button(ui, {.key = "drop", .label = label, .kind = kind,
                                        .glyph = glyph_close, .is_label_hidden = !is_in_block,
                                        .description = is_in_block ? skill : ""});
    if (!is_pressed) return;
    people::Role after = subject.role;
    after.needs.erase(wanted.skill);
    page.wishes.push(app::Command{app::SaveRole{std::move(after), subject.id}});
}

std::string synonyms_text(PageContext& page, SkillId skill) {
    auto const found = page.state().catalog.skills.find(skill);
    if (found == page.state().catalog.skills.end()) return "–";
    std::vector<std::string> names;
    for (auto const& [synonym, weight] : catalog::live_synonyms(found->second)) {
        if (synonym != skill) names.push_back(skill_name(page.ui, page.state(), synonym));
    }
    return names.empty() ? "–" : named(page.ui, names, 3);
}

void draw_row(PageContext& page, Table& table, Subject const& subject, Wanted const& wanted) {
    Ui& ui = page.ui;
    if (cell_link(ui, table, skill_name(ui, page.state(), wanted.skill))) {
        page.go(Page::skill, wanted.skill.raw);
    }
    begin_control_cell(ui, table);
    draw_level(page, subject, wanted);
    end_control_cell(ui, table);
    begin_control_cell(ui, table);
    begin_line(ui, ui.control_height(), 8);
    draw_need_weight(page, subject.id, subject.role, wanted.skill);
    if (subject.role.decided.contains(wanted.skill)) {
        text(ui, ui.say(Word::set_by_hand), Type::small, Tint::muted);
    }
    end_line(ui);
    end_control_cell(ui, table);
    auto const teachings =
        app::teaching_of(page.state().catalog, subject.areas.teaching, wanted.skill);
    cell(ui, table, count_text(static_cast<std::int64_t>(teachings.size())),
         teachings.empty() ? Tint::amber : Tint::ink);
    cell(ui, table, synonyms_text(page, wanted.skill), Tint::muted);
    begin_control_cell(ui, table);
    draw_drop(page, subject, wanted, table.is_stacked);
    end_control_cell(ui, table);
}

void draw_table(PageContext& page, Subject const& subject, std::vector<Wanted> const& wants) {
    Ui& ui = page.ui;
    Table table = begin_table(ui, {.key = "needs", .name = ui.say(Word::role_needs),
                                   .rows_count = static_cast<int>(wants.size())},
                              {{ui.say(Word::column_skill), 140, 2, false},
                               {ui.say(Word::column_wanted), 104, 0, false},
                               {ui.say(Word::column_weight), 128, 0, false},
                               {ui.say(Word::column_courses_count), 56, 0, true},
                               {ui.say(Word::column_synonyms), 150, 1, false},
                               {"", 32, 0, false}});
    while (next_row(ui, table)) {
        draw_row(page, table, subject, wants[static_cast<std::size_t>(table.row)]);
    }
    end_table(ui, table);
}

void draw_needs(PageContext& page, Subject const& subject) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::role_needs));
    std::vector<Wanted> const wants = wanted_of(page, subject.role);
    if (wants.empty()) muted(ui, ui.say(Word::role_no_needs));
    else draw_table(page, subject, wants);
    if (!subject.role.decided.empty()) muted(ui, ui.say(Word::set_by_hand_note), Type::small);
    gap(ui, 16);
    draw_need_form(page, subject.id, subject.role);
    end_card(ui, card);
}

std::vector<std::string> names_of(PageContext const& page, std::vector<PersonId> const& people) {
    std::vector<std::string> names;
    for (PersonId const id : people) names.push_back(person_name(page.ui, page.state(), id));
    return names;
}

void delete_role(PageContext& page, RoleId id) {
    page.choose(deleting, 0);
    page.wishes.push(app::Command{app::DeleteRole{id}});
    page.go(Page::roles);
}

// Who hangs on it is named before it goes.
void draw_actions(PageContext& page, Subject const& subject) {
    Ui& ui = page.ui;
    auto const people = app::dependants_of(page.state(), subject.id);
    bool const is_asking = page.choice(deleting) != 0;
    if (is_asking) {
        text(ui, ui.say(Word::delete_role_people, {std::to_string(people.size()),
                                                   named(ui, names_of(page, people), names_max)}));
        gap(ui, 8);
    }
    begin_line(ui, ui.control_height(), 8);
    if (!is_asking && button(ui, {.key = "edit", .label = ui.say(Word::edit_role),
                                  .glyph = glyph_edit})) {
        page.go(Page::add_role, subject.id.raw);
    }
    if (!is_asking && button(ui, {.key = "delete", .label = ui.say(Word::delete_role),
                                  .kind = ButtonKind::quiet, .glyph = glyph_trash})) {
        if (people.empty()) delete_role(page, subject.id);
        else page.choose(deleting, 1);
    }
    if (is_asking && button(ui, {.key = "sure", .label = ui.say(Word::delete_all_the_same),
                                 .kind = ButtonKind::danger})) {
        delete_role(page, subject.id);
    }
    if (is_asking && button(ui, {.key = "keep", .label = ui.say(Word::cancel)})) {
        page.choose(deleting, 0);
    }
    end_line(ui);
    gap(ui, card_gap);
}

void draw_title(PageContext& page, Subject const& subject) {
    Ui& ui = page.ui;
    auto const coverage = app::coverage_of(page.state(), subject.areas.teaching, subject.id);
    auto const people = app::dependants_of(page.state(), subject.id);
    page_title(ui, name_in(subject.role.name, ui.language),
               ui.say(Word::role_sentence, {std::to_string(coverage.skills_count),
                                            std::to_string(coverage.taught_count),
                                            std::to_string(people.size())}));
    std::vector<std::string> untaught;
    for (SkillId const id : coverage.untaught) {
        untaught.push_back(skill_name(ui, page.state(), id));
    }
    if (untaught.empty()) return;
    muted(ui, ui.say(Word::role_untaught, {named(ui, untaught, names_max)}));
    gap(ui, 12);
}

}  // namespace

void draw_role_page(PageContext& page) {
    Ui& ui = page.ui;
    RoleId const id{page.view.route.subject};
    auto const at = page.state().people.roles.find(id);
    draw_way_back(page, Page::roles);
    if (at == page.state().people.roles.end()) {
        page_title(ui, ui.say(Word::roles), {});
        Card const card = begin_card(ui);
        if (empty_state(ui, "roles", ui.say(Word::role_gone), ui.say(Word::to_roles))) {
            page.go(Page::roles);
        }
        end_card(ui, card);
        return;
    }
    Subject const subject{id, at->second, area_rows(page)};
    draw_title(page, subject);
    draw_actions(page, subject);
    draw_needs(page, subject);
}

}  // namespace zhitu::ui
