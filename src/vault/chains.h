#pragma once

// The hash chains of the writers: where each ends, and where one splits.
//
//   1 ─ 2 ─ 3 ─ 4      a fork at sequence 3: a cloned device, a restored backup, or somebody who
//        └─ 3 ─ 4 ─ 5  says different things to different people. Both branches count.

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "vault/change.h"

namespace zhitu::vault {

// The end of a writer's chain; of a fork's branches the longest, then the greatest hash.
struct WriterHead {
    std::uint64_t sequence = 0;
    Digest hash{};
    friend bool operator==(WriterHead const&, WriterHead const&) = default;
};

// A writer that has `branches_count` changes behind one: the chain cannot be one device's.
struct Fork {
    RawId writer{};
    std::uint64_t sequence = 0;  // of the first changes that differ
    std::uint64_t branches_count = 0;
    friend auto operator<=>(Fork const&, Fork const&) = default;
};

class Chains {
public:
    // Requires that the predecessor was added, and each header once. Cost: O(log tips).
    void add(ChangeHeader const& header, Digest const& hash);
    // The inverse. Requires that it is the head of its writer.
    void drop_head(ChangeHeader const& header, Digest const& hash);

    std::map<RawId, WriterHead> const& heads() const { return heads_; }
    // Ends of all branches: whoever has accepted these has accepted everything behind them.
    std::set<Digest> const& tips() const { return tips_; }
    // Ascending by writer and sequence.
    std::vector<Fork> forks() const;

    // What a snapshot keeps (vault/snapshot.h).
    struct Split {
        std::uint64_t sequence = 0;
        std::uint64_t branches_count = 0;
    };
    using Splits = std::map<std::pair<RawId, Digest>, Split>;  // by writer and the change before
    Splits const& splits() const { return splits_; }
    void restore_head(RawId const& writer, WriterHead const& head) { heads_[writer] = head; }
    void restore_tip(Digest const& hash) { tips_.insert(hash); }
    void restore_split(Splits::value_type split) { splits_.insert(std::move(split)); }

private:
    std::map<RawId, WriterHead> heads_{};
    std::set<Digest> tips_{};
    Splits splits_{};
};

// The tips of changes that come in any order and more than once. Never too few: whoever has
// accepted all of them has accepted every change that was added.
class Tips {
public:
    void add(ChangeHeader const& header, Digest const& hash);
    void add_tip(Digest const& hash) { tips_.insert(hash); }
    std::set<Digest> const& all() const { return tips_; }

private:
    std::set<Digest> tips_{};
    std::set<Digest> followed_{};  // named as predecessors before they came
};

}  // namespace zhitu::vault
