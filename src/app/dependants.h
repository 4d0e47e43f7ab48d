#pragma once

// What hangs on a thing that somebody is about to delete.

#include <vector>

#include "app/state.h"

namespace zhitu::app {

struct CourseDependants {
    std::vector<PersonId> enrolled;     // at work on it; each list ascending
    std::vector<PersonId> finished;
    std::vector<PersonId> recommended;  // on record; these recommendations go with the course
    std::vector<CourseId> required_by;  // courses it is a prerequisite of
    bool is_empty() const {
        return enrolled.empty() && finished.empty() && recommended.empty() && required_by.empty();
    }
};

// Cost: O(people log enrolments + recommendations + courses log prerequisites).
CourseDependants dependants_of(State const& state, CourseId course);

// Who has the role, ascending. Cost: O(people).
std::vector<PersonId> dependants_of(State const& state, RoleId role);

}  // namespace zhitu::app
