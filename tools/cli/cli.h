#pragma once

// The program `cli` as a function: arguments in, text and exit code out.

#include <span>
#include <string>

#include "base/env.h"
#include "base/result.h"

namespace zhitu::tools {

struct Answer {
    int exit_code = 0;  // 0 done, 1 could not be done, 2 not understood
    std::string out;
    std::string err;
};

// What could not be done, and what was not understood, as every command says it.
Answer failed(Error const& error);
Answer misused(std::string const& what);

// `arguments` without the program's name.
Answer run_cli(std::span<std::string const> arguments, Env& env);

}  // namespace zhitu::tools
