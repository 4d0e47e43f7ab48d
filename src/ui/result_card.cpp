#include "ui/result_card.h"

#include <algorithm>
#include <iterator>

#include "app/results.h"
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

constexpr char const* chosen_person = "result.person";
constexpr char const* chosen_grade = "result.grade";
constexpr char const* result_on = "result.on";
constexpr auto grades_count = static_cast<std::int64_t>(std::size(assessment::grades));
constexpr auto good_grade = static_cast<std::int64_t>(assessment::Grade::good);

PersonId draw_whom(PageContext& page, std::vector<PersonId> const& people) {
    Ui& ui = page.ui;
    auto const last = static_cast<std::int64_t>(people.size()) - 1;
    auto const index = std::clamp<std::int64_t>(page.choice(chosen_person), 0, last);
    PersonId const whom = people[static_cast<std::size_t>(index)];
    if (people.size() == 1) return whom;
    std::vector<std::string> names;
    if (is_combo_open("whom")) {
        for (PersonId const id : people) names.push_back(person_name(ui, page.state(), id));
    }
    int const pressed = combo(ui, {.key = "whom", .label = ui.say(Word::result_for),
                                   .value = person_name(ui, page.state(), whom),
                                   .is_label_hidden = true, .width = 200},
                              names, static_cast<int>(index));
    if (pressed >= 0) page.choose(chosen_person, pressed);
    return whom;
}

// Gives the person the form is about.
PersonId draw_form(PageContext& page, CourseId course, std::vector<PersonId> const& people) {
    Ui& ui = page.ui;
    begin_line(ui, ui.control_height(), 8);
    PersonId const whom = draw_whom(page, people);
    std::vector<std::string> options;
    if (is_combo_open("grade")) {
        for (auto const grade : assessment::grades) options.push_back(ui.say(grade_word(grade)));
    }
    auto const index =
        std::clamp<std::int64_t>(page.choice(chosen_grade, good_grade), 0, grades_count - 1);
    int const pressed = combo(ui, {.key = "grade", .label = ui.say(Word::result_grade),
                                   .value = ui.say(grade_word(assessment::grades[index])),
                                   .is_label_hidden = true, .width = 140},
                              options, static_cast<int>(index));
    if (pressed >= 0) page.choose(chosen_grade, pressed);
    end_line(ui);
    gap(ui, 12);
    if (!page.view.form.contains(result_on)) page.form(result_on) = page.view.today;
    std::string& on = page.form(result_on);
    bool const is_date = date_field(
        ui, {.key = "on", .label = ui.say(Word::field_on), .latest = page.view.today}, on);
    gap(ui, 12);
    if (button(ui, {.key = "record", .label = ui.say(Word::result_save),
                    .kind = ButtonKind::primary, .is_disabled = !is_date})) {
        page.wishes.push(app::Command{app::RecordResult{
            whom, course, assessment::grades[index], std::string(trimmed(on))}});
    }
    return whom;
}

std::string move_text(PageContext& page, app::SkillMove const& move) {
    Ui& ui = page.ui;
    std::string const name = skill_name(ui, page.state(), move.skill);
    if (move.instead) {
        std::string const what = ui.say(
            Word::evidence_on, {ui.say(evidence_word(move.instead->kind)),
                                date_words(move.instead->on, ui.language)});
        return ui.say(Word::skill_other_counts,
                      {name, std::to_string(move.instead->level), what});
    }
    if (move.from == move.to) {
        return ui.say(Word::skill_proved, {name, std::to_string(move.to)});
    }
    return ui.say(Word::skill_moved,
                  {name, std::to_string(move.from), std::to_string(move.to)});
}

std::string meaning(PageContext& page, std::vector<app::SkillMove> const& moves,
                    assessment::ResultRecorded const& result) {
    Ui& ui = page.ui;
    std::vector<std::string> parts;
    for (app::SkillMove const& move : moves) {
        if (move.on != result.on || !assessment::is_pass(result.grade)) continue;
        parts.push_back(move_text(page, move));
    }
    if (parts.empty()) return ui.say(Word::skill_unmoved);
    return named(ui, parts, parts.size());
}

void draw_history(PageContext& page, PersonId person, CourseId course) {
    Ui& ui = page.ui;
    auto const results = assessment::results_in(page.state().assessment, person, course);
    if (results.empty()) {
        muted(ui, ui.say(Word::results_none));
        return;
    }
    auto const moves = app::moves_of(page.state(), person, course);
    Table table = begin_table(ui, {.key = "results", .name = ui.say(Word::results_heading),
                                   .rows_count = static_cast<int>(results.size())},
                              {{ui.say(Word::column_on), 120, 0, false},
                               {ui.say(Word::result_grade), 80, 0, false},
                               {ui.say(Word::column_meaning), 200, 1, false}});
    while (next_row(ui, table)) {
        assessment::ResultRecorded const& result = results[static_cast<std::size_t>(table.row)];
        cell(ui, table, date_words(result.on, ui.language), Tint::muted);
        cell(ui, table, ui.say(grade_word(result.grade)),
             assessment::is_pass(result.grade) ? Tint::ink : Tint::vermilion);
        cell(ui, table, meaning(page, moves, result));
    }
    end_table(ui, table);
}

}  // namespace

std::vector<PersonId> people_to_judge(Ui const& ui, app::State const& state, PersonId me) {
    std::vector<PersonId> people;
    if (state.people.people.contains(me)) people.push_back(me);
    for (PersonId const id : people_by_name(ui, state)) {
        if (id != me && app::may_judge(state, me, id)) people.push_back(id);
    }
    return people;
}

void draw_results(PageContext& page, CourseId course) {
    Ui& ui = page.ui;
    auto const people = people_to_judge(ui, page.state(), page.view.device.me);
    if (people.empty()) return;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::results_heading));
    PersonId const whom = draw_form(page, course, people);
    gap(ui, 8);
    draw_history(page, whom, course);
    gap(ui, 8);
    muted(ui, ui.say(Word::result_note), Type::small);
    end_card(ui, card);
}

}  // namespace zhitu::ui
