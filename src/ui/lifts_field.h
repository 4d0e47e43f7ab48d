#pragma once

// What a course teaches: skills chosen one after the other, each with the level it begins at and
// the one it leads to, dropped by its cross. Kept with the other fields of the form: lifts_key.

#include <map>

#include "ui/page.h"

namespace zhitu::ui {

inline constexpr char const* lifts_key = "teaches";
using Lifts = std::map<SkillId, catalog::Lift>;

void type_lifts(PageContext& page, Lifts const& lifts);
Lifts typed_lifts(PageContext& page);

// Levels that do not rise cannot be chosen: the other one moves along.
void draw_lifts_field(PageContext& page);

}  // namespace zhitu::ui
