#pragma once

// Clock and randomness of the browser.

#include "base/env.h"
#include "wasm/bridge.h"

namespace zhitu::wasm {

class BrowserEnv final : public Env {
public:
    std::int64_t now_ms() override { return static_cast<std::int64_t>(zt_js_now_ms()); }
    int utc_offset_minutes() override { return zt_js_utc_offset_minutes(); }
    void fill_random(std::span<std::uint8_t> bytes) override {
        zt_js_random(bytes.data(), static_cast<int>(bytes.size()));
    }
};

}  // namespace zhitu::wasm
