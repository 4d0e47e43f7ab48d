#pragma once

// The program `cli` as a function: arguments in, text and exit code out.

#include <span>
#include <string>

#include "base/env.h"

namespace zhitu::tools {

struct Answer {
    int exit_code = 0;  // 0 done, 1 could not be done, 2 not understood
    std::string out;
    std::string err;
};

// `arguments` without the program's name.
Answer run_cli(std::span<std::string const> arguments, Env& env);

}  // namespace zhitu::tools
