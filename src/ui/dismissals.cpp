#include "ui/dismissals.h"

#include <iterator>

#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

bool restore_button(PageContext& page, CourseId course) {
    Ui& ui = page.ui;
    return button(ui, {.key = "restore", .label = ui.say(Word::restore),
                       .description = ui.say(Word::restore_of,
                                             {course_title(ui, page.state(), course)})});
}

}  // namespace

void draw_dismiss(PageContext& page, PersonId person, CourseId course) {
    Ui& ui = page.ui;
    auto const* dismissal = learning::find_dismissal(page.state().learning, person, course);
    std::string const field = "dismiss " + to_text(course);
    if (dismissal != nullptr) {
        page.view.form.erase(field);  // it is on record now
        badge(ui, ui.say(Word::dismissed_as, {ui.say(dismiss_word(dismissal->reason))}),
              BadgeKind::neutral);
        muted(ui, dismissal->note, Type::small);
        if (restore_button(page, course)) {
            page.wishes.push(app::Command{app::RestoreCourse{person, course}});
        }
        return;
    }
    std::string const label = ui.say(Word::dismiss);
    std::string& note = page.form(field);
    Combo menu{.key = "dismiss", .label = label, .value = label, .is_label_hidden = true,
               .query = &note, .is_query_note = true, .list_width = 264};
    std::vector<std::string> options;
    if (is_combo_open("dismiss")) {
        menu.query_label = ui.say(Word::dismiss_note);
        menu.note = ui.say(Word::dismiss_note_first);
        for (auto const reason : learning::dismiss_reasons) {
            options.push_back(ui.say(dismiss_word(reason)));
        }
    }
    int const pressed = combo(ui, menu, options, -1);
    if (pressed < 0) return;
    page.wishes.push(app::Command{app::DismissCourse{
        person, course, learning::dismiss_reasons[pressed], std::string(trimmed(note))}});
}

void draw_dismissed(PageContext& page, PersonId person) {
    auto const of_person = page.state().learning.dismissals.find(person);
    if (of_person == page.state().learning.dismissals.end()) return;
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::dismissed_heading));
    Table table = begin_table(ui, {.key = "dismissed", .name = ui.say(Word::dismissed_heading),
                                   .rows_count = static_cast<int>(of_person->second.size())},
                              {{ui.say(Word::column_course), 180, 1, false},
                               {ui.say(Word::column_reason), 110, 0, false},
                               {ui.say(Word::field_note), 120, 1, false},
                               {ui.say(Word::column_on), 120, 0, false},
                               {"", 130, 0, false}});
    while (next_row(ui, table)) {
        auto const& [course, dismissal] = *std::next(of_person->second.begin(), table.row);
        if (cell_link(ui, table, course_title(ui, page.state(), course))) {
            page.go(Page::course, course.raw);
        }
        cell(ui, table, ui.say(dismiss_word(dismissal.reason)));
        cell(ui, table, dismissal.note, Tint::muted);
        cell(ui, table, date_words(dismissal.on, ui.language), Tint::muted);
        begin_control_cell(ui, table);
        if (restore_button(page, course)) {
            page.wishes.push(app::Command{app::RestoreCourse{person, course}});
        }
        end_control_cell(ui, table);
    }
    end_table(ui, table);
    end_card(ui, card);
}

}  // namespace zhitu::ui
