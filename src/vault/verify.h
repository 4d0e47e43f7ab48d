#pragma once

// What of a profile is whole, and what is not: checks every record, header chain, body digest,
// seal, manifest and snapshot part. Pure: bytes in, findings out; nothing is opened or written.
//
//   files ─▶ manifests ─▶ snapshot parts ─▶ segments ─▶ records ─▶ changes ─▶ chains
//
// A checksum of 32 bits tells which byte is wrong when only one is, so a change whose byte was
// flipped is named exactly. Where more is broken, its header or the changes that follow name it.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vault/change.h"
#include "vault/storage.h"

namespace zhitu::vault {

// Sequence 0: only the id is known.
struct ChangeName {
    RawId writer{};
    std::uint64_t sequence = 0;
    RawId id{};
    friend bool operator==(ChangeName const&, ChangeName const&) = default;
};

enum class Fault : std::uint8_t {
    manifest_broken,   // a manifest does not read
    manifest_missing,  // there are segments or parts, and no manifest that reads
    part_missing,      // of a snapshot
    part_altered,
    segment_missing,
    segment_altered,  // all its records are whole, but it is not the one that was sealed
    record_broken,    // its checksum does not fit
    tail_torn,        // the same at the end of the open segment: it was never confirmed as saved
    change_refused,   // its bytes are no change, or its body is not the one that was sealed
    header_altered,   // the header does not give the change's hash
    link_broken,      // follows a change of another writer, or of another sequence
    change_missing,   // another change or a manifest names it, and it is not here
    file_refused,     // a whole file that does not read
};

struct Finding {
    Fault fault{};
    std::string file{};  // empty: of the changes as a whole
    // In the file: of the wrong byte where it could be found, else where the broken piece begins.
    std::uint64_t offset = 0;
    bool is_byte_known = false;
    std::optional<ChangeName> change{};
    std::optional<Error> error{};  // why it is refused
    // change_missing: where the row of missing ones begins that ends with it; 0: not known.
    std::uint64_t first_sequence = 0;
    friend bool operator==(Finding const&, Finding const&) = default;
};

struct Verification {
    std::uint64_t manifests_count = 0;  // that read
    std::uint64_t parts_count = 0;      // whole, of the two snapshots
    std::uint64_t segments_count = 0;   // found, the sealed ones and the open one
    std::uint64_t sealed_count = 0;     // as they were sealed
    std::uint64_t cold_count = 0;       // as they were sealed
    std::uint64_t records_count = 0;    // whose checksum fits
    std::uint64_t changes_count = 0;    // different ones; each header gave its hash
    std::uint64_t bodies_count = 0;     // of these; each gave the digest in its header
    std::uint64_t summed_count = 0;     // of these or others, that the snapshot knows
    std::uint64_t writers_count = 0;
    std::uint64_t forks_count = 0;  // no fault: see vault/chains.h
    std::vector<Finding> findings{};

    bool is_whole() const { return findings.empty(); }
};

// Names of the cold segments that the snapshots of these files stand for; ascending. They are not
// among what Storage::read_all gives.
std::vector<std::string> cold_names_in(std::span<StoredFile const> files);

enum class Cold : bool { left_out, given };  // whether cold files are among the files

// A profile's files. Kept ones (q/) and files beside the journal are passed over. Cost: O(bytes).
Verification verify_files(std::span<StoredFile const> files, Cold cold);

// A change's bytes, and where in its file they begin.
struct ChangePiece {
    std::string_view bytes{};
    std::uint64_t offset = 0;
};

// The changes of one file, as an exchange file has them. Cost: O(bytes).
Verification verify_pieces(std::string_view file, std::span<ChangePiece const> pieces);

// Changes at hand: each header gives its hash, each body its digest, each chain goes back to its
// first change. Cost: O(bytes log changes).
Verification verify_changes(std::span<Change const> changes);

}  // namespace zhitu::vault
