#pragma once

// What a team has, wants and lacks: people x skills in flat arrays, the sums of each skill, and who
// is nearest to a level.
//
//              skill 0  skill 1  …
//   person 0     cell 0   cell 1        cell = person x skills.size() + skill
//   person 1     cell n   …

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "app/state.h"

namespace zhitu::app {

// Nil, empty: any.
struct PeopleFilter {
    TeamId team;
    RoleId role;
    LocalText department{};  // of the person's team
    friend bool operator==(PeopleFilter const&, PeopleFilter const&) = default;
};

// What a level rests on, weakest first.
enum class EvidenceStrength : std::uint8_t { none, self, manager, test };

// One skill, added up over the people of the matrix. Index of the arrays: a level L, 0..3.
struct SkillColumn {
    std::array<std::uint32_t, 4> needing_count{};  // people whose role wants at least L
    std::array<std::uint32_t, 4> having_count{};   // people who have at least L, wanted or not
    std::uint32_t lacking_count = 0;               // people with a gap
    std::uint32_t levels_lacking = 0;              // their gaps together
    std::int64_t priority_millionths = 0;          // their priorities together
};

struct GapMatrix {
    std::vector<PersonId> people;  // [people] ascending by login, ties by id
    // [skills] wanted of somebody here; what lacks most first: by summed priority, then by levels
    // lacking, then by id.
    std::vector<SkillId> skills;
    std::vector<SkillColumn> columns;                // [skills]
    std::vector<std::uint8_t> levels;                // [people x skills] 0..3
    std::vector<std::uint8_t> wanted;                // [people x skills] 0..3; 0: not wanted
    std::vector<EvidenceStrength> evidence;          // [people x skills]
    std::vector<std::uint32_t> priority_millionths;  // [people x skills] gap x weight

    std::size_t cell(std::size_t person, std::size_t skill) const {
        return person * skills.size() + skill;
    }
    int gap(std::size_t cell) const {
        return wanted[cell] > levels[cell] ? wanted[cell] - levels[cell] : 0;
    }
};

// Everybody who passes the filter, also who has no role (a row that wants nothing). Priority is gap
// x weight x urgency, and urgency is 1 until needs have deadlines.
// Cost: O(people x skills + statements + sorting).
GapMatrix gap_matrix(State const& state, PeopleFilter const& filter);

// The place of a skill in the matrix, if it is wanted there.
std::optional<std::size_t> find_skill(GapMatrix const& matrix, SkillId skill);

// One skill's summed priority in parts: who lacks it at one weight lacks so many levels together.
struct PriorityPart {
    std::int64_t weight_millionths = 0;
    std::int64_t levels = 0;
    friend bool operator==(PriorityPart const&, PriorityPart const&) = default;
};
// Heaviest weight first; levels x weight added up give the column's priority. Requires skill <
// matrix.skills.size(). Cost: O(people log people).
std::vector<PriorityPart> priority_parts(GapMatrix const& matrix, std::size_t skill);

struct NearPerson {
    std::size_t person = 0;  // place in matrix.people
    int levels_missing = 0;  // 0: is there
    EvidenceStrength evidence = EvidenceStrength::none;
    friend bool operator==(NearPerson const&, NearPerson const&) = default;
};

// Who is nearest to a level of a skill: fewest levels missing first, then the stronger evidence,
// then by login. At most count_max. Requires skill < matrix.skills.size(), level 0..3.
// Cost: O(people log people).
std::vector<NearPerson> nearest_people(GapMatrix const& matrix, std::size_t skill, int level,
                                       std::size_t count_max);

}  // namespace zhitu::app
