#include "vault/waiting.h"

#include <cstring>
#include <utility>

#include "base/limits.h"

namespace zhitu::vault {

std::size_t IdHash::operator()(RawId const& id) const {
    std::size_t hash = 0;
    std::memcpy(&hash, id.data(), sizeof hash);
    return hash;
}

void Waiting::hold(Change change) {
    RawId const id = change.id();
    RawId const predecessor = short_id(change.header.previous);
    std::vector<Change>& row = followers_[predecessor];
    std::size_t const bytes = change_bytes(change).size();
    auto const known = place_by_id_.find(id);
    if (known == place_by_id_.end()) {
        place_by_id_[id] = {next_turn_, bytes, predecessor};
        turns_.emplace(next_turn_++, id);
        bytes_ += bytes;
        row.push_back(std::move(change));
        return;
    }
    for (Change& held : row) {
        if (held.hash != change.hash || held.body) continue;
        bytes_ += bytes - std::exchange(known->second.bytes, bytes);
        held = std::move(change);
        return;
    }
}

std::vector<Change> Waiting::take_followers(RawId const& predecessor) {
    auto row = followers_.extract(predecessor);
    if (row.empty()) return {};
    for (Change const& change : row.mapped()) forget(change.id());
    return std::move(row.mapped());
}

std::size_t Waiting::drop_longest() {
    std::size_t count = 0;
    while (place_by_id_.size() > limits::waiting_changes_max ||
           bytes_ > limits::waiting_bytes_max) {
        RawId const id = turns_.begin()->second;
        auto const row = followers_.find(place_by_id_.at(id).predecessor);
        std::erase_if(row->second, [&](Change const& change) { return change.id() == id; });
        if (row->second.empty()) followers_.erase(row);
        forget(id);
        ++count;
    }
    return count;
}

void Waiting::for_each(std::function<void(Change const&)> const& visit) const {
    for (auto const& [turn, id] : turns_) {
        for (Change const& change : followers_.at(place_by_id_.at(id).predecessor)) {
            if (change.id() == id) visit(change);
        }
    }
}

// Its row is the caller's business.
void Waiting::forget(RawId const& id) {
    auto const found = place_by_id_.find(id);
    bytes_ -= found->second.bytes;
    turns_.erase(found->second.turn);
    place_by_id_.erase(found);
}

}  // namespace zhitu::vault
