#pragma once

// Who may record a result or note a skill, and what recorded results meant for somebody's skills.

#include <optional>
#include <string>
#include <vector>

#include "app/state.h"

namespace zhitu::app {

// Oneself; a manager also for those who report to them; a training admin and the company itself
// (`me` nil or gone) for everybody. An employee for nobody else, even where somebody reports to
// them. Until accounts exist this is order, not protection: anybody can switch who they act as.
bool may_judge(State const& state, PersonId me, PersonId whom);

// One skill that a result moved, or proved without moving it (from = to).
struct SkillMove {
    SkillId skill;
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::string on;  // date of the result
    // What counts today in its place: a test of a higher level that was there before, or a newer
    // test of a lower. Empty: this result counts, or what came later only lifted further.
    std::optional<people::SkillAssessed> instead{};
    friend bool operator==(SkillMove const&, SkillMove const&) = default;
};

// By the results of one course, in the order of their dates. Cost: O(statements of the person
// squared, at worst; one pass for each move).
std::vector<SkillMove> moves_of(State const& state, PersonId person, CourseId course);

}  // namespace zhitu::app
