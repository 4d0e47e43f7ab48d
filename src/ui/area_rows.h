#pragma once

// Roles and skills as rows, against what the catalog teaches; and the way back from a thing.

#include <string>

#include "ui/page.h"

namespace zhitu::ui {

// Of this state and language; made once and kept in the view until either changes.
AreaRows const& area_rows(PageContext& page);

// A quiet button at the margin that leads back to where one came from, or to `otherwise`.
void draw_way_back(PageContext& page, Page otherwise);

}  // namespace zhitu::ui
