#pragma once

// What the catalog can teach of what roles want.
//
//   role ──wants──▶ skill ◀──teaches── course
//                    │
//                    └─live synonym─▶ skill ◀──teaches── course

#include <map>
#include <vector>

#include "app/state.h"

namespace zhitu::app {

struct Teaching {
    CourseId course;
    catalog::Lift lift;
    friend bool operator==(Teaching const&, Teaching const&) = default;
};

// The catalog turned round: who teaches a skill, ascending by course.
using TeachingIndex = std::map<SkillId, std::vector<Teaching>>;

// Cost: O(taught skills of all courses log skills).
TeachingIndex teaching_index(catalog::State const& catalog);

// Teaching of the skill itself, then of its live synonyms, each course once. Cost: O(synonyms log
// skills + teachings log).
std::vector<Teaching> teaching_of(catalog::State const& catalog, TeachingIndex const& index,
                                  SkillId skill);

struct RoleCoverage {
    std::uint64_t skills_count = 0;  // that the role wants
    std::uint64_t taught_count = 0;  // of these, by at least one course
    std::vector<SkillId> untaught;   // the others, ascending
};

// An unknown role wants nothing. Cost: O(needs x synonyms log skills).
RoleCoverage coverage_of(State const& state, TeachingIndex const& index, RoleId role);

}  // namespace zhitu::app
