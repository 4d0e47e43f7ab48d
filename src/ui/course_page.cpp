// Is it for me? What it teaches, what comes before, what it costs, who took it, "for you: 0.83".

#include <algorithm>

#include "ui/area_rows.h"
#include "ui/bars.h"
#include "ui/buttons.h"
#include "ui/delete_course.h"
#include "ui/dismissals.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/labels.h"
#include "ui/reading.h"
#include "ui/result_card.h"
#include "ui/text_widgets.h"
#include "ui/why_card.h"

namespace zhitu::ui {

namespace {

struct Subject {
    CourseId id;
    catalog::Course const& course;
    PersonId me;
};

std::string facts_line(Ui& ui, catalog::Course const& course) {
    std::string out = course_facts(ui, course);
    if (course.rating_millionths) {
        std::string const rating = millionths_text(*course.rating_millionths, 1);
        out += " · " + (course.rating_count
                            ? ui.say(Word::rating_of, {rating, count_text(*course.rating_count)})
                            : ui.say(Word::rating_only, {rating}));
    }
    std::string const& author = name_in(course.author, ui.language);
    if (!author.empty()) out += " · " + ui.say(Word::by_author, {author});
    if (!course.updated.empty()) {
        out += " · " + ui.say(Word::updated_on, {date_words(course.updated, ui.language)});
    }
    return out;
}

void draw_actions(PageContext& page, Subject const& subject) {
    Ui& ui = page.ui;
    begin_line(ui, ui.control_height(), 8);
    auto const* const enrolment =
        learning::find_enrolment(page.state().learning, subject.me, subject.id);
    bool const has_person = page.state().people.people.contains(subject.me);
    bool const is_enrolled =
        enrolment != nullptr && enrolment->status == learning::EnrolmentStatus::enrolled;
    bool const is_finished =
        enrolment != nullptr && enrolment->status == learning::EnrolmentStatus::finished;
    if (enrolment != nullptr) {
        badge(ui, ui.say(Word::status_since, {ui.say(status_word(enrolment->status)),
                                              date_words(enrolment->since, ui.language)}),
              is_finished ? BadgeKind::good : BadgeKind::neutral);
    }
    if (has_person && !is_enrolled && !is_finished &&
        button(ui, {.key = "enroll", .label = ui.say(Word::enroll),
                    .kind = ButtonKind::primary})) {
        page.wishes.push(app::Command{app::EnrollLearner{subject.me, subject.id}});
    }
    if (is_enrolled && button(ui, {.key = "withdraw", .label = ui.say(Word::withdraw)})) {
        page.wishes.push(app::Command{app::WithdrawLearner{subject.me, subject.id}});
    }
    if (has_person && !is_enrolled && !is_finished) draw_dismiss(page, subject.me, subject.id);
    if (!subject.course.url.empty() &&
        button(ui, {.key = "copy", .label = ui.say(Word::copy_link),
                    .description = subject.course.url})) {
        page.wishes.push(app::ShellRequest{app::CopyText{subject.course.url}});
    }
    if (button(ui, {.key = "edit", .label = ui.say(Word::edit), .kind = ButtonKind::quiet,
                    .glyph = glyph_edit})) {
        page.go(Page::add_course, subject.id.raw);
    }
    draw_delete_course(page, subject.id);
    end_line(ui);
    gap(ui, card_gap);
    draw_delete_question(page, subject.id);
}

void draw_teaches(PageContext& page, CardGrid& grid, Subject const& subject) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::teaches_heading));
    if (subject.course.teaches.empty()) muted(ui, ui.say(Word::teaches_nothing));
    auto const skills = people::current_skills(page.state().people, subject.me);
    bool const has_person = page.state().people.people.contains(subject.me);
    for (auto const& [skill, lift] : subject.course.teaches) {
        text(ui, skill_name(ui, page.state(), skill));
        std::string line = ui.say(Word::level_from_to,
                                  {std::to_string(lift.from), std::to_string(lift.to)});
        auto const mine = skills.find(skill);
        std::int64_t const level = mine != skills.end() ? mine->second.level : 0;
        if (has_person) line += " · " + ui.say(Word::you_have_level, {std::to_string(level)});
        level_dots(ui, lift.from, lift.to, line, Tint::accent);
        gap(ui, 4);
    }
    end_cell(ui, grid);
}

void draw_prerequisites(PageContext& page, CardGrid& grid, Subject const& subject) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::prerequisites_heading));
    if (subject.course.prerequisites.empty()) muted(ui, ui.say(Word::no_prerequisites));
    bool const has_person = page.state().people.people.contains(subject.me);
    for (CourseId const id : subject.course.prerequisites) {
        ImGui::PushID(to_text(id).c_str());
        if (link(ui, "before", course_title(ui, page.state(), id))) page.go(Page::course, id.raw);
        if (has_person) {
            bool const is_met = learning::is_taken(page.state().learning, subject.me, id);
            badge(ui, ui.say(is_met ? Word::prerequisite_met : Word::prerequisite_missing),
                  is_met ? BadgeKind::good : BadgeKind::look);
        }
        gap(ui, 8);
        ImGui::PopID();
    }
    gap(ui, 16);
    card_head(ui, ui.say(Word::taken_heading));
    std::int64_t finished = 0;
    std::int64_t enrolled = 0;
    for (auto const& [person, enrolments] : page.state().learning.enrolments) {
        auto const at = enrolments.find(subject.id);
        if (at == enrolments.end()) continue;
        finished += at->second.status == learning::EnrolmentStatus::finished;
        enrolled += at->second.status == learning::EnrolmentStatus::enrolled;
    }
    text(ui, ui.say(Word::taken_by, {count_text(finished), count_text(enrolled)}));
    if (subject.course.learners_count) {
        muted(ui, ui.say(Word::taken_elsewhere, {count_text(*subject.course.learners_count)}));
    }
    end_cell(ui, grid);
}

void draw_gone(PageContext& page) {
    Ui& ui = page.ui;
    page_title(ui, ui.say(Word::catalog), {});
    Card const card = begin_card(ui);
    if (empty_state(ui, "catalog", ui.say(Word::course_gone), ui.say(Word::to_catalog))) {
        page.go(Page::catalog);
    }
    end_card(ui, card);
}

}  // namespace

void draw_course_page(PageContext& page) {
    Ui& ui = page.ui;
    CourseId const id{page.view.route.subject};
    auto const at = page.state().catalog.courses.find(id);
    if (at == page.state().catalog.courses.end()) {
        draw_gone(page);
        return;
    }
    Subject const subject{id, at->second, page.view.device.me};
    draw_way_back(page, Page::catalog);
    page_title(ui, name_in(subject.course.title, ui.language), facts_line(ui, subject.course));
    std::string const& summary = name_in(subject.course.summary, ui.language);
    if (!summary.empty()) {
        float const width = ui.width;
        ui.width = std::min(ui.width, 720.0f);
        text(ui, summary);
        ui.width = width;
        gap(ui, 12);
    }
    draw_actions(page, subject);
    CardGrid grid = begin_grid(ui, "course", 3, 260);
    draw_for_you(page, grid, subject.me, id);
    draw_teaches(page, grid, subject);
    draw_prerequisites(page, grid, subject);
    end_grid(ui, grid);
    if (page.state().people.people.contains(subject.me)) draw_why_card(page, subject.me, id);
    draw_reading(page, id);
    draw_results(page, id);
}

}  // namespace zhitu::ui
