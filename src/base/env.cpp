#include "base/env.h"

#include "base/assert.h"

namespace zhitu {

RawId Env::random_id() {
    RawId id{};
    fill_random(id);
    return id;
}

SimulatedEnv::SimulatedEnv(std::uint64_t seed, std::int64_t start_ms)
    : state_(seed), now_ms_(start_ms) {}

std::uint64_t SimulatedEnv::next_u64() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
}

// Little endian by hand: the same bytes on every platform.
void SimulatedEnv::fill_random(std::span<std::uint8_t> bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        word = i % 8 == 0 ? next_u64() : word >> 8;
        bytes[i] = static_cast<std::uint8_t>(word);
    }
}

std::uint64_t SimulatedEnv::below(std::uint64_t bound) {
    ZT_ASSERT(bound >= 1);
    std::uint64_t const uneven = (0 - bound) % bound;  // 2^64 mod bound: would favour small results
    std::uint64_t drawn = next_u64();
    while (drawn < uneven) drawn = next_u64();
    return drawn % bound;
}

}  // namespace zhitu
