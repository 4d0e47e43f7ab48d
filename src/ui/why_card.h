#pragma once

// Why a course is for somebody, and why it stands where it stands in the list: against the one
// above or any other, reason by reason, and the smallest single change that would put it above.

#include "ui/cards.h"
#include "ui/page.h"

namespace zhitu::ui {

// "For you: 0.83", and the parts that add up to it. Nothing for who is not on the list of people.
void draw_for_you(PageContext& page, CardGrid& grid, PersonId person, CourseId course);

// Requires that the course is in the catalog and the person on the list of people.
void draw_why_card(PageContext& page, PersonId person, CourseId course);

}  // namespace zhitu::ui
