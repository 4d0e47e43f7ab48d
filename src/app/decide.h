#pragma once

// One decide overload for each command, grouped by area in decide_<area>.cpp. The variant-wide
// entry is decide_any (app/commands.h): an overload of the same name would call itself for ever.

#include "app/commands.h"

namespace zhitu::app {

// --- What several of them share
std::string shown_name(LocalText const& text);  // as stored first: Chinese, else English
// Weights are above 0 and at most 1. Errors: out_of_range.
std::optional<Error> check_weight(std::int64_t millionths);
// Errors: not_found (person, course).
std::optional<Error> check_pair(State const& state, PersonId person, CourseId course);

// --- The overloads
Result<vault::Ops> decide(State const&, NameCompany const&, Context const&);
Result<vault::Ops> decide(State const&, SavePerson const&, Context const&);
Result<vault::Ops> decide(State const&, AssessSkill const&, Context const&);
Result<vault::Ops> decide(State const&, SaveSkill const&, Context const&);
Result<vault::Ops> decide(State const&, RejectSynonym const&, Context const&);
Result<vault::Ops> decide(State const&, SetSynonym const&, Context const&);
Result<vault::Ops> decide(State const&, SaveRole const&, Context const&);
Result<vault::Ops> decide(State const&, DeleteRole const&, Context const&);
Result<vault::Ops> decide(State const&, SaveCourse const&, Context const&);
Result<vault::Ops> decide(State const&, DeleteCourse const&, Context const&);
Result<vault::Ops> decide(State const&, EnrollLearner const&, Context const&);
Result<vault::Ops> decide(State const&, WithdrawLearner const&, Context const&);
Result<vault::Ops> decide(State const&, FinishUnit const&, Context const&);
Result<vault::Ops> decide(State const&, FinishCourse const&, Context const&);
Result<vault::Ops> decide(State const&, DismissCourse const&, Context const&);
Result<vault::Ops> decide(State const&, RestoreCourse const&, Context const&);
Result<vault::Ops> decide(State const&, RecordResult const&, Context const&);

}  // namespace zhitu::app
