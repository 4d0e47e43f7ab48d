#pragma once

// The inside of a ledger: for ledger.cpp and snapshot.cpp.

#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "vault/ledger.h"
#include "vault/merge.h"
#include "vault/waiting.h"

namespace zhitu::vault {

// Where an op lies among the accepted changes.
struct Place {
    std::uint32_t change = 0;
    std::uint32_t op = 0;
};

struct EntityState {
    EntityMerge merge{};
    std::vector<Place> places{};  // of all ops that ever counted, by acceptance; to fold again
    std::shared_ptr<EntityMerge const> base{};  // as in the snapshot, once something came on top
};

// An accepted change of which the snapshot kept the sum only.
struct SummedChange {
    Digest hash{};
    RawId writer{};
    std::uint64_t sequence = 0;
    bool has_body = false;
};

// Which ops of an entity a fold counts.
struct FoldOf {
    std::size_t end = static_cast<std::size_t>(-1);  // changes with lower indices
    Stamp until = static_cast<Stamp>(-1);
    std::unordered_set<RawId, IdHash> const* without = nullptr;
};

// The taking back of some changes, under way.
struct TakingBack {
    struct Seen {
        EntityMerge wanted{};
        bool is_made = false;  // by these changes, and they are to be gone
        bool is_kept = false;  // made, but somebody else has written to it
    };
    Ledger::Undoing const& what;
    std::size_t first = 0;              // the first of the changes
    std::map<EntityKey, Seen> seen{};
    std::set<std::string> done{};       // registers and elements
    Ledger::Inverse answer{};
};

struct Ledger::Content {
    // Places count both: first the summed changes, then those at hand.
    std::vector<SummedChange> summed{};
    std::vector<Change> changes{};
    std::unordered_map<RawId, std::uint32_t, IdHash> index_by_id{};
    std::unordered_set<RawId, IdHash> late{};  // summed without body, which came and is at hand
    Waiting waiting{};
    Chains chains{};
    std::unordered_set<RawId, IdHash> erased{};           // subjects
    std::unordered_set<RawId, IdHash> redacted{};         // changes
    std::unordered_set<RawId, IdHash> summed_subjects{};  // whose data the snapshot has
    std::map<EntityKey, EntityState> entities{};
    std::optional<Digest> digest{};
    std::uint64_t revision = 0;

    std::size_t end() const { return summed.size() + changes.size(); }
    bool is_summed(std::uint32_t index) const { return index < summed.size(); }
    Change& at(std::size_t index) { return changes[index - summed.size()]; }
    Change const& at(std::size_t index) const { return changes[index - summed.size()]; }

    bool is_void(Op const& op, RawId const& change) const;
    bool has_predecessor(Change const& change) const;
    void accept_body(std::uint32_t index, Change change, Accepted& answer);
    std::uint32_t push(Change change);
    void take(Change change, std::vector<EntityKey>& touched);
    void take_released(RawId const& id, std::vector<EntityKey>& touched);
    void count_body(std::uint32_t index, std::vector<EntityKey>& touched);
    void obey(Op const& op, std::uint32_t by, std::vector<EntityKey>& touched);
    std::vector<std::uint32_t> hit_by(Op const& control);
    bool reaches_back(Op const& op) const;
    bool reaches_back(Change const& change) const;
    void set_aside(std::uint32_t index, std::vector<EntityKey>& keys) const;
    EntityMerge fold(EntityState const& state, FoldOf const& which) const;
    void fold_again(EntityKey const& key);
    void drop_one(std::vector<EntityKey>& touched);
    void shorten(EntityKey const& key);
    EntityState& state_to_change(EntityKey const& key);
    void apply_ops(std::uint32_t index, std::vector<EntityKey>& touched);
    void drop_void_body(Change& change) const;
    Entity const& present(EntityKey const& key) const;
    TakingBack::Seen& look(Op const& op, TakingBack& taking) const;
    void take_back(std::uint32_t index, bool is_last, TakingBack& taking) const;
    bool is_overtaken(Op const& op, TakingBack const& taking) const;
    void delete_made(TakingBack& taking) const;
};

}  // namespace zhitu::vault
