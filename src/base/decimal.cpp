#include "base/decimal.h"

#include <cmath>
#include <cstdint>

#include "base/assert.h"

namespace zhitu {

namespace {

constexpr std::int64_t billion = 1'000'000'000;

}  // namespace

std::string decimal_text(double value) {
    ZT_ASSERT(std::abs(value) < static_cast<double>(billion));
    std::int64_t const scaled = std::llround(value * static_cast<double>(billion));
    std::int64_t const size = scaled < 0 ? -scaled : scaled;
    std::string fraction = std::to_string(billion + size % billion).substr(1);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    std::string text = scaled < 0 ? "-" : "";
    text += std::to_string(size / billion);
    return fraction.empty() ? text : text + "." + fraction;
}

}  // namespace zhitu
