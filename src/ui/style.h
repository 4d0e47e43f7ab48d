#pragma once

// ImGui's own style from our tokens, for the few things ImGui draws itself: text input, scroll
// bars, popups.

#include "ui/theme.h"

namespace zhitu::ui {

void apply_style(Tokens const& tokens, bool has_coarse_pointer);

}  // namespace zhitu::ui
