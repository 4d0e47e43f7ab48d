#pragma once

// What Store works on between frames (app/store_history.cpp).

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "vault/change.h"
#include "vault/ledger.h"
#include "vault/snapshot.h"

namespace zhitu::app {

// The whole history, read again into a ledger of its own.
struct HistoryReading {
    std::size_t next_cold = 0;
    bool is_asked = false;  // for that cold file
    bool is_broken = false;
    std::uint32_t next_hot = 1;
    std::uint32_t last_hot = 0;
    std::uint64_t revision = 0;   // of the ledger when last_hot was read
    std::size_t least_count = 0;  // what the snapshot knew, at an opening
    std::map<RawId, vault::WriterHead> heads{};
    std::vector<vault::Change> changes{};
    std::size_t next_change = 0;
    vault::Ledger ledger{};
};
// A snapshot under way, and before it what an erase left on the disk.
struct Compaction {
    bool is_erasing = false;
    std::uint32_t next_hot = 1;  // to look for dropped bodies in; 0: all done
    std::size_t next_cold = 0;
    bool is_asked = false;
    std::optional<vault::SnapshotMaker> maker{};
    std::uint64_t revision = 0;  // of the ledger that the maker sums
    bool is_summed = false;
};

}  // namespace zhitu::app
