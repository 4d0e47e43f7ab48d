#pragma once

// Changes whose predecessor has not come yet, by the predecessor they wait for. Never more than
// limits::waiting_changes_max and waiting_bytes_max: a hostile file must not fill the memory.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <unordered_map>
#include <vector>

#include "vault/change.h"

namespace zhitu::vault {

// Ids are hashes or random already.
struct IdHash {
    std::size_t operator()(RawId const& id) const;
};

class Waiting {
public:
    // Holds a change once; a copy with the body takes the place of one without.
    void hold(Change change);
    // Those that wait for this change; they wait no longer.
    std::vector<Change> take_followers(RawId const& predecessor);
    // Forgets those that waited longest until the limits are kept. How many.
    std::size_t drop_longest();

    // Longest first.
    void for_each(std::function<void(Change const&)> const& visit) const;
    std::size_t count() const { return place_by_id_.size(); }
    bool knows(RawId const& id) const { return place_by_id_.contains(id); }

private:
    struct Place {
        std::uint64_t turn = 0;  // grows: the smallest waits longest
        std::size_t bytes = 0;
        RawId predecessor{};
    };
    void forget(RawId const& id);

    std::unordered_map<RawId, std::vector<Change>, IdHash> followers_{};
    std::unordered_map<RawId, Place, IdHash> place_by_id_{};
    std::map<std::uint64_t, RawId> turns_{};
    std::uint64_t next_turn_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace zhitu::vault
