#pragma once

// A recommendation as people read it: the score, and the parts that add up to it.

#include <string>
#include <vector>

#include "ui/bars.h"
#include "ui/page.h"

namespace zhitu::ui {

inline constexpr std::size_t advice_max = 50;

// Of this state and person; made once and kept in the view until either changes.
app::AdviceList const& advice_for(PageContext& page, PersonId person);
app::Advice const* find_advice(app::AdviceList const& list, CourseId course);

// Two digits each; the parts shown add up to the score shown. Parts of nothing are left out.
std::vector<BarRow> advice_rows(Ui& ui, app::State const& state, app::Advice const& advice);
std::string score_text(app::Advice const& advice);

Word reason_word(recommend::Reason reason);
// Why the list is empty.
Word advice_status_word(app::AdviceStatus status);
// "Rests on the role, 12 skill records, 24 courses · 20 Nov 2026"
std::string advice_ground(PageContext& page, app::AdviceList const& list);

}  // namespace zhitu::ui
