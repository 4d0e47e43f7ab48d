// Who teaches one skill, what counts as it, and which roles want it? Wrong synonyms are rejected
// here.

#include <algorithm>

#include "ui/area_rows.h"
#include "base/sort.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"
#include "ui/typed_fields.h"

namespace zhitu::ui {

namespace {

constexpr std::int64_t weight_step = 50'000;

struct Subject {
    SkillId id;
    catalog::Skill const& skill;
    AreaRows const& areas;
};

struct Synonym {
    SkillId id;
    std::int64_t weight = 0;
    bool is_rejected = false;
    bool is_by_hand = false;
};

// Heaviest first, ties by id.
std::vector<Synonym> synonyms_of(Subject const& subject) {
    std::vector<Synonym> all;
    for (auto const& [id, weight] : subject.skill.synonyms) {
        if (id == subject.id) continue;  // files name a skill as its own synonym
        all.push_back({id, weight.millionths, subject.skill.rejected.contains(id),
                       subject.skill.weighed.contains(id)});
    }
    sort_list(all, [](Synonym const& a, Synonym const& b) { return a.weight > b.weight; });
    return all;
}

void draw_weight(PageContext& page, Subject const& subject, Synonym const& synonym) {
    Ui& ui = page.ui;
    std::vector<std::string> options;
    int chosen = -1;
    for (std::int64_t weight = limits::million; weight > 0; weight -= weight_step) {
        if (weight == synonym.weight) chosen = static_cast<int>(options.size());
        options.push_back(millionths_text(weight, 2));
    }
    std::string const label = ui.say(Word::weight_of, {skill_name(ui, page.state(), synonym.id)});
    int const pressed = combo(ui, {.key = "weight", .label = label,
                                   .value = millionths_text(synonym.weight, 2),
                                   .is_label_hidden = true, .width = 88},
                              options, chosen);
    if (pressed < 0) return;
    page.wishes.push(app::Command{app::SetSynonym{
        subject.id, synonym.id, {limits::million - pressed * weight_step}}});
}

void draw_verdict(PageContext& page, Subject const& subject, Synonym const& synonym) {
    Ui& ui = page.ui;
    std::string const name = skill_name(ui, page.state(), synonym.id);
    begin_line(ui, ui.control_height(), 8);
    badge(ui, ui.say(synonym.is_rejected ? Word::synonym_rejected : Word::synonym_live),
          synonym.is_rejected ? BadgeKind::look : BadgeKind::good);
    bool const is_pressed =
        button(ui, {.key = "verdict",
                    .label = ui.say(synonym.is_rejected ? Word::accept : Word::reject),
                    .description = ui.say(
                        synonym.is_rejected ? Word::accept_of : Word::reject_of, {name})});
    end_line(ui);
    if (!is_pressed) return;
    page.wishes.push(app::Command{
        app::RejectSynonym{subject.id, synonym.id, !synonym.is_rejected}});
}

std::int64_t direct_courses(AreaRows const& areas, SkillId skill) {
    auto const found = areas.teaching.find(skill);
    return found == areas.teaching.end() ? 0 : static_cast<std::int64_t>(found->second.size());
}

void draw_synonyms(PageContext& page, Subject const& subject) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::synonyms_heading));
    std::vector<Synonym> const all = synonyms_of(subject);
    if (all.empty()) {
        muted(ui, ui.say(Word::synonyms_none));
        end_card(ui, card);
        return;
    }
    Table table = begin_table(ui, {.key = "synonyms", .name = ui.say(Word::synonyms_heading),
                                   .rows_count = static_cast<int>(all.size())},
                              {{ui.say(Word::column_synonym), 140, 1, false},
                               {ui.say(Word::column_weight), 144, 0, false},
                               {ui.say(Word::column_courses_count), 70, 0, true},
                               {ui.say(Word::column_status), 200, 0, false}});
    while (next_row(ui, table)) {
        Synonym const& synonym = all[static_cast<std::size_t>(table.row)];
        if (cell_link(ui, table, skill_name(ui, page.state(), synonym.id))) {
            page.go(Page::skill, synonym.id.raw);
        }
        begin_control_cell(ui, table);
        begin_line(ui, ui.control_height(), 8);
        draw_weight(page, subject, synonym);
        if (synonym.is_by_hand) text(ui, ui.say(Word::set_by_hand), Type::small, Tint::muted);
        end_line(ui);
        end_control_cell(ui, table);
        cell(ui, table, count_text(direct_courses(subject.areas, synonym.id)));
        begin_control_cell(ui, table);
        draw_verdict(page, subject, synonym);
        end_control_cell(ui, table);
    }
    end_table(ui, table);
    gap(ui, 8);
    muted(ui, ui.say(Word::synonyms_note), Type::small);
    if (!subject.skill.weighed.empty()) muted(ui, ui.say(Word::set_by_hand_note), Type::small);
    end_card(ui, card);
}

// The skill of a course that makes it count: this one, or the synonym.
std::string through(PageContext& page, Subject const& subject, CourseId course) {
    catalog::Course const& taught = page.state().catalog.courses.at(course);
    if (taught.teaches.contains(subject.id)) return page.ui.say(Word::through_itself);
    for (auto const& [synonym, weight] : catalog::live_synonyms(subject.skill)) {
        if (taught.teaches.contains(synonym)) return skill_name(page.ui, page.state(), synonym);
    }
    return "–";
}

void draw_courses(PageContext& page, Subject const& subject,
                  std::vector<app::Teaching> const& teachings) {
    if (teachings.empty()) return;
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::taught_by_heading));
    Table table = begin_table(ui, {.key = "courses", .name = ui.say(Word::taught_by_heading),
                                   .rows_count = static_cast<int>(teachings.size()),
                                   .is_long = true},
                              {{ui.say(Word::column_course), 180, 1, false},
                               {ui.say(Word::column_levels), 100, 0, false},
                               {ui.say(Word::column_through), 140, 0, false}});
    while (next_row(ui, table)) {
        app::Teaching const& teaching = teachings[static_cast<std::size_t>(table.row)];
        if (cell_link(ui, table, course_title(ui, page.state(), teaching.course))) {
            page.go(Page::course, teaching.course.raw);
        }
        cell(ui, table, ui.say(Word::level_from_to, {std::to_string(teaching.lift.from),
                                                     std::to_string(teaching.lift.to)}));
        cell(ui, table, through(page, subject, teaching.course), Tint::muted);
    }
    end_table(ui, table);
    end_card(ui, card);
}

struct WantedBy {
    RoleId role;
    std::string name;
    people::Need need;
};

std::vector<WantedBy> wanted_by(PageContext const& page, SkillId skill) {
    std::vector<WantedBy> roles;
    for (auto const& [id, role] : page.state().people.roles) {
        auto const need = role.needs.find(skill);
        if (need == role.needs.end()) continue;
        roles.push_back({id, name_in(role.name, page.ui.language), need->second});
    }
    sort_list(roles, [](WantedBy const& a, WantedBy const& b) { return a.name < b.name; });
    return roles;
}

void draw_roles(PageContext& page, std::vector<WantedBy> const& roles) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::wanted_by_heading));
    if (roles.empty()) {
        muted(ui, ui.say(Word::wanted_by_none));
        end_card(ui, card);
        return;
    }
    Table table = begin_table(ui, {.key = "roles", .name = ui.say(Word::wanted_by_heading),
                                   .rows_count = static_cast<int>(roles.size())},
                              {{ui.say(Word::column_role), 180, 1, false},
                               {ui.say(Word::column_wanted), 80, 0, false},
                               {ui.say(Word::column_weight), 60, 0, true}});
    while (next_row(ui, table)) {
        WantedBy const& row = roles[static_cast<std::size_t>(table.row)];
        if (cell_link(ui, table, row.name)) page.go(Page::role, row.role.raw);
        cell(ui, table, ui.say(Word::level_n, {std::to_string(row.need.level)}));
        cell(ui, table, weight_text(row.need.weight_millionths));
    }
    end_table(ui, table);
    end_card(ui, card);
}

std::string sentence_of(Ui& ui, std::vector<app::Teaching> const& teachings,
                        std::size_t roles_count) {
    std::string const roles = std::to_string(roles_count);
    if (teachings.empty()) return ui.say(Word::skill_untaught, {roles});
    std::int64_t level = 0;
    for (app::Teaching const& teaching : teachings) level = std::max(level, teaching.lift.to);
    return ui.say(Word::skill_sentence,
                  {std::to_string(teachings.size()), std::to_string(level), roles});
}

}  // namespace

void draw_skill_page(PageContext& page) {
    Ui& ui = page.ui;
    SkillId const id{page.view.route.subject};
    auto const at = page.state().catalog.skills.find(id);
    draw_way_back(page, Page::skills);
    if (at == page.state().catalog.skills.end()) {
        page_title(ui, ui.say(Word::skills), {});
        Card const card = begin_card(ui);
        if (empty_state(ui, "skills", ui.say(Word::skill_gone), ui.say(Word::to_skills))) {
            page.go(Page::skills);
        }
        end_card(ui, card);
        return;
    }
    Subject const subject{id, at->second, area_rows(page)};
    auto const teachings = app::teaching_of(page.state().catalog, subject.areas.teaching, id);
    auto const roles = wanted_by(page, id);
    page_title(ui, name_in(subject.skill.name, ui.language),
               sentence_of(ui, teachings, roles.size()));
    draw_synonyms(page, subject);
    draw_courses(page, subject, teachings);
    draw_roles(page, roles);
}

}  // namespace zhitu::ui
