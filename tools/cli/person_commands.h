#pragma once

// The commands about one person, or all of them: what is lacking, what to take next, and why.

#include <span>
#include <string>

#include "tools/cli/cli.h"

namespace zhitu::tools {

// Each takes what stands behind the command's name; see the help in cli.cpp.
Answer run_gap(std::span<std::string const> arguments, Env& env);
Answer run_recommend(std::span<std::string const> arguments, Env& env);
Answer run_why(std::span<std::string const> arguments, Env& env);

}  // namespace zhitu::tools
