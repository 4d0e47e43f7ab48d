#pragma once

// Results of one course: record one for oneself or somebody of one's own, and see what each meant.

#include "ui/page.h"

namespace zhitu::ui {

// For whom the acting person may record (app::may_judge), by name, oneself first.
std::vector<PersonId> people_to_judge(Ui const& ui, app::State const& state, PersonId me);

void draw_results(PageContext& page, CourseId course);

}  // namespace zhitu::ui
