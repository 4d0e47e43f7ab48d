#pragma once

// Courses that somebody sets aside with a reason, and takes up again.

#include "ui/page.h"

namespace zhitu::ui {

// A small menu of reasons, in an open line; of a dismissed course the reason and the way back.
void draw_dismiss(PageContext& page, PersonId person, CourseId course);

// A card with what the person set aside; nothing when there is nothing.
void draw_dismissed(PageContext& page, PersonId person);

}  // namespace zhitu::ui
