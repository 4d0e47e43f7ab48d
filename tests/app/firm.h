#pragma once

#include <limits>
#include <vector>

#include "app/advice.h"

namespace zhitu::test {

inline constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

// One person, one role; skills, courses and needs are added by each test.
struct Firm {
    Firm() { state.people.people[anna].role = role; }

    static RawId raw(std::uint8_t kind, int number) {
        RawId id{};
        id[0] = kind;
        id[15] = static_cast<std::uint8_t>(number);
        return id;
    }
    static SkillId skill(int number) { return SkillId{raw(3, number)}; }
    static CourseId course(int number) { return CourseId{raw(2, number)}; }

    void need(int skill_number, std::int64_t level, std::int64_t weight) {
        state.people.roles[role].needs[skill(skill_number)] = {level, weight};
    }
    void knows(int skill_number, std::int64_t level,
               people::EvidenceKind kind = people::EvidenceKind::self) {
        state.people.evidence[anna].push_back({skill(skill_number), level, kind, "2026-01-01", ""});
    }
    catalog::Course& teaches(int course_number, int skill_number, catalog::Lift lift) {
        catalog::Course& made = state.catalog.courses[course(course_number)];
        made.teaches[skill(skill_number)] = lift;
        return made;
    }
    void takes(int course_number, learning::EnrolmentStatus status) {
        state.learning.enrolments[anna][course(course_number)].status = status;
    }
    // Advised courses by their numbers.
    std::vector<int> advised(std::size_t count_max = all) const {
        std::vector<int> numbers;
        for (app::Advice const& advice : app::advise(state, anna, count_max).items) {
            numbers.push_back(advice.course.raw[15]);
        }
        return numbers;
    }

    PersonId const anna{raw(1, 1)};
    RoleId const role{raw(4, 1)};
    app::State state;
};

}  // namespace zhitu::test
