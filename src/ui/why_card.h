#pragma once

// Why a course stands where it stands in one's list: against the one above or any other, reason by
// reason, and the smallest single change that would put it above.

#include "ui/page.h"

namespace zhitu::ui {

// Requires that the course is in the catalog and the person on the list of people.
void draw_why_card(PageContext& page, PersonId person, CourseId course);

}  // namespace zhitu::ui
