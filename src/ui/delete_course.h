#pragma once

// Deleting a course names first what hangs on it.

#include "ui/page.h"

namespace zhitu::ui {

bool is_asking_to_delete(PageContext const& page, CourseId course);

// A button in an open line: deletes, or asks when something hangs on the course.
void draw_delete_course(PageContext& page, CourseId course);

// The card with the names and the two ways on, while it asks.
void draw_delete_question(PageContext& page, CourseId course);

}  // namespace zhitu::ui
