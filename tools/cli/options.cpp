#include "tools/cli/options.h"

#include <algorithm>

#include "base/text.h"

namespace zhitu::tools {

Options read_options(std::span<std::string const> arguments,
                     std::initializer_list<char const*> flags,
                     std::initializer_list<char const*> valued) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string const& argument = arguments[i];
        if (std::ranges::find(flags, argument) != flags.end()) {
            options.flags.insert(argument);
        } else if (std::ranges::find(valued, argument) != valued.end()) {
            bool const has_value = i + 1 < arguments.size();
            if (has_value) options.values[argument] = arguments[++i];
            else options.fault = argument + " needs a value";
        } else if (argument.starts_with("--")) {
            options.fault = "unknown option " + argument;
        } else {
            options.names.push_back(argument);
        }
    }
    return options;
}

std::size_t take_number(Options& options, char const* name, std::size_t otherwise,
                        std::size_t most) {
    auto const found = options.values.find(name);
    if (found == options.values.end()) return otherwise;
    auto const number = parse_integer(found->second);
    if (number && *number >= 1 && static_cast<std::uint64_t>(*number) <= most) {
        return static_cast<std::size_t>(*number);
    }
    options.fault = std::string(name) + " needs a number from 1 to " + std::to_string(most);
    return otherwise;
}

}  // namespace zhitu::tools
