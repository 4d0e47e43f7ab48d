#pragma once

// From areas to the recommender and back: the gap of a person, and the ranked, reasoned list.

#include <memory>
#include <string>
#include <vector>

#include "app/advisor.h"
#include "app/state.h"

namespace zhitu::app {

// One skill a role wants of a person.
struct GapRow {
    SkillId skill;
    people::Need need;
    std::int64_t level = 0;                         // now
    std::optional<people::SkillAssessed> evidence;  // what `level` rests on
    std::int64_t gap() const { return need.level > level ? need.level - level : 0; }
    // gap x weight, in millionths of a level.
    std::int64_t priority_millionths() const { return gap() * need.weight_millionths; }
};

// Highest priority first, ties by larger weight, then by id. Empty without a role.
std::vector<GapRow> gap_of(State const& state, PersonId person);

struct Advice {
    CourseId course;
    recommend::ScoredItem scored;      // score and named contributions
    std::vector<SkillId> gaps_closed;  // skills of the gap that the course raises, as in gap_of
    std::vector<CourseId> prerequisites_missing;  // ascending
};

enum class AdviceStatus : std::uint8_t { ok, no_person, no_role, no_gap, no_course, nothing_fits };

struct AdviceList {
    AdviceStatus status = AdviceStatus::ok;
    std::vector<Advice> items;         // as told below, ties by course id
    std::uint64_t courses_count = 0;   // looked at: neither taken nor dismissed
    std::uint64_t evidence_count = 0;  // statements about this person's wanted skills
    bool has_no_statements = false;    // nobody ever said what the person knows: all levels are 0
};

// Taken and dismissed courses are left out. A prerequisite is met when it is taken, when the person
// already has the levels it ends at, or when it is in the catalog no more. A course stands behind
// its missing prerequisites as far as they are in the list; otherwise best score first. A synonym
// of a needed skill that nobody rejected covers the need with its weight as certainty. A shorter
// list is the beginning of a longer. no_gap: every need is met; nothing_fits: no course left closes
// any. Cost: O(courses x taught skills), for each person of one Advisor much less: see rank().
AdviceList advise(State const& state, PersonId person, std::size_t count_max);
// The same for many people of one state, which the advisor was made for.
AdviceList advise(Advisor& advisor, State const& state, PersonId person, std::size_t count_max);

// S0's own view: popularity >= threshold, best first, ties by id. Courses without one are left out.
std::vector<CourseId> popular_courses(State const& state, std::int64_t threshold_millionths);

}  // namespace zhitu::app
