#include "tools/cli/options.h"

#include <gtest/gtest.h>

namespace zhitu::tools {
namespace {

Options read(std::vector<std::string> const& arguments) {
    return read_options(arguments, {"--json"}, {"--count"});
}

TEST(options, names_flags_and_values_are_told_apart) {
    Options const options = read({"a", "--json", "b", "--count", "3"});
    EXPECT_EQ(options.names, (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(options.has("--json"));
    EXPECT_EQ(options.values.at("--count"), "3");
    EXPECT_EQ(options.fault, "");
    EXPECT_FALSE(read({"a"}).has("--json"));
}

TEST(options, what_is_not_known_or_not_whole_is_a_fault) {
    EXPECT_EQ(read({"--loud"}).fault, "unknown option --loud");
    EXPECT_EQ(read({"a", "--count"}).fault, "--count needs a value");
}

TEST(options, a_number_lies_within_its_bounds_or_is_a_fault) {
    Options options = read({"--count", "20"});
    EXPECT_EQ(take_number(options, "--count", 5, 20), 20u);
    EXPECT_EQ(options.fault, "");
    Options none = read({});
    EXPECT_EQ(take_number(none, "--count", 5, 20), 5u);
    for (char const* text : {"0", "-1", "21", "x", "", "9223372036854775808"}) {
        Options bad = read({"--count", text});
        EXPECT_EQ(take_number(bad, "--count", 5, 20), 5u) << text;
        EXPECT_EQ(bad.fault, "--count needs a number from 1 to 20") << text;
    }
}

}  // namespace
}  // namespace zhitu::tools
