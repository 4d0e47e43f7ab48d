#pragma once

// Who sees which page, and the three shapes of the way to them: a column of words, a rail of icons
// with words beneath, a bar at the bottom.

#include <vector>

#include "ui/page.h"

namespace zhitu::ui {

struct NavigationEntry {
    Page page;
    Word word;
    Word short_word;
    char const* glyph;
    Word group;
};

// Only what is built and what the person may see. Employees manage their own data and nothing else.
bool is_manager(app::State const& state, PersonId me);
std::vector<NavigationEntry> navigation_entries(app::State const& state, PersonId me);

enum class NavigationShape { column, rail, bottom };
NavigationShape navigation_shape(float screen_width);

void draw_navigation(PageContext& page);
// Height the bottom bar takes now; 0 in the other shapes.
float bottom_height(PageContext& page);

}  // namespace zhitu::ui
