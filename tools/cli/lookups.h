#pragma once

// What things of a company are called in the terminal, and which one a name means.

#include <string>
#include <vector>

#include "app/state.h"
#include "tools/cli/words.h"

namespace zhitu::tools {

// The name of what is gone is its id.
std::string skill_name(app::State const& state, SkillId id);
std::vector<std::string> skill_names(app::State const& state, std::vector<SkillId> const& ids);
std::string course_title(app::State const& state, CourseId id);
// Empty where there is nobody.
people::Person person_of(app::State const& state, PersonId id);
// Empty without a role.
std::string role_of(app::State const& state, people::Person const& person);

// Errors: not_found.
Result<PersonId> find_person(app::State const& state, std::string const& login);
// By address, title in either language, or id. Errors: not_found; bad_value when several have the
// title.
Result<CourseId> find_course(app::State const& state, std::string const& name);

}  // namespace zhitu::tools
