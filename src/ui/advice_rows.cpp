#include "ui/advice_rows.h"

#include <algorithm>

#include "base/decimal.h"
#include "ui/format.h"
#include "ui/labels.h"

namespace zhitu::ui {

namespace {

// The largest share any reason can have.
constexpr double full_bar = recommend::weights_thousandths[0] / 1e3;
constexpr std::size_t names_max = 3;

Word unknown_word(recommend::Reason reason) {
    return reason == recommend::Reason::price ? Word::price_no_part : Word::unknown_mean;
}

template <class Ids, class Name>
std::string joined(Ids const& ids, Language language, Name const& name) {
    std::string out;
    std::size_t count = 0;
    for (auto const& id : ids) {
        if (count == names_max) return out + "…";
        if (count++ > 0) out += language == Language::zh ? "、" : ", ";
        out += name(id);
    }
    return out;
}

std::string quality_note(Ui& ui, catalog::Course const& course) {
    if (!course.rating_millionths) return ui.say(Word::unknown_mean);
    std::string const rating = millionths_text(*course.rating_millionths, 1);
    if (!course.rating_count) return ui.say(Word::rating_only, {rating});
    return ui.say(Word::rating_of, {rating, count_text(*course.rating_count)});
}

std::string popularity_note(Ui& ui, catalog::Course const& course) {
    if (course.popularity_millionths) {
        return ui.say(Word::popularity_of, {millionths_text(*course.popularity_millionths, 2)});
    }
    if (!course.learners_count) return ui.say(Word::unknown_mean);
    return ui.say(Word::learners_of, {count_text(*course.learners_count)});
}

std::string note_of(Ui& ui, app::State const& state, app::Advice const& advice,
                    recommend::Reason reason) {
    auto const course = state.catalog.courses.find(advice.course);
    if (course == state.catalog.courses.end()) return {};
    auto const skill = [&](SkillId id) { return skill_name(ui, state, id); };
    auto const title = [&](CourseId id) { return course_title(ui, state, id); };
    switch (reason) {
    case recommend::Reason::gap:
        return ui.say(Word::closes_gap, {joined(advice.gaps_closed, ui.language, skill)});
    case recommend::Reason::fit: return ui.say(Word::fit_text);
    case recommend::Reason::quality: return quality_note(ui, course->second);
    case recommend::Reason::popularity: return popularity_note(ui, course->second);
    case recommend::Reason::price: return ui.say(Word::price_in_budget);
    case recommend::Reason::clip: return ui.say(Word::clip_text);
    case recommend::Reason::prerequisites: break;
    }
    return ui.say(Word::missing_first,
                  {joined(advice.prerequisites_missing, ui.language, title)});
}

}  // namespace

app::AdviceList const& advice_for(PageContext& page, PersonId person) {
    ViewState& view = page.view;
    bool const is_fresh =
        view.advice_version == page.state().version && view.advice_person == person;
    if (!is_fresh) {
        view.advice = app::advise(page.state(), person, advice_max);
        view.advice_version = page.state().version;
        view.advice_person = person;
    }
    return view.advice;
}

app::Advice const* find_advice(app::AdviceList const& list, CourseId course) {
    auto const at = std::find_if(list.items.begin(), list.items.end(),
                                 [course](app::Advice const& one) { return one.course == course; });
    return at != list.items.end() ? &*at : nullptr;
}

std::vector<BarRow> advice_rows(Ui& ui, app::State const& state, app::Advice const& advice) {
    std::vector<double> parts;
    for (auto const& part : advice.scored.contributions) parts.push_back(part.value);
    auto const rounded = rounded_parts(parts, advice.scored.score);
    std::vector<BarRow> rows;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const& part = advice.scored.contributions[i];
        bool const is_nothing = rounded[i] == 0 && part.is_known;
        if (is_nothing) continue;
        BarRow row;
        row.label = ui.say(reason_word(part.reason));
        row.value = hundredths_text(rounded[i], true);
        row.share = part.value / full_bar;
        row.whole = decimal_text(part.value);
        row.note = part.is_known ? note_of(ui, state, advice, part.reason)
                                 : ui.say(unknown_word(part.reason));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string score_text(app::Advice const& advice) { return fixed_text(advice.scored.score, 2); }

Word reason_word(recommend::Reason reason) {
    switch (reason) {
    case recommend::Reason::gap: return Word::reason_gap;
    case recommend::Reason::fit: return Word::reason_fit;
    case recommend::Reason::quality: return Word::reason_quality;
    case recommend::Reason::popularity: return Word::reason_popularity;
    case recommend::Reason::price: return Word::reason_price;
    case recommend::Reason::clip: return Word::reason_clip;
    case recommend::Reason::prerequisites: break;
    }
    return Word::reason_prerequisites;
}

Word advice_status_word(app::AdviceStatus status) {
    switch (status) {
    case app::AdviceStatus::no_person: return Word::today_nobody;
    case app::AdviceStatus::no_role: return Word::advice_no_role;
    case app::AdviceStatus::no_gap: return Word::advice_no_gap;
    case app::AdviceStatus::no_course: return Word::advice_no_course;
    case app::AdviceStatus::nothing_fits:
    case app::AdviceStatus::ok: break;
    }
    return Word::advice_nothing;
}

std::string advice_ground(PageContext& page, app::AdviceList const& list) {
    Ui& ui = page.ui;
    return ui.say(Word::rests_on, {count_text(static_cast<std::int64_t>(list.evidence_count)),
                                   count_text(static_cast<std::int64_t>(list.courses_count)),
                                   date_words(page.view.today, ui.language)});
}

}  // namespace zhitu::ui
