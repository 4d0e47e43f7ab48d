#pragma once

// The clock and the randomness of this machine. The only place of the native tools that has them.

#include "base/env.h"

namespace zhitu::tools {

class RealEnv final : public Env {
public:
    std::int64_t now_ms() override;
    void fill_random(std::span<std::uint8_t> bytes) override;  // from the kernel
};

}  // namespace zhitu::tools
