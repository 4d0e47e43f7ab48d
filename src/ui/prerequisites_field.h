#pragma once

// Which courses to take before one: chosen one after the other, each dropped by its cross. What is
// chosen is kept with the other fields of the form, under prerequisites_key.

#include <set>

#include "ui/page.h"

namespace zhitu::ui {

inline constexpr char const* prerequisites_key = "prerequisites";

void type_prerequisites(PageContext& page, std::set<CourseId> const& courses);
std::set<CourseId> typed_prerequisites(PageContext& page);

// The course of the route is not offered to itself.
void draw_prerequisites_field(PageContext& page);

}  // namespace zhitu::ui
