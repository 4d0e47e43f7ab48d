#pragma once

// A list of strings as Python (and JSON) prints it: ['A', "B's", 'C\'s'].

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::exchange {

// Blanks between tokens and one trailing comma are taken; escapes \\ \' \" \/ \n \r \t \xNN \uNNNN.
// Empty when it is anything else, also for nested lists and bare words. A surrogate or a NUL in an
// escape becomes U+FFFD. Cost: O(n).
std::optional<std::vector<std::string>> parse_python_list(std::string_view text);

}  // namespace zhitu::exchange
