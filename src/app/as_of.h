#pragma once

// The company as it was: the state that the changes with stamps <= a moment add up to, whenever
// they came here. A change that is merged late with an earlier stamp belongs to the past it names.
// What was erased or redacted stays so in every past.
//
//   AsOf work(ledger, end_of_day(days, offset));
//   while (work.step(4'000)) …;             // a slice between two frames
//   Past const past = work.take();

#include <cstdint>
#include <vector>

#include "app/state.h"
#include "vault/ledger.h"

namespace zhitu::app {

struct Past {
    State state{};
    std::uint64_t changes_count = 0;  // until then
    std::uint64_t lost_count = 0;     // of these: erased or redacted since, wholly or in part
};

class AsOf {
public:
    // `ledger` outlives this and stays as it is. Requires that no snapshot summed any change.
    AsOf(vault::Ledger const& ledger, vault::Stamp until) : ledger_(ledger), until_(until) {}

    // Works on about `ops_max` more ops; false when done. Cost of all steps: O(changes + ops log
    // entities).
    bool step(std::uint64_t ops_max);
    double share_done() const;  // in [0, 1]
    // Once, after step() returned false. The version of the state is 0.
    Past take() { return std::move(past_); }

private:
    void count_next();
    bool fold_next();

    vault::Ledger const& ledger_;
    vault::Stamp until_;
    Past past_{};
    std::size_t counted_ = 0;        // changes
    std::uint64_t ops_count_ = 0;    // in these
    std::uint64_t folded_count_ = 0;
    vault::EntityKey last_{};
    bool is_done_ = false;
};

// The last stamp of a day (since 1970-01-01) of somebody's clock.
vault::Stamp end_of_day(std::int64_t days, int utc_offset_minutes);
// The day that a stamp falls into, and its milliseconds.
std::int64_t day_of(vault::Stamp stamp, int utc_offset_minutes);

// Moments worth looking at. Cost: O(changes).
struct Moments {
    vault::Stamp first = 0;        // of all changes; 0: there is none
    vault::Stamp last_import = 0;  // its last change; 0: there was none
};
Moments moments_of(vault::Ledger const& ledger);
// The last days of the months that ended on or after day `first` and before day `today`, latest
// first, `count_max` at most.
std::vector<std::int64_t> month_ends(std::int64_t first, std::int64_t today, int count_max);

}  // namespace zhitu::app
