#pragma once

// What just happened, with Undo, in the corner; it goes away by itself.

#include "ui/page.h"

namespace zhitu::ui {

inline constexpr double toast_seconds = 8;
inline constexpr double toast_seconds_problem = 15;

// `bottom`: nothing below this is covered.
void draw_toasts(PageContext& page, float bottom);

}  // namespace zhitu::ui
