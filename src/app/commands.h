#pragma once

// What somebody may ask for. A command may be refused; decide() answers with ops or an Error whose
// words are made in ui/.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/state.h"
#include "base/env.h"
#include "exchange/import_table.h"

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
struct AssessSkill {
    PersonId person;
    people::SkillAssessed statement;
};
// Everything a set of foreign files holds; known things are updated, nothing is removed.
struct ImportFiles {
    exchange::ImportTable table;
};

using Command = std::variant<NameCompany, SavePerson, SaveSkill, SaveCourse, DeleteCourse,
                             EnrollLearner, WithdrawLearner, FinishUnit, AssessSkill, ImportFiles>;

// Time and chance of one dispatch.
struct Context {
    std::string today;  // date
    Env* env = nullptr;  // random ids of new people
};

// Empty ops: already true. Errors: as each overload's cpp says.
Result<vault::Ops> decide_any(State const& state, Command const& command, Context const& context);

}  // namespace zhitu::app
