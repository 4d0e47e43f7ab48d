#include "tools/cli/json_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "base/env.h"

namespace zhitu::tools {
namespace {

TEST(json_text, members_stand_in_the_order_they_are_put) {
    JsonObject object;
    object.text("b", "a \"b\"").count("a", std::int64_t{-3}).flag("is_it", true);
    object.figure("p", 4.0 / 11).figure("none", std::nullopt).millionths("w", 997'000);
    object.json("list", json_strings({"x", "数"}));
    EXPECT_EQ(object.done(),
              "{\"b\":\"a \\\"b\\\"\",\"a\":-3,\"is_it\":true,\"p\":0.36363636363636365,"
              "\"none\":null,\"w\":0.997,\"list\":[\"x\",\"数\"]}");
    EXPECT_EQ(JsonObject{}.done(), "{}");
    EXPECT_EQ(json_list({}), "[]");
}

TEST(json_text, every_figure_comes_back_as_the_same_bits) {
    EXPECT_EQ(json_figure(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(json_figure(-0.0), "0");
    SimulatedEnv chance(11);
    int finite_count = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::uint64_t const bits = chance.below(std::numeric_limits<std::uint64_t>::max());
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) continue;
        ASSERT_EQ(std::strtod(json_figure(value).c_str(), nullptr), value) << json_figure(value);
        ++finite_count;
    }
    EXPECT_GT(finite_count, 10'000);
}

TEST(json_text, millionths_are_written_as_the_decimal_they_are) {
    for (std::int64_t value = 0; value <= 1'000'000; value += 997) {
        std::string digits = std::to_string(value + 1'000'000).substr(1);
        while (!digits.empty() && digits.back() == '0') digits.pop_back();
        if (value == 1'000'000 || value < 100) continue;  // 1, and where an exponent is shorter
        ASSERT_EQ(json_millionths(value), "0." + digits);
    }
    EXPECT_EQ(json_millionths(1'000'000), "1");
    EXPECT_EQ(json_millionths(0), "0");
    EXPECT_EQ(json_millionths(2'994'000), "2.994");
}

}  // namespace
}  // namespace zhitu::tools
