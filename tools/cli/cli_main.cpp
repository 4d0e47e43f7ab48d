// The native twin of the page, in a terminal.

#include <cstdio>
#include <string>
#include <vector>

#include "tools/cli/cli.h"
#include "tools/cli/real_env.h"

int main(int argc, char** argv) {
    std::vector<std::string> const arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    zhitu::tools::RealEnv env;
    zhitu::tools::Answer const answer = zhitu::tools::run_cli(arguments, env);
    std::fwrite(answer.out.data(), 1, answer.out.size(), stdout);
    std::fwrite(answer.err.data(), 1, answer.err.size(), stderr);
    bool const is_printed = std::fflush(stdout) == 0;
    return is_printed ? answer.exit_code : 1;
}
