#pragma once

// `cli verify` and `cli repair`: what of a profile or an exchange file is whole (vault/verify.h),
// and bringing back what is not.

#include <span>
#include <string>

#include "tools/cli/cli.h"

namespace zhitu::tools {

// FOLDER|FILE [--json]. Writes nothing. Exit code 0: everything is whole.
Answer run_verify(std::span<std::string const> arguments, Env& env);

// FOLDER FILE…: a colleague's exchange files into a damaged profile, which is verified before and
// behind. What is broken stays under q/. Exit code 0: everything is whole now.
Answer run_repair(std::span<std::string const> arguments, Env& env);

}  // namespace zhitu::tools
