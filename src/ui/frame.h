#pragma once

// The whole screen: navigation, top bar, the open page, toasts.
//
//   >= 900: column of words │ top bar          < 600: top bar
//           208 px          │ page                     search
//   >= 600: rail of icons   │                          page
//           72 px           │                          bar of five

#include "ui/page.h"

namespace zhitu::ui {

void draw_frame(PageContext& page);
// The page that is shown: doors while there is nothing, never doors when there is something.
Page page_shown(app::State const& state, Route const& route);

}  // namespace zhitu::ui
