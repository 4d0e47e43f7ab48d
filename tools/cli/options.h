#pragma once

// The arguments of a command: names, flags, and options with a value behind them.

#include <initializer_list>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace zhitu::tools {

struct Options {
    std::vector<std::string> names;             // what is no option, in order
    std::set<std::string> flags;                // "--json"
    std::map<std::string, std::string> values;  // "--count" -> "10"
    std::string fault;                          // what is not understood; empty: nothing

    bool has(char const* flag) const { return flags.contains(flag); }
};

// `flags` stand alone, `valued` have a value behind them; another "--" is a fault.
Options read_options(std::span<std::string const> arguments,
                     std::initializer_list<char const*> flags,
                     std::initializer_list<char const*> valued = {});

// The value as a whole number from 1 to `most`, or `otherwise` where the option is not there. Notes
// a fault when it is something else.
std::size_t take_number(Options& options, char const* name, std::size_t otherwise,
                        std::size_t most);

}  // namespace zhitu::tools
