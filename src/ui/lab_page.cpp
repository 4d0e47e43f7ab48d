// The lab: the worked case of the source document, recomputed from stored records. Six meanings of
// "relevant", the loss as printed and corrected, everybody's list.

#include "app/source_case.h"
#include "ui/bars.h"
#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/labels.h"
#include "ui/own_list_card.h"
#include "ui/page.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr int figure_digits = 6;

Word relevance_word(app::Relevance relevance) {
    switch (relevance) {
    case app::Relevance::taken: return Word::relevance_taken;
    case app::Relevance::taken_score_half: return Word::relevance_taken_half;
    case app::Relevance::taken_skill_table: return Word::relevance_taken_table;
    case app::Relevance::graded_good: return Word::relevance_good;
    case app::Relevance::graded_good_skill_table: return Word::relevance_good_table;
    case app::Relevance::graded_good_score_half: return Word::relevance_good_half;
    }
    return Word::relevance_taken;
}

std::string figure(std::optional<double> const& value) {
    return value ? fixed_text(*value, figure_digits) : "–";
}

std::string count(std::uint64_t value) { return count_text(static_cast<std::int64_t>(value)); }

void draw_metrics_card(Ui& ui, app::SourceCase const& found) {
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::lab_metrics));
    Table table = begin_table(
        ui, {.key = "metrics", .name = ui.say(Word::lab_metrics),
             .rows_count = static_cast<int>(found.rows.size())},
        {{ui.say(Word::column_relevant), 240, 1},
         {ui.say(Word::column_n), 56, 0, true},
         {ui.say(Word::column_relevant_n), 56, 0, true},
         {ui.say(Word::column_hits), 40, 0, true},
         {ui.say(Word::column_precision), 72, 0, true},
         {ui.say(Word::column_recall), 72, 0, true},
         {ui.say(Word::column_f1), 72, 0, true}});
    while (next_row(ui, table)) {
        app::CaseRow const& row = found.rows[static_cast<std::size_t>(table.row)];
        cell(ui, table, ui.say(relevance_word(row.relevance)));
        cell(ui, table, count(row.metrics.recommended_count));
        cell(ui, table, count(row.metrics.relevant_count));
        cell(ui, table, count(row.metrics.hits_count));
        cell_figure(ui, table, figure(row.metrics.precision), row.metrics.precision);
        cell_figure(ui, table, figure(row.metrics.recall), row.metrics.recall);
        cell_figure(ui, table, figure(row.metrics.f1), row.metrics.f1);
    }
    end_table(ui, table);
    end_card(ui, card);
}

void draw_loss(Ui& ui, Word what, double loss) {
    text_figure(ui, fixed_text(loss, figure_digits), loss, Type::heading);
    muted(ui, ui.say(what), Type::small);
    gap(ui, 12);
}

void draw_loss_cell(Ui& ui, CardGrid& grid, app::SourceCase const& found) {
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::loss_heading));
    draw_loss(ui, Word::loss_printed, found.loss_as_printed);
    draw_loss(ui, Word::loss_corrected, found.loss_corrected);
    muted(ui, ui.say(Word::loss_weights), Type::small);
    end_cell(ui, grid);
}

void draw_grades_cell(Ui& ui, CardGrid& grid, app::SourceCase const& found) {
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::grades_heading));
    std::uint64_t most = 1;
    for (std::uint64_t of_grade : found.grades_count) most = std::max(most, of_grade);
    std::vector<std::string> labels;
    std::vector<std::string> values;
    for (auto grade = std::rbegin(assessment::grades); grade != std::rend(assessment::grades);
         ++grade) {
        labels.push_back(ui.say(grade_word(*grade)));
        std::uint64_t const of_grade = found.grades_count[static_cast<std::size_t>(*grade)];
        values.push_back(ui.say(Word::grade_count, {count(of_grade)}));
    }
    std::vector<BarRow> rows;
    for (std::size_t index = 0; index < labels.size(); ++index) {
        std::uint64_t const of_grade = found.grades_count[labels.size() - 1 - index];
        double const share = static_cast<double>(of_grade) / static_cast<double>(most);
        rows.push_back({labels[index], values[index], share, {}});
    }
    bar_rows(ui, rows);
    end_cell(ui, grid);
}

void draw_course_line(PageContext& page, CourseId course, std::string const& note) {
    Ui& ui = page.ui;
    begin_line(ui, 24, 8);
    ImGui::PushID(to_text(course).c_str());
    bool const is_pressed = link(ui, "course", course_title(ui, page.state(), course));
    if (is_pressed) page.go(Page::course, course.raw);
    ImGui::PopID();
    text(ui, note, Type::small, Tint::muted);
    end_line(ui);
}

std::string popularity_note(app::State const& state, CourseId course) {
    auto const found = state.catalog.courses.find(course);
    if (found == state.catalog.courses.end() || !found->second.popularity_millionths) return {};
    return millionths_text(*found->second.popularity_millionths, 1);
}

void draw_catalog_cell(PageContext& page, CardGrid& grid, app::SourceCase const& found) {
    Ui& ui = page.ui;
    begin_cell(ui, grid);
    card_head(ui, ui.say(Word::case_catalog_heading));
    ImGui::PushID("view");
    for (CourseId course : found.catalog_view) {
        draw_course_line(page, course, popularity_note(page.state(), course));
    }
    ImGui::PopID();
    end_cell(ui, grid);
}

std::string list_of(PageContext& page, app::CasePerson const& person) {
    std::string list;
    for (CourseId course : person.recommended) {
        RawId const id = learning::recommendation_id(person.person, course);
        auto const record = page.state().learning.recommendations.find(id);
        if (!list.empty()) list += " · ";
        list += course_title(page.ui, page.state(), course);
        if (record == page.state().learning.recommendations.end()) continue;
        list += " " + millionths_text(record->second.score_millionths, 1);
    }
    return list.empty() ? page.ui.say(Word::list_empty) : list;
}

void draw_lists_card(PageContext& page, app::SourceCase const& found) {
    Ui& ui = page.ui;
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::lists_heading));
    Table table = begin_table(ui, {.key = "lists", .name = ui.say(Word::lists_heading),
                                   .rows_count = static_cast<int>(found.people.size())},
                              {{ui.say(Word::column_person), 96, 0},
                               {ui.say(Word::recommended_for), 200, 1},
                               {"", 152, 0}});
    while (next_row(ui, table)) {
        app::CasePerson const& person = found.people[static_cast<std::size_t>(table.row)];
        if (cell_link(ui, table, person_name(ui, page.state(), person.person))) {
            page.go(Page::person, person.person.raw);
        }
        cell(ui, table, list_of(page, person));
        cell(ui, table, person.is_in_skill_table ? "" : ui.say(Word::not_in_table), Tint::muted);
    }
    end_table(ui, table);
    end_card(ui, card);
}

void draw_case(PageContext& page, app::SourceCase const& found) {
    Ui& ui = page.ui;
    draw_metrics_card(ui, found);
    CardGrid grid = begin_grid(ui, "case", 3, 260);
    draw_loss_cell(ui, grid, found);
    draw_grades_cell(ui, grid, found);
    draw_catalog_cell(page, grid, found);
    end_grid(ui, grid);
    draw_lists_card(page, found);
}

}  // namespace

void draw_lab_page(PageContext& page) {
    Ui& ui = page.ui;
    auto const found = app::source_case(page.state(), {});
    page_title(ui, ui.say(Word::lab), ui.say(Word::lab_sentence));
    if (page.state().people.people.empty()) {
        if (empty_state(ui, "lab", ui.say(Word::lab_empty), ui.say(Word::data_privacy))) {
            page.go(Page::data);
        }
        return;
    }
    draw_own_list_card(page);
    if (found) draw_case(page, *found);
}

}  // namespace zhitu::ui
