#include "ui/why_card.h"

#include <algorithm>

#include "ui/advice_rows.h"
#include "ui/cards.h"
#include "ui/format.h"
#include "ui/inputs.h"
#include "ui/labels.h"
#include "ui/tables.h"
#include "ui/text_widgets.h"

namespace zhitu::ui {

namespace {

constexpr int digits = 3;
constexpr std::size_t skills_named_max = 5;

std::string count(std::uint64_t value) { return count_text(static_cast<std::int64_t>(value)); }

app::WhyNot const& why_not_of(PageContext& page, PersonId person, CourseId course) {
    WhyView& why = page.view.why;
    if (why.person != person || why.course != course) why.against.reset();
    bool const is_fresh = why.version == page.state().version && why.person == person &&
                          why.course == course && why.against_of_answer == why.against;
    if (is_fresh) return why.answer;
    why.version = page.state().version;
    why.person = person;
    why.course = course;
    why.against_of_answer = why.against;
    why.answer = app::why_not(page.state(), person, course, why.against);
    return why.answer;
}

std::string skills_text(PageContext& page, std::vector<SkillId> const& skills) {
    std::string out;
    for (std::size_t at = 0; at < std::min(skills.size(), skills_named_max); ++at) {
        if (at > 0) out += page.ui.say(Word::list_comma);
        out += skill_name(page.ui, page.state(), skills[at]);
    }
    return skills.size() > skills_named_max ? out + "…" : out;
}

std::string courses_text(PageContext& page, std::vector<CourseId> const& courses) {
    std::string out;
    for (CourseId const course : courses) {
        if (!out.empty()) out += page.ui.say(Word::list_comma);
        out += course_title(page.ui, page.state(), course);
    }
    return out;
}

std::string standing_text(PageContext& page, app::WhyNot const& why) {
    Ui& ui = page.ui;
    switch (why.standing) {
    case app::Standing::taken: return ui.say(Word::already_taken);
    case app::Standing::dismissed: return ui.say(Word::why_dismissed);
    case app::Standing::closes_nothing:
        return ui.say(Word::why_closes_nothing, {skills_text(page, why.skills_lacking)});
    case app::Standing::no_course: return ui.say(Word::course_gone);
    case app::Standing::no_list: return ui.say(advice_status_word(why.status));
    case app::Standing::listed: break;
    }
    if (why.rank == 1) return ui.say(Word::why_first);
    return ui.say(Word::why_rank, {count(why.rank)});
}

void draw_terms(PageContext& page, CourseId course, app::Comparison const& comparison) {
    Ui& ui = page.ui;
    std::string const mine = course_title(ui, page.state(), course);
    std::string const other = course_title(ui, page.state(), comparison.other);
    Table table = begin_table(ui, {.key = "terms", .name = ui.say(Word::why_terms),
                                   .rows_count = static_cast<int>(comparison.terms.size()) + 1},
                              {{ui.say(Word::column_why), 120, 1},
                               {mine, 120, 1, true},
                               {other, 120, 1, true},
                               {ui.say(Word::why_difference), 80, 0, true}});
    while (next_row(ui, table)) {
        auto const row = static_cast<std::size_t>(table.row);
        if (row == comparison.terms.size()) {
            cell_strong(ui, table, ui.say(Word::why_sum));
            cell_figure(ui, table, fixed_text(comparison.mine_score, digits),
                        comparison.mine_score);
            cell_figure(ui, table, fixed_text(comparison.other_score, digits),
                        comparison.other_score);
            cell_figure(ui, table, signed_text(comparison.difference(), digits),
                        comparison.difference());
            continue;
        }
        app::TermPair const& term = comparison.terms[row];
        cell(ui, table, ui.say(reason_word(term.mine.reason)));
        cell_figure(ui, table, signed_text(term.mine.value, digits), term.mine.value);
        cell_figure(ui, table, signed_text(term.other.value, digits), term.other.value);
        cell_figure(ui, table, signed_text(term.difference(), digits), term.difference(),
                    term.difference() < 0 ? Tint::vermilion : Tint::ink);
    }
    end_table(ui, table);
}

std::string rating_flip(Ui& ui, app::Flip const& flip) {
    std::string const to = millionths_text(flip.to, 2);
    if (!flip.from) return ui.say(Word::flip_rating_new, {to});
    return ui.say(Word::flip_rating, {millionths_text(*flip.from, 2), to});
}

std::string price_flip(PageContext& page, app::Flip const& flip, PersonId person) {
    Ui& ui = page.ui;
    std::string const& currency = page.state().people.people.at(person).currency;
    std::string const to = money_text(flip.to, currency, ui.language);
    if (!flip.from) return ui.say(Word::flip_price_new, {to});
    return ui.say(Word::flip_price, {money_text(flip.from, currency, ui.language), to});
}

std::string flip_text(PageContext& page, app::Flip const& flip, PersonId person) {
    Ui& ui = page.ui;
    std::int64_t const from = flip.from.value_or(0);
    switch (flip.lever) {
    case app::Lever::rating: return rating_flip(ui, flip);
    case app::Lever::price: return price_flip(page, flip, person);
    case app::Lever::weight:
        return ui.say(Word::flip_weight, {skill_name(ui, page.state(), flip.skill),
                                          millionths_text(from, 2), millionths_text(flip.to, 2)});
    case app::Lever::level:
        return ui.say(Word::flip_level, {skill_name(ui, page.state(), flip.skill),
                                         count_text(from), count_text(flip.to)});
    case app::Lever::prerequisite: break;
    }
    return ui.say(Word::flip_prerequisite, {course_title(ui, page.state(), flip.prerequisite)});
}

void draw_flips(PageContext& page, app::WhyNot const& why, PersonId person) {
    Ui& ui = page.ui;
    app::Comparison const& comparison = *why.comparison;
    bool const is_above = comparison.mine_score > comparison.other_score &&
                          why.rank < comparison.other_rank;
    if (is_above) return;
    gap(ui, 12);
    if (comparison.is_behind_prerequisites) {
        text(ui, ui.say(Word::why_behind, {courses_text(page, why.prerequisites_missing)}));
        gap(ui, 4);
    }
    if (comparison.flips.empty()) {
        muted(ui, ui.say(Word::flip_none));
        return;
    }
    heading(ui, ui.say(Word::flip_heading), 3);
    gap(ui, 4);
    for (app::Flip const& flip : comparison.flips) text(ui, "· " + flip_text(page, flip, person));
}

// The list to compare with; the first entry is the one above.
void draw_other(PageContext& page, PersonId person, CourseId course) {
    Ui& ui = page.ui;
    WhyView& why = page.view.why;
    app::AdviceList const& list = advice_for(page, person);
    std::vector<std::string> options{ui.say(Word::why_above)};
    std::vector<std::optional<CourseId>> courses{std::nullopt};
    int chosen = 0;
    for (app::Advice const& advice : list.items) {
        if (advice.course == course) continue;
        if (why.against == advice.course) chosen = static_cast<int>(options.size());
        options.push_back(course_title(ui, page.state(), advice.course));
        courses.emplace_back(advice.course);
    }
    begin_line(ui, ui.control_height());
    int const pressed = combo(ui, {.key = "against", .label = ui.say(Word::why_against),
                                   .value = options[static_cast<std::size_t>(chosen)],
                                   .is_label_hidden = true, .width = 280},
                              options, chosen);
    if (pressed >= 0) why.against = courses[static_cast<std::size_t>(pressed)];
    end_line(ui);
    gap(ui, 8);
}

}  // namespace

void draw_for_you(PageContext& page, CardGrid& grid, PersonId person, CourseId course) {
    Ui& ui = page.ui;
    if (!page.state().people.people.contains(person)) return;
    begin_cell(ui, grid);
    app::AdviceList const& list = advice_for(page, person);
    app::Advice const* const advice = find_advice(list, course);
    if (advice == nullptr) {
        heading(ui, ui.say(Word::for_you, {"–"}), 2);
        gap(ui, 8);
        bool const is_taken = learning::is_taken(page.state().learning, person, course);
        Word const reason = is_taken ? Word::already_taken
                            : list.status == app::AdviceStatus::ok
                                ? Word::not_recommended
                                : advice_status_word(list.status);
        muted(ui, ui.say(reason));
        end_cell(ui, grid);
        return;
    }
    heading(ui, ui.say(Word::for_you, {score_text(*advice)}), 2);
    gap(ui, 8);
    bar_rows(ui, advice_rows(ui, page.state(), *advice));
    text_figure(ui, ui.say(Word::sum_is, {score_text(*advice)}), advice->scored.score,
                Type::strong);
    muted(ui, advice_ground(page, list), Type::small);
    end_cell(ui, grid);
}

void draw_why_card(PageContext& page, PersonId person, CourseId course) {
    Ui& ui = page.ui;
    app::WhyNot const why = why_not_of(page, person, course);
    Card const card = begin_card(ui);
    card_head(ui, ui.say(Word::why_heading));
    text(ui, standing_text(page, why));
    if (why.standing == app::Standing::listed) {
        gap(ui, 8);
        draw_other(page, person, course);
    }
    if (why.comparison) {
        draw_terms(page, course, *why.comparison);
        draw_flips(page, why, person);
    }
    end_card(ui, card);
}

}  // namespace zhitu::ui
