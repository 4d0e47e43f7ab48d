#pragma once

// The four parsers of bytes we did not write ourselves, each with what must hold for any bytes.
// Fed by our own mutator (fuzz_test.cpp) and, where the toolchain has it, by libFuzzer
// (fuzz_main.cpp).

#include <string>
#include <string_view>
#include <vector>

namespace zhitu::vault::tests {

struct Parser {
    char const* name;
    // Parses, and checks that what was accepted is written again as the same bytes. False: refused.
    bool (*accepts)(std::string_view bytes);
    // Good examples to begin from.
    std::vector<std::string> (*seeds)();
};

std::vector<Parser> const& parsers();

}  // namespace zhitu::vault::tests
