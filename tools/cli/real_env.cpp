#include "tools/cli/real_env.h"

#include <algorithm>
#include <chrono>

#include <unistd.h>

#include "base/assert.h"

namespace zhitu::tools {

std::int64_t RealEnv::now_ms() {
    using std::chrono::milliseconds;
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<milliseconds>(now).count();
}

void RealEnv::fill_random(std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        std::size_t const count = std::min<std::size_t>(bytes.size(), 256);  // getentropy's limit
        ZT_ASSERT(getentropy(bytes.data(), count) == 0);
        bytes = bytes.subspan(count);
    }
}

}  // namespace zhitu::tools
