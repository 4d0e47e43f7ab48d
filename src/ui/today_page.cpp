// What now: what is under way, what waits, the largest gaps, three recommendations with their sums.

#include <algorithm>

#include "app/progress.h"
#include "base/sort.h"
#include "ui/advice_rows.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/dismissals.h"
#include "ui/format.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t recommendations_max = 3;
constexpr std::size_t gaps_max = 3;
constexpr std::size_t waiting_max = 4;

struct UnderWay {
    CourseId course;
    std::string since;
    app::Progress progress;
};

// Newest first.
std::vector<UnderWay> under_way(app::State const& state, PersonId me) {
    std::vector<UnderWay> out;
    auto const at = state.learning.enrolments.find(me);
    if (at == state.learning.enrolments.end()) return out;
    for (auto const& [course, enrolment] : at->second) {
        if (enrolment.status != learning::EnrolmentStatus::enrolled) continue;
        out.push_back({course, enrolment.since, app::progress_of(state, me, course)});
    }
    sort_list(out, [](UnderWay const& a, UnderWay const& b) {
        return a.since > b.since;
    });
    return out;
}

Word greeting_word(int hour) {
    if (hour < 12) return Word::good_morning;
    return hour < 18 ? Word::good_afternoon : Word::good_evening;
}

void open_unit(PageContext& page, UnderWay const& one) {
    page.choose("unit " + to_text(one.course), static_cast<std::int64_t>(one.progress.finished));
    page.go(Page::course, one.course.raw);
}

catalog::Unit const* next_unit(app::State const& state, UnderWay const& one) {
    auto const at = state.catalog.units.find(one.progress.next);
    return at != state.catalog.units.end() ? &at->second : nullptr;
}

void draw_title(PageContext& page, std::size_t under_way_count) {
    Ui& ui = page.ui;
    app::State const& state = page.state();
    PersonId const me = page.view.device.me;
    std::string const hello = ui.say(greeting_word(page.view.hour_of_day));
    auto const person = state.people.people.find(me);
    if (person == state.people.people.end()) {
        page_title(ui, hello, ui.say(Word::today_nobody));
        return;
    }
    auto const gap = gap_sum(app::gap_of(state, me));
    std::string const sentence =
        ui.say(Word::today_sentence, {role_name(ui, state, person->second), count_text(gap),
                                      std::to_string(under_way_count)});
    page_title(ui, ui.say(Word::greeting, {hello, person_name(ui, state, me)}), sentence);
}

void draw_continue(PageContext& page, CardGrid& grid, std::vector<UnderWay> const& list) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::continue_heading));
    if (list.empty()) {
        muted(ui, ui.say(Word::nothing_under_way));
        begin_footer(ui, grid);
        if (button(ui, {.key = "catalog", .label = ui.say(Word::to_catalog)}))
            page.go(Page::catalog);
        end_cell(ui, grid);
        return;
    }
    UnderWay const& one = list.front();
    std::string const title = course_title(ui, page.state(), one.course);
    text(ui, title, Type::strong);
    catalog::Unit const* const unit = next_unit(page.state(), one);
    if (unit != nullptr) {
        auto const number = one.progress.finished + 1;
        std::string line = ui.say(Word::unit_of, {std::to_string(number),
                                                  std::to_string(one.progress.count)});
        line += " · " + name_in(unit->title, ui.language);
        muted(ui, line);
        gap(ui, 8);
        progress_bar(ui, title, one.progress.share());
    }
    begin_footer(ui, grid);
    std::string const label =
        unit != nullptr && unit->duration_minutes > 0
            ? ui.say(Word::continue_minutes, {std::to_string(unit->duration_minutes)})
            : ui.say(Word::continue_go);
    if (button(ui, {.key = "continue", .label = label, .kind = ButtonKind::primary})) {
        open_unit(page, one);
    }
    end_cell(ui, grid);
}

void draw_waiting(PageContext& page, CardGrid& grid, std::vector<UnderWay> const& list) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::waiting_heading));
    for (std::size_t i = 1; i < std::min(list.size(), waiting_max + 1); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (link(ui, "course", course_title(ui, page.state(), list[i].course))) {
            open_unit(page, list[i]);
        }
        catalog::Unit const* const unit = next_unit(page.state(), list[i]);
        if (unit != nullptr) {
            begin_line(ui, 24, 8);
            badge(ui, ui.say(Word::minutes, {std::to_string(unit->duration_minutes)}),
                  BadgeKind::neutral);
            text(ui, fitted(ui, name_in(unit->title, ui.language), Type::small, ui.width - 90),
                 Type::small, Tint::muted);
            end_line(ui);
        }
        gap(ui, 4);
        ImGui::PopID();
    }
    end_cell(ui, grid);
}

void draw_gaps(PageContext& page, CardGrid& grid) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::gap_heading));
    auto const rows = app::gap_of(page.state(), page.view.device.me);
    std::size_t count = 0;
    for (app::GapRow const& row : rows) {
        if (row.gap() == 0 || count == gaps_max) break;
        ++count;
        text(ui, skill_name(ui, page.state(), row.skill), Type::body);
        level_dots(ui, row.level, row.need.level,
                   ui.say(Word::level_from_to, {std::to_string(row.level),
                                                std::to_string(row.need.level)}));
        gap(ui, 4);
    }
    if (count == 0) {
        muted(ui, ui.say(rows.empty() ? Word::advice_no_role : Word::advice_no_gap));
    }
    begin_footer(ui, grid);
    if (button(ui, {.key = "skills", .label = ui.say(Word::all_skills)})) page.go(Page::my_skills);
    end_cell(ui, grid);
}

void draw_recommendation(PageContext& page, CardGrid& grid, app::Advice const& advice) {
    Ui& ui = page.ui;
    app::State const& state = page.state();
    begin_cell(ui, grid);
    std::string const score = score_text(advice);
    float const width = ui.width;
    float const score_width = text_width(ui, score, Type::lead);
    Box const corner{ui.right() - score_width, ui.y, score_width, 24};
    ui.width -= score_width + 12;
    heading(ui, course_title(ui, state, advice.course), 3);
    ui.width = width;
    text_in_right(ui, score, corner, Type::lead, Tint::accent);
    auto const course = state.catalog.courses.find(advice.course);
    if (course != state.catalog.courses.end()) {
        muted(ui, course_facts(ui, course->second), Type::small);
    }
    gap(ui, 8);
    bar_rows(ui, advice_rows(ui, state, advice));
    begin_footer(ui, grid);
    begin_line(ui, ui.control_height(), 8);
    if (button(ui, {.key = "enroll", .label = ui.say(Word::enroll),
                    .kind = ButtonKind::primary})) {
        page.wishes.push(app::Command{app::EnrollLearner{page.view.device.me, advice.course}});
    }
    if (button(ui, {.key = "why", .label = ui.say(Word::why)})) {
        page.go(Page::course, advice.course.raw);
    }
    draw_dismiss(page, page.view.device.me, advice.course);
    end_line(ui);
    end_cell(ui, grid);
}

void draw_recommendations(PageContext& page) {
    Ui& ui = page.ui;
    app::AdviceList const& list = advice_for(page, page.view.device.me);
    begin_line(ui, 28, 16);
    heading(ui, ui.say(Word::recommended), 2);
    end_line(ui);
    if (list.status == app::AdviceStatus::ok) muted(ui, advice_ground(page, list), Type::small);
    gap(ui, 8);
    if (list.items.empty()) {
        Card const card = begin_card(ui);
        bool const is_courseless = list.status == app::AdviceStatus::no_course;
        bool const is_roleless = list.status == app::AdviceStatus::no_role;
        Word const label = is_courseless ? Word::add_course
                           : is_roleless ? Word::set_role
                                         : Word::to_catalog;
        if (empty_state(ui, "empty", ui.say(advice_status_word(list.status)), ui.say(label))) {
            if (is_roleless) page.go(Page::add_person, page.view.device.me.raw);
            else page.go(is_courseless ? Page::add_course : Page::catalog);
        }
        end_card(ui, card);
        return;
    }
    CardGrid grid = begin_grid(ui, "recommendations", 3, 260);
    for (std::size_t i = 0; i < std::min(list.items.size(), recommendations_max); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_recommendation(page, grid, list.items[i]);
        ImGui::PopID();
    }
    end_grid(ui, grid);
}

// Nobody chosen: whom shall the page be about?
void draw_nobody(PageContext& page) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    auto const people = people_by_name(ui, page.state());
    if (people.empty()) {
        if (empty_state(ui, "add", ui.say(Word::team_empty), ui.say(Word::add_person))) {
            page.go(Page::add_person);
        }
        end_card(ui, card);
        return;
    }
    std::vector<std::string> options;
    for (PersonId const id : people) options.push_back(person_name(ui, page.state(), id));
    int const pressed = combo(ui, {.key = "choose", .label = ui.say(Word::act_as),
                                   .value = ui.say(Word::choose_person), .width = 280},
                              options, -1);
    if (pressed >= 0) {
        page.view.device.me = people[static_cast<std::size_t>(pressed)];
        page.view.device_changed = true;
    }
    end_card(ui, card);
}

}  // namespace

void draw_today_page(PageContext& page) {
    Ui& ui = page.ui;
    PersonId const me = page.view.device.me;
    auto const list = under_way(page.state(), me);
    draw_title(page, list.size());
    if (!page.state().people.people.contains(me)) {
        draw_nobody(page);
        return;
    }
    bool const has_waiting = list.size() > 1;  // the first is what to continue
    CardGrid grid = begin_grid(ui, has_waiting ? "three" : "two", has_waiting ? 3 : 2, 260);
    draw_continue(page, grid, list);
    if (has_waiting) draw_waiting(page, grid, list);
    draw_gaps(page, grid);
    end_grid(ui, grid);
    gap(ui, 8);
    draw_recommendations(page);
}

}  // namespace zhitu::ui
