#pragma once

// One decide overload for each command, grouped by area in decide_<area>.cpp. The variant-wide
// entry
// is decide_any (app/commands.h): an overload of the same name would call itself for ever.

#include "app/commands.h"

namespace zhitu::app {

Result<vault::Ops> decide(State const&, NameCompany const&, Context const&);
Result<vault::Ops> decide(State const&, SavePerson const&, Context const&);
Result<vault::Ops> decide(State const&, AssessSkill const&, Context const&);
Result<vault::Ops> decide(State const&, SaveSkill const&, Context const&);
Result<vault::Ops> decide(State const&, SaveCourse const&, Context const&);
Result<vault::Ops> decide(State const&, DeleteCourse const&, Context const&);
Result<vault::Ops> decide(State const&, EnrollLearner const&, Context const&);
Result<vault::Ops> decide(State const&, WithdrawLearner const&, Context const&);
Result<vault::Ops> decide(State const&, FinishUnit const&, Context const&);
Result<vault::Ops> decide(State const&, ImportFiles const&, Context const&);

}  // namespace zhitu::app
