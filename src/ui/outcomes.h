#pragma once

// What is said after something was done.

#include <string>

#include "app/commands.h"
#include "ui/words.h"

namespace zhitu::ui {

// "Enrolled: Containers in practice". `state`: after the command.
std::string outcome_text(app::State const& state, app::Command const& command, Language language);
// What its undoing did: "Enrolment in Containers in practice withdrawn again". `state`: after it.
std::string undone_text(app::State const& state, app::Command const& command, Language language);

}  // namespace zhitu::ui
