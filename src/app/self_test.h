#pragma once

// Known answers, worked out by the very program that a person runs: a browser, a compiler or a
// build that computes something else is found here. The same run natively.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace zhitu::app {

struct SelfTest {
    char const* name = "";  // in the words of the field
    bool (*is_right)() = nullptr;
};
std::span<SelfTest const> self_tests();

struct SelfTestReport {
    std::size_t count = 0;
    std::vector<std::string> failed;  // names
};
// Cost: a few milliseconds.
SelfTestReport run_self_tests();

}  // namespace zhitu::app
