#include "app/as_of.h"

#include <algorithm>

#include "base/text.h"

namespace zhitu::app {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr int counter_bits = 16;  // of a stamp

}  // namespace

bool AsOf::step(std::uint64_t ops_max) {
    std::size_t const changes_count = ledger_.changes().size();
    for (std::uint64_t i = 0; i < ops_max && counted_ < changes_count; ++i) count_next();
    if (counted_ < changes_count) return true;
    std::uint64_t const end = folded_count_ + ops_max;
    while (!is_done_ && folded_count_ < end) is_done_ = !fold_next();
    return !is_done_;
}

void AsOf::count_next() {
    vault::Change const& change = ledger_.changes()[counted_++];
    if (change.body) ops_count_ += change.body->ops.size();
    if (change.header.stamp > until_) return;
    ++past_.changes_count;
    past_.lost_count += ledger_.has_lost_content(change);
}

bool AsOf::fold_next() {
    auto next = ledger_.next_at(last_, until_);
    if (!next) return false;
    folded_count_ += next->ops_count + 1;
    if (next->entity.has_content()) apply(past_.state, next->key, &next->entity);
    last_ = std::move(next->key);
    return true;
}

// Folding an op takes several times as long as counting a change.
double AsOf::share_done() const {
    if (is_done_) return 1;
    constexpr double counting = 0.2;
    auto const share = [](std::uint64_t part, std::uint64_t whole) {
        return whole == 0 ? 0.0
                          : std::min(1.0, static_cast<double>(part) / static_cast<double>(whole));
    };
    return counting * share(counted_, ledger_.changes().size()) +
           (1 - counting) * share(folded_count_, 2 * ops_count_);
}

vault::Stamp end_of_day(std::int64_t days, int utc_offset_minutes) {
    std::int64_t const next_day_ms = (days + 1) * day_ms - utc_offset_minutes * 60'000;
    return (static_cast<vault::Stamp>(next_day_ms) << counter_bits) - 1;
}

std::int64_t day_of(vault::Stamp stamp, int utc_offset_minutes) {
    auto const ms = static_cast<std::int64_t>(stamp >> counter_bits);
    return (ms + utc_offset_minutes * 60'000) / day_ms;
}

Moments moments_of(vault::Ledger const& ledger) {
    Moments moments;
    for (vault::Change const& change : ledger.changes()) {
        vault::Stamp const stamp = change.header.stamp;
        if (moments.first == 0 || stamp < moments.first) moments.first = stamp;
        bool const is_import = change.body && vault::batch_of(*change.body) != RawId{};
        if (is_import) moments.last_import = std::max(moments.last_import, stamp);
    }
    return moments;
}

std::vector<std::int64_t> month_ends(std::int64_t first, std::int64_t today, int count_max) {
    std::vector<std::int64_t> ends;
    std::int64_t day = today;
    for (; count_max > 0; --count_max) {
        auto const month_begin = parse_date_days(date_text(day).substr(0, 8) + "01");
        ZT_ASSERT(month_begin);
        day = *month_begin - 1;
        if (day < first) break;
        ends.push_back(day);
    }
    return ends;
}

}  // namespace zhitu::app
