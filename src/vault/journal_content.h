#pragma once

// The inside of a journal: for vault/journal*.cpp.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "vault/chains.h"
#include "vault/manifest.h"

namespace zhitu::vault {

struct JournalContent {
    struct Segment {
        Bytes bytes{};
        std::uint32_t records_count = 0;
        std::uint32_t changes_count = 0;  // a newer version's records are not changes
        bool is_sealed = false;
        bool is_damaged = false;  // not as it was sealed; without bytes: missing
        Digest hash{};            // of a sealed one, as it should be
    };
    using Dirty = std::set<std::string, std::less<>>;
    using Files = std::map<std::string, Bytes, std::less<>>;
    // The last batch: its segments are those from `first` on.
    struct Batch {
        std::uint32_t first = 0;
        std::uint64_t appended_before = 0;  // as appended_ at its begin and its end
        std::uint64_t appended_after = 0;
        bool is_under_way = true;
        Dirty withheld{};  // until it is committed
        Tips tips_before{};
    };
    struct Compaction {
        std::uint64_t generation = 0;
        SnapshotEntry snapshot{};
        Files parts{};
        std::vector<SealedEntry> history{};
        Dirty put{};             // files that nothing names yet
        Dirty replaced{};        // cold files with bodies that had to go
        std::uint32_t next_cold = 0;
        bool has_way_back = true;
        bool is_wrong = false;   // something was read back other than it was sent
    };
};

}  // namespace zhitu::vault
