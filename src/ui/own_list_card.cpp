#include "ui/own_list_card.h"

#include <algorithm>
#include <array>

#include "ui/buttons.h"
#include "ui/cards.h"
#include "ui/charts.h"
#include "ui/format.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr int digits = 3;
constexpr std::array<std::size_t, 4> k_choices{3, 5, 10, 20};
constexpr std::size_t k_usual = 5;

std::string count(std::uint64_t value) { return count_text(static_cast<std::int64_t>(value)); }

std::string figure(std::optional<double> const& value) {
    return value ? fixed_text(*value, digits) : "–";
}

OwnListView const& own_list_of(PageContext& page) {
    OwnListView& view = page.view.own_list;
    if (view.version == page.state().version && !view.reports.empty()) return view;
    view.version = page.state().version;
    view.reports = app::own_list_by_k(page.state(), app::own_list_k_max);
    return view;
}

std::size_t chosen_k(PageContext const& page) {
    return static_cast<std::size_t>(
        page.choice("own_list.k", static_cast<std::int64_t>(k_usual)));
}

void draw_k(PageContext& page) {
    Ui& ui = page.ui;
    std::size_t const k = chosen_k(page);
    std::array<std::string, k_choices.size()> labels;
    for (std::size_t at = 0; at < labels.size(); ++at) {
        labels[at] = ui.say(Word::own_list_k, {count(k_choices[at])});
    }
    begin_line(ui, ui.control_height());
    int const pressed = choose(ui, "k", ui.say(Word::own_list_length),
                               {{labels[0], k == k_choices[0]}, {labels[1], k == k_choices[1]},
                                {labels[2], k == k_choices[2]}, {labels[3], k == k_choices[3]}});
    end_line(ui);
    if (pressed < 0) return;
    std::size_t const picked = k_choices[static_cast<std::size_t>(pressed)];
    page.choose("own_list.k", static_cast<std::int64_t>(picked));
}

void draw_row(Ui& ui, Table& table, app::OwnListReport const& report, bool is_advice) {
    app::OwnListRow const& row = is_advice ? report.advice : report.popular;
    Tint const tint = report.is_few() ? Tint::muted : Tint::ink;
    cell(ui, table, ui.say(is_advice ? Word::own_list_advice : Word::own_list_popular), tint);
    cell_figure(ui, table, figure(row.pairs.precision), row.pairs.precision, tint);
    cell_figure(ui, table, figure(row.pairs.recall), row.pairs.recall, tint);
    cell_figure(ui, table, figure(row.pairs.f1), row.pairs.f1, tint);
    cell_figure(ui, table, figure(row.people.f1), row.people.f1, tint);
    cell(ui, table, count(row.courses_listed), tint);
}

void draw_table(Ui& ui, app::OwnListReport const& report) {
    Table table = begin_table(ui, {.key = "own", .name = ui.say(Word::own_list_heading),
                                   .rows_count = 2},
                              {{ui.say(Word::own_list_what), 160, 1},
                               {ui.say(Word::column_precision), 72, 0, true},
                               {ui.say(Word::column_recall), 72, 0, true},
                               {ui.say(Word::column_f1), 72, 0, true},
                               {ui.say(Word::own_list_f1_people), 104, 0, true},
                               {ui.say(Word::own_list_courses), 88, 0, true}});
    while (next_row(ui, table)) draw_row(ui, table, report, table.row == 0);
    end_table(ui, table);
}

void draw_curve(PageContext& page, std::vector<app::OwnListReport> const& reports) {
    Ui& ui = page.ui;
    LineChart chart;
    chart.name = ui.say(Word::own_list_curve);
    chart.x_title = ui.say(Word::own_list_length);
    chart.chosen = static_cast<int>(chosen_k(page)) - 1;
    bool const is_few = reports.front().is_few();
    chart.series = {{ui.say(Word::own_list_f1_advice), {}, is_few ? Tint::muted : Tint::accent},
                    {ui.say(Word::own_list_f1_popular), {}, is_few ? Tint::edge : Tint::amber}};
    double most = 0;
    for (app::OwnListReport const& report : reports) {
        chart.labels.push_back(count(report.k));
        chart.series[0].values.push_back(report.advice.pairs.f1);
        chart.series[1].values.push_back(report.popular.pairs.f1);
        most = std::max({most, report.advice.pairs.f1.value_or(0),
                         report.popular.pairs.f1.value_or(0)});
    }
    chart.most = most > 0 ? most : 1;
    chart.digits = 2;
    line_chart(ui, chart);
}

void draw_ground(Ui& ui, app::OwnListReport const& report) {
    if (report.is_few()) {
        text(ui, ui.say(Word::own_list_few, {count(report.people_count),
                                             count(app::own_list_people_min)}),
             Type::body, Tint::amber);
        gap(ui, 4);
    }
    muted(ui, ui.say(Word::own_list_ground,
                     {count(report.people_count), count(report.enrolments_count),
                      count(report.courses_count), count(report.listed_people_count)}),
          Type::small);
    muted(ui, ui.say(Word::own_list_relevance), Type::small);
    if (report.late_people_count == 0) return;
    text(ui, ui.say(Word::own_list_late, {count(report.late_people_count)}), Type::small,
         Tint::amber);
}

}  // namespace

void draw_own_list_card(PageContext& page) {
    Ui& ui = page.ui;
    auto const& reports = own_list_of(page).reports;
    app::OwnListReport const& report = reports[chosen_k(page) - 1];
    Card const card = begin_card(ui);
    heading(ui, ui.say(Word::own_list_heading), 2);
    gap(ui, 4);
    if (report.people_count == 0) {
        muted(ui, ui.say(Word::own_list_nobody));
        end_card(ui, card);
        return;
    }
    draw_ground(ui, report);
    gap(ui, 12);
    draw_k(page);
    gap(ui, 8);
    draw_table(ui, report);
    gap(ui, 16);
    draw_curve(page, reports);
    end_card(ui, card);
}

}  // namespace zhitu::ui
