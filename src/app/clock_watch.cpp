#include "app/clock_watch.h"

#include <algorithm>

#include "base/text.h"

namespace zhitu::app {

namespace {

constexpr std::int64_t day_ms = 86'400'000;

}  // namespace

void ClockWatch::note(std::int64_t wall_ms, std::int64_t steady_ms) {
    std::int64_t const offset_ms = wall_ms - steady_ms;
    std::int64_t const jump_ms = offset_ms - offset_ms_.value_or(offset_ms);
    bool const is_jump = jump_ms >= jump_ms_min || jump_ms <= -jump_ms_min;
    // Small differences must not add up to a jump, nor hide one.
    offset_ms_ = offset_ms;
    if (!is_jump) return;
    if (jumps_.size() == jumps_max) jumps_.erase(jumps_.begin());
    jumps_.push_back({wall_ms, jump_ms});
}

ClockVerdict judge_clock(std::int64_t now_ms, std::int64_t newest_ms, std::string_view built) {
    std::int64_t const built_ms = parse_date_days(built).value_or(0) * day_ms;
    std::int64_t const behind = (std::max(newest_ms, built_ms) - now_ms) / day_ms;
    if (behind >= doubt_days_behind) return {ClockDoubt::behind, behind};
    std::int64_t const ahead = (now_ms - newest_ms) / day_ms;
    if (newest_ms != 0 && ahead >= doubt_days_ahead) return {ClockDoubt::ahead, ahead};
    return {};
}

}  // namespace zhitu::app
