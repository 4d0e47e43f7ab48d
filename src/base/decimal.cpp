#include "base/decimal.h"

#include <charconv>
#include <cmath>

#include "base/assert.h"

namespace zhitu {

std::string shortest_decimal(double value) {
    ZT_ASSERT(std::isfinite(value));
    char buffer[32];  // 24 are the most: "-2.2250738585072014e-308"
    auto const [end, error] =
        std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value);
    ZT_ASSERT(error == std::errc());
    return {buffer, end};
}

}  // namespace zhitu
