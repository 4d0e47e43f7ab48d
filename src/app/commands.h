#pragma once

// What somebody may ask for. A command may be refused; decide() answers with ops or an Error whose
// words are made in ui/.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/state.h"
#include "base/env.h"

namespace zhitu::app {

struct NameCompany {
    LocalText name;
    bool is_demo = false;
};
// With an id that person is edited; without, a new one is made (refused when the login is taken).
struct SavePerson {
    people::Person person;
    std::optional<PersonId> id{};
};
struct SaveSkill {
    catalog::Skill skill;
    std::optional<SkillId> id{};
};
struct SaveCourse {
    catalog::Course course;
    std::optional<CourseId> id{};
};
// An existing synonym of a skill: does it count? Rejected ones stay, and stay rejected.
struct RejectSynonym {
    SkillId skill;
    SkillId synonym;
    bool is_rejected = true;
};
// Adds a synonym or changes its weight, (0, 1] in millionths. No import changes it from then on.
struct SetSynonym {
    SkillId skill;
    SkillId synonym;
    catalog::SynonymWeight weight;
};
// As SavePerson. A role without needs is allowed. No import changes the needs that this changes;
// `decided` is not looked at.
struct SaveRole {
    people::Role role;
    std::optional<RoleId> id{};
};
// Its people stay, without a role. Who they are: app/dependants.h.
struct DeleteRole {
    RoleId role;
};
// Recommendations of it on record go with it; undo brings all back. Who else depends on it:
// app/dependants.h.
struct DeleteCourse {
    CourseId course;
};
struct EnrollLearner {
    PersonId person;
    CourseId course;
};
struct WithdrawLearner {
    PersonId person;
    CourseId course;
};
struct FinishUnit {
    PersonId person;
    CourseId course;
    UnitId unit;
};
// The whole course; what a course without units has instead of a unit.
struct FinishCourse {
    PersonId person;
    CourseId course;
};
// "Do not recommend this to me"; again with another reason changes the reason.
struct DismissCourse {
    PersonId person;
    CourseId course;
    learning::DismissReason reason = learning::DismissReason::other;
    std::string note{};  // at most limits::note_max
};
struct RestoreCourse {
    PersonId person;
    CourseId course;
};
// A pass lifts what the course teaches, as evidence "test", and finishes the course; it lowers
// nothing. A fail is kept and lifts nothing. Who may: app/results.h.
struct RecordResult {
    PersonId person;
    CourseId course;
    assessment::Grade grade = assessment::Grade::fail;
    std::string on{};  // date, not after today; empty: today
};
// Who may: app/results.h.
struct AssessSkill {
    PersonId person;
    people::SkillAssessed statement;
};

using Command =
    std::variant<NameCompany, SavePerson, SaveSkill, RejectSynonym, SetSynonym, SaveRole,
                 DeleteRole, SaveCourse, DeleteCourse, EnrollLearner, WithdrawLearner, FinishUnit,
                 FinishCourse, DismissCourse, RestoreCourse, RecordResult, AssessSkill>;

// Time and chance of one dispatch.
struct Context {
    std::string today;  // date
    Env* env = nullptr;  // random ids of new people
    PersonId me{};       // who asks; nil or not in the company: the company itself, who may all
};

// Empty ops: already true. Errors: as each overload's cpp says.
Result<vault::Ops> decide_any(State const& state, Command const& command, Context const& context);

}  // namespace zhitu::app
