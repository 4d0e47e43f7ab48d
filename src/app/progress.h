#pragma once

// How far a learner is in a course.

#include "app/state.h"

namespace zhitu::app {

// Units done and all units. A course without units is one unit, without an id.
struct Progress {
    std::uint64_t finished = 0;
    std::uint64_t count = 1;  // never 0
    UnitId next;              // first unfinished; nil: none, or the implicit one
    double share() const { return static_cast<double>(finished) / static_cast<double>(count); }
};

// A finished course is done whole, whatever units it gained since. Units that are gone count no
// more. Nothing done without an enrolment. Cost: O(units of the course log).
Progress progress_of(State const& state, PersonId person, CourseId course);

}  // namespace zhitu::app
