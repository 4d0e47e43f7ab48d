// Where does this person stand? Role against skills, the evidence, the courses, what helps.

#include <algorithm>

#include "ui/advice_rows.h"
#include "ui/assess_card.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/dismissals.h"
#include "ui/enrolments_card.h"
#include "ui/format.h"
#include "ui/glyph_names.h"
#include "ui/labels.h"
#include "ui/navigation.h"
#include "ui/person_standing.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t recommendations_max = 10;

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
    text_figure(ui, ui.say(Word::sum_is, {score_text(advice)}), advice.scored.score, Type::strong,
                Tint::accent);
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
    draw_role_skills(page, id, rows);
    draw_assess_card(page, id, rows);
    draw_enrolments_card(page, id);
    draw_dismissed(page, id);
    draw_recommended(page, id);
}

}  // namespace zhitu::ui
