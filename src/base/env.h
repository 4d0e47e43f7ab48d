#pragma once

// The ports for clock and randomness. Only shells own real ones; tests and replays use
// SimulatedEnv.

#include <cstdint>
#include <span>

#include "base/id.h"

namespace zhitu {

class Env {
public:
    virtual ~Env() = default;
    virtual std::int64_t now_ms() = 0;  // since 1970-01-01 UTC
    virtual void fill_random(std::span<std::uint8_t> bytes) = 0;
    virtual int utc_offset_minutes() { return 0; }  // of the person's clock; +480 in Shanghai

    RawId random_id();
};

// Same seed, same day: time moves by one millisecond a question, bytes come from splitmix64.
// Source: Steele, Lea and Flood (2014).
class SimulatedEnv final : public Env {
public:
    explicit SimulatedEnv(std::uint64_t seed, std::int64_t start_ms = 1'795'132'800'000);
    std::int64_t now_ms() override { return now_ms_++; }
    void fill_random(std::span<std::uint8_t> bytes) override;
    void advance_ms(std::int64_t duration_ms) { now_ms_ += duration_ms; }
    std::uint64_t next_u64();
    // Uniform in [0, bound). Requires bound >= 1.
    std::uint64_t below(std::uint64_t bound);

private:
    std::uint64_t state_;
    std::int64_t now_ms_;
};

}  // namespace zhitu
