#pragma once

// Which courses the catalog lists, and how many each facet would give: made once for a state and a
// filter, kept in the view.

#include "ui/page.h"

namespace zhitu::ui {

// Refreshes view.catalog when the state, the filter or the language moved. Cost: then O(courses x
// skills), else O(1).
void refresh_catalog_rows(PageContext& page);

}  // namespace zhitu::ui
