#include "ui/delete_course.h"

#include "app/dependants.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/glyph_names.h"
#include "ui/labels.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr std::size_t names_max = 8;

std::string asking_key(CourseId course) { return "delete " + to_text(course); }

void delete_course(PageContext& page, CourseId course) {
    page.choose(asking_key(course), 0);
    page.wishes.push(app::Command{app::DeleteCourse{course}});
    page.go(Page::catalog);
}

template <class Id, class Name>
void say_who(Ui& ui, Word word, std::vector<Id> const& ids, Name const& name) {
    if (ids.empty()) return;
    std::vector<std::string> names;
    for (Id const id : ids) names.push_back(name(id));
    text(ui, ui.say(word, {std::to_string(ids.size()), named(ui, names, names_max)}));
}

}  // namespace

bool is_asking_to_delete(PageContext const& page, CourseId course) {
    return page.choice(asking_key(course)) != 0;
}

void draw_delete_course(PageContext& page, CourseId course) {
    Ui& ui = page.ui;
    bool const is_pressed = button(ui, {.key = "delete", .label = ui.say(Word::delete_course),
                                        .kind = ButtonKind::quiet, .glyph = glyph_trash});
    if (!is_pressed) return;
    if (app::dependants_of(page.state(), course).is_empty()) delete_course(page, course);
    else page.choose(asking_key(course), 1);
}

void draw_delete_question(PageContext& page, CourseId course) {
    if (!is_asking_to_delete(page, course)) return;
    Ui& ui = page.ui;
    auto const found = app::dependants_of(page.state(), course);
    auto const person = [&](PersonId id) { return person_name(ui, page.state(), id); };
    auto const title = [&](CourseId id) { return course_title(ui, page.state(), id); };
    Card const card = begin_card(ui);
    say_who(ui, Word::delete_course_enrolled, found.enrolled, person);
    say_who(ui, Word::delete_course_finished, found.finished, person);
    say_who(ui, Word::delete_course_recommended, found.recommended, person);
    say_who(ui, Word::delete_course_required, found.required_by, title);
    gap(ui, 12);
    begin_line(ui, ui.control_height(), 8);
    if (button(ui, {.key = "sure", .label = ui.say(Word::delete_all_the_same),
                    .kind = ButtonKind::danger})) {
        delete_course(page, course);
    }
    if (button(ui, {.key = "keep", .label = ui.say(Word::cancel)})) {
        page.choose(asking_key(course), 0);
    }
    end_line(ui);
    end_card(ui, card);
}

}  // namespace zhitu::ui
