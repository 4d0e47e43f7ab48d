#pragma once

// Whether the clock of this device can be right. Nothing is refused for it: a wrong clock writes
// wrong dates, and people are told.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace zhitu::app {

struct ClockJump {
    std::int64_t at_ms = 0;    // wall clock after it
    std::int64_t jump_ms = 0;  // < 0: set back. > 0: set ahead, or the device slept
    friend bool operator==(ClockJump const&, ClockJump const&) = default;
};

// Holds the wall clock against one that only runs.
class ClockWatch {
public:
    static constexpr std::int64_t jump_ms_min = 60'000;  // below, clocks put themselves right
    static constexpr std::size_t jumps_max = 20;         // the newest are kept

    // Both now, in milliseconds; `steady_ms` from any beginning.
    void note(std::int64_t wall_ms, std::int64_t steady_ms);
    std::vector<ClockJump> const& jumps() const { return jumps_; }

private:
    std::optional<std::int64_t> offset_ms_;  // wall - steady
    std::vector<ClockJump> jumps_;
};

enum class ClockDoubt : std::uint8_t {
    none,
    behind,  // what is here was written later than now, or this program was built later
    ahead,   // nothing here is younger than `doubt_days_ahead`
};
inline constexpr std::int64_t doubt_days_behind = 1;   // clocks of two devices differ by less
inline constexpr std::int64_t doubt_days_ahead = 365;  // nobody writes for a year: possible

struct ClockVerdict {
    ClockDoubt doubt = ClockDoubt::none;
    std::int64_t days = 0;  // how far
};
// `newest_ms`: of the newest change not written in this session; 0: none. `built`: the day of the
// build, or empty.
ClockVerdict judge_clock(std::int64_t now_ms, std::int64_t newest_ms, std::string_view built);

}  // namespace zhitu::app
