#pragma once

// What recorded results meant for somebody's skills.

#include <string>
#include <vector>

#include "app/state.h"

namespace zhitu::app {

// One skill that a result moved, or proved without moving it (from = to).
struct SkillMove {
    SkillId skill;
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::string on;  // date of the result
    friend bool operator==(SkillMove const&, SkillMove const&) = default;
};

// By the results of one course, in the order of their dates. Cost: O(statements of the person
// squared, at worst; one pass for each move).
std::vector<SkillMove> moves_of(State const& state, PersonId person, CourseId course);

}  // namespace zhitu::app
