#pragma once

// The units of a course, and the one that is open.

#include "ui/page.h"

namespace zhitu::ui {

void draw_reading(PageContext& page, CourseId course);

}  // namespace zhitu::ui
