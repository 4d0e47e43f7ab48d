// Where does this person stand? Role against skills, the evidence, the courses, what helps.

#include <algorithm>

#include "app/progress.h"
#include "ui/advice_rows.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/dismissals.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/labels.h"
#include "ui/navigation.h"
#include "ui/tables.h"
#include "ui/person_standing.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t recommendations_max = 10;

std::string evidence_text(Ui& ui, app::GapRow const& row) {
    if (!row.evidence) return ui.say(Word::evidence_none);
    return ui.say(Word::evidence_on, {ui.say(evidence_word(row.evidence->kind)),
                                      date_words(row.evidence->on, ui.language)});
}

void draw_title(PageContext& page, PersonId id, people::Person const& person,
                std::vector<app::GapRow> const& rows) {
    Ui& ui = page.ui;
    std::string const role = role_name(ui, page.state(), person);
    auto const open = std::count_if(rows.begin(), rows.end(),
                                    [](app::GapRow const& row) { return row.gap() > 0; });
    std::string const sentence =
        rows.empty()  ? ui.say(Word::advice_no_role)
        : open == 0   ? ui.say(Word::person_met, {role})
                      : ui.say(Word::person_sentence, {role, count_text(gap_sum(rows)),
                                                       count_text(open)});
    std::string const title =
        person_name(ui, page.state(), id) + " · " + team_name(ui, page.state(), person);
    page_title(ui, title, sentence);
}

void draw_actions(PageContext& page, PersonId id) {
    Ui& ui = page.ui;
    if (page.view.route.page != Page::person) return;
    begin_line(ui, ui.control_height(), 8);
    if (button(ui, {.key = "act", .label = ui.say(Word::act_as_person), .glyph = glyph_user})) {
        page.view.device.me = id;
        page.view.device_changed = true;
        page.go(Page::today);
    }
    if (button(ui, {.key = "edit", .label = ui.say(Word::edit), .kind = ButtonKind::quiet,
                    .glyph = glyph_edit})) {
        page.go(Page::add_person, id.raw);
    }
    end_line(ui);
    gap(ui, card_gap);
}

void draw_skills(PageContext& page, PersonId id, std::vector<app::GapRow> const& rows) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    heading(ui, ui.say(Word::role_against_skills), 2);
    gap(ui, 8);
    if (rows.empty()) {
        if (empty_state(ui, "role", ui.say(Word::advice_no_role), ui.say(Word::set_role))) {
            page.go(Page::add_person, id.raw);
        }
        end_card(ui, card);
        return;
    }
    Table table = begin_table(ui, {.key = "skills", .name = ui.say(Word::role_against_skills),
                                   .rows_count = static_cast<int>(rows.size())},
                              {{ui.say(Word::column_skill), 140, 2, false},
                               {ui.say(Word::column_now), 120, 0, false},
                               {ui.say(Word::column_gap), 40, 0, true},
                               {ui.say(Word::column_priority), 130, 0, true},
                               {ui.say(Word::column_evidence), 170, 1, false}});
    while (next_row(ui, table)) {
        app::GapRow const& row = rows[static_cast<std::size_t>(table.row)];
        cell(ui, table, skill_name(ui, page.state(), row.skill));
        begin_cell(ui, table);
        level_dots(ui, row.level, row.need.level,
                   ui.say(Word::n_of_m, {std::to_string(row.level),
                                         std::to_string(row.need.level)}));
        end_cell(ui, table);
        cell(ui, table, count_text(row.gap()), row.gap() > 0 ? Tint::ink : Tint::muted);
        cell(ui, table,
             ui.say(Word::priority_product,
                    {count_text(row.gap()), millionths_text(row.need.weight_millionths, 2),
                     millionths_text(row.priority_millionths(), 2)}));
        cell(ui, table, evidence_text(ui, row), Tint::muted);
    }
    end_table(ui, table);
    gap(ui, 8);
    muted(ui, ui.say(Word::priority_note), Type::small);
    end_card(ui, card);
}

void note_skill(PageContext& page, PersonId id, SkillId skill, std::int64_t level) {
    bool const is_self = page.view.device.me == id;
    people::SkillAssessed statement;
    statement.skill = skill;
    statement.level = level;
    statement.kind = is_self ? people::EvidenceKind::self : people::EvidenceKind::manager;
    statement.on = page.view.today;
    page.wishes.push(app::Command{app::AssessSkill{id, statement}});
}

// A statement of one's own, or of a manager about somebody.
void draw_assess(PageContext& page, PersonId id, std::vector<app::GapRow> const& rows) {
    Ui& ui = page.ui;
    if (rows.empty()) return;
    Card const card = begin_card(ui);
    heading(ui, ui.say(Word::assess_heading), 2);
    gap(ui, 8);
    std::vector<std::string> options;
    for (app::GapRow const& row : rows) options.push_back(skill_name(ui, page.state(), row.skill));
    auto const last = static_cast<std::int64_t>(rows.size()) - 1;
    auto const index = std::clamp<std::int64_t>(page.choice("assess.skill"), 0, last);
    auto const level = page.choice("assess.level", 1);
    begin_line(ui, ui.control_height(), 8);
    int const pressed = combo(
        ui, {.key = "skill", .label = ui.say(Word::column_skill),
             .value = options[static_cast<std::size_t>(index)], .is_label_hidden = true,
             .width = 240},
        options, static_cast<int>(index));
    if (pressed >= 0) page.choose("assess.skill", pressed);
    std::string labels[4];
    for (int i = 0; i < 4; ++i) labels[i] = ui.say(Word::level_n, {std::to_string(i)});
    int const chosen = choose(ui, "level", ui.say(Word::level),
                              {{labels[0], level == 0}, {labels[1], level == 1},
                               {labels[2], level == 2}, {labels[3], level == 3}});
    if (chosen >= 0) page.choose("assess.level", chosen);
    if (button(ui, {.key = "note", .label = ui.say(Word::assess_save),
                    .kind = ButtonKind::primary})) {
        note_skill(page, id, rows[static_cast<std::size_t>(index)].skill, level);
    }
    end_line(ui);
    end_card(ui, card);
}

void draw_enrolments(PageContext& page, PersonId id) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    heading(ui, ui.say(Word::enrolments_heading), 2);
    gap(ui, 8);
    auto const at = page.state().learning.enrolments.find(id);
    if (at == page.state().learning.enrolments.end() || at->second.empty()) {
        if (empty_state(ui, "none", ui.say(Word::no_enrolments), ui.say(Word::to_catalog))) {
            page.go(Page::catalog);
        }
        end_card(ui, card);
        return;
    }
    std::vector<std::pair<CourseId, learning::Enrolment const*>> list;
    for (auto const& [course, enrolment] : at->second) list.emplace_back(course, &enrolment);
    std::stable_sort(list.begin(), list.end(), [](auto const& a, auto const& b) {
        return a.second->since > b.second->since;
    });
    Table table = begin_table(ui, {.key = "enrolments", .name = ui.say(Word::enrolments_heading),
                                   .rows_count = static_cast<int>(list.size())},
                              {{ui.say(Word::column_course), 180, 1, false},
                               {ui.say(Word::column_status), 180, 0, false},
                               {ui.say(Word::column_progress), 60, 0, true}});
    while (next_row(ui, table)) {
        auto const& [course, enrolment] = list[static_cast<std::size_t>(table.row)];
        if (cell_link(ui, table, course_title(ui, page.state(), course))) {
            page.go(Page::course, course.raw);
        }
        cell(ui, table, ui.say(Word::status_since, {ui.say(status_word(enrolment->status)),
                                                    date_words(enrolment->since, ui.language)}),
             Tint::muted);
        app::Progress const progress = app::progress_of(page.state(), id, course);
        cell(ui, table, ui.say(Word::n_of_m, {std::to_string(progress.finished),
                                              std::to_string(progress.count)}));
    }
    end_table(ui, table);
    end_card(ui, card);
}

void draw_advice(PageContext& page, CardGrid& grid, PersonId id, app::Advice const& advice) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    std::string const title = course_title(ui, page.state(), advice.course);
    if (link(ui, "course", title, Type::strong)) page.go(Page::course, advice.course.raw);
    auto const course = page.state().catalog.courses.find(advice.course);
    if (course != page.state().catalog.courses.end()) {
        muted(ui, course_facts(ui, course->second), Type::small);
    }
    gap(ui, 8);
    bar_rows(ui, advice_rows(ui, page.state(), advice));
    text(ui, ui.say(Word::sum_is, {score_text(advice)}), Type::strong, Tint::accent);
    begin_footer(ui, grid);
    if (button(ui, {.key = "enroll", .label = ui.say(Word::enroll)})) {
        page.wishes.push(app::Command{app::EnrollLearner{id, advice.course}});
    }
    end_cell(ui, grid);
}

void draw_recommended(PageContext& page, PersonId id) {
    Ui& ui = page.ui;
    app::AdviceList const& list = advice_for(page, id);
    gap(ui, 8);
    heading(ui, ui.say(Word::recommended_for), 2);
    if (list.items.empty()) {
        gap(ui, 8);
        muted(ui, ui.say(advice_status_word(list.status)));
        return;
    }
    muted(ui, advice_ground(page, list), Type::small);
    gap(ui, 8);
    CardGrid grid = begin_grid(ui, "recommended", 3, 260);
    for (std::size_t i = 0; i < std::min(list.items.size(), recommendations_max); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_advice(page, grid, id, list.items[i]);
        ImGui::PopID();
    }
    end_grid(ui, grid);
}

}  // namespace

void draw_person_page(PageContext& page) {
    Ui& ui = page.ui;
    bool const is_me = page.view.route.page == Page::my_skills;
    PersonId const id = is_me ? page.view.device.me : PersonId{page.view.route.subject};
    auto const at = page.state().people.people.find(id);
    bool const is_allowed = id == page.view.device.me ||
                            is_manager(page.state(), page.view.device.me);
    if (at == page.state().people.people.end() || !is_allowed) {
        page_title(ui, ui.say(Word::my_skills), {});
        Card const card = begin_card(ui);
        if (empty_state(ui, "today", ui.say(Word::person_gone), ui.say(Word::today))) {
            page.go(Page::today);
        }
        end_card(ui, card);
        return;
    }
    auto const rows = app::gap_of(page.state(), id);
    draw_title(page, id, at->second, rows);
    draw_actions(page, id);
    if (!rows.empty()) draw_standing(page, id, rows);
    draw_skills(page, id, rows);
    draw_assess(page, id, rows);
    draw_enrolments(page, id);
    draw_dismissed(page, id);
    draw_recommended(page, id);
}

}  // namespace zhitu::ui
