#include "ui/enrolments_card.h"


#include "app/progress.h"
#include "base/sort.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/labels.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

void draw_enrolments_card(PageContext& page, PersonId id) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::enrolments_heading));
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
    sort_list(list, [](auto const& a, auto const& b) {
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

}  // namespace zhitu::ui
