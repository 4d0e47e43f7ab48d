#pragma once

// What just happened, with Undo, in the corner; it goes away by itself.

#include "ui/page.h"

namespace zhitu::ui {

inline constexpr double toast_seconds = 8;
inline constexpr double toast_seconds_problem = 15;

// At most three stand; an older one makes room.
void add_toast(ViewState& view, std::string text, std::optional<app::Dispatched> undo = {});
void add_problem(ViewState& view, std::string text);
void add_problem(ViewState& view, Error const& error);

// `bottom`: nothing below this is covered.
void draw_toasts(PageContext& page, float bottom);

}  // namespace zhitu::ui
