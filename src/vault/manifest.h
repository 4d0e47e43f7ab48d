#pragma once

// What has to be there: written in the same flush as what it names, to the older of two files, so
// that one whole manifest stands at any moment.
//
//   one record of type 6 (vault/segment.h), payload
//   {"g":generation,"last":[parts],"o":open segment,"prev":[parts],"schema":1,
//    "seg":[[number,changes,"hash"]…],"state":["last's","prev's"],"through":[last's,prev's],
//    "tips":["hash"…]}
//   part: ["name",size,"BLAKE2b-256"]

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/result.h"
#include "vault/storage.h"

namespace zhitu::vault {

inline constexpr std::int64_t schema_version = 1;

struct SealedEntry {
    std::uint32_t number = 0;
    std::uint32_t changes_count = 0;
    Digest hash{};  // SHA-256 of the file
    friend bool operator==(SealedEntry const&, SealedEntry const&) = default;
};

struct PartEntry {
    std::string name{};
    std::uint64_t size = 0;
    Digest hash{};  // BLAKE2b-256 of the file
    friend bool operator==(PartEntry const&, PartEntry const&) = default;
};

// The sum of all segments up to `through`, as files.
struct SnapshotEntry {
    std::uint32_t through = 0;
    std::vector<PartEntry> parts{};  // none: there is no snapshot
    Digest state{};                  // Ledger::digest of the sum
    friend bool operator==(SnapshotEntry const&, SnapshotEntry const&) = default;
};

struct Manifest {
    std::uint64_t generation = 0;       // 0: never written
    std::uint32_t open_number = 0;      // 0: the last segment is sealed
    std::vector<SealedEntry> sealed{};  // hot ones, ascending
    SnapshotEntry last{};
    SnapshotEntry previous{};    // with the segments behind it, the way back when `last` is broken
    std::vector<Digest> tips{};  // ends of all chains, when it was written: to know what is missing
    friend bool operator==(Manifest const&, Manifest const&) = default;
};

Bytes manifest_bytes(Manifest const& manifest);

// Errors: e_trunc when it is no whole record; e_version of a newer schema; those of read_canonical;
// e_field with the member that does not read.
Result<Manifest> manifest_from_bytes(std::string_view bytes);

// A list [[number,changes,"hash"]…], as a snapshot's parts of the history are; empty when it is
// none.
std::optional<std::vector<SealedEntry>> sealed_from_bytes(std::string_view bytes);

}  // namespace zhitu::vault
