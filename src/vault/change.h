#pragma once

// A change: one user action, atomic. Header and body are separate, so that a body can be erased and
// the writer's hash chain still verifies (storage.md 2.2).
//
//   header {"d":body digest,"p":previous header hash | "0","s":sequence,"t":stamp,"v":1,"w":writer}
//   body   {"o":[ops],"x":{…}}      salt: 16 random bytes
//     x        what one version adds and another may not know: kept as it came, never refused
//     x.batch  id of the batch: the changes that were one action together (an import) share it
//   d  = SHA-256("zt/body/v1" + salt + canonical body)
//   id = first 16 bytes of SHA-256("zt/chg/v1" + canonical header); chains carry all 32

#include <cstdint>
#include <optional>

#include "base/hash.h"
#include "vault/op.h"

namespace zhitu::vault {

// Hybrid logical clock: 48 bits of milliseconds, 16 bits of counter.
// Source: Kulkarni et al. (2014).
using Stamp = std::uint64_t;

class HybridClock {
public:
    // The next stamp of this writer: max(last + 1, now << 16).
    Stamp next(std::int64_t now_ms);
    // Remote stamps move us on, but by no more than a day: a wrong clock elsewhere is not ours.
    // Never rejects.
    void absorb(Stamp remote, std::int64_t now_ms);
    Stamp last() const { return last_; }

private:
    Stamp last_ = 0;
};

// True for a stamp that no right clock gives: before 2020, or more than a day ahead of now. Such a
// change counts like any other; people are told.
bool is_clock_suspect(Stamp stamp, std::int64_t now_ms);

struct ChangeHeader {
    RawId writer{};
    std::uint64_t sequence = 0;  // 1, 2, 3 … for each writer
    Stamp stamp = 0;
    Digest previous{};  // hash of the writer's header before; all zero for the first
    Digest body_digest{};
    friend bool operator==(ChangeHeader const&, ChangeHeader const&) = default;
};

struct ChangeBody {
    Ops ops{};
    RawId salt{};
    Json extra{};  // "x" as it came; null: none
    friend bool operator==(ChangeBody const&, ChangeBody const&) = default;
};

// The "x" of a change in a batch, and the batch of a body; nil: in none.
Json batch_extra(RawId const& batch);
RawId batch_of(ChangeBody const& body);

// First 16 bytes of a header's hash: what names the change everywhere but in chains.
RawId short_id(Digest const& hash);

struct Change {
    ChangeHeader header;
    std::optional<ChangeBody> body;  // absent: erased or redacted
    Digest hash{};                   // of the header
    RawId id() const { return short_id(hash); }
    friend bool operator==(Change const&, Change const&) = default;
};

// What a header and a body (with its salt) are known by.
Digest header_hash(ChangeHeader const& header);
Digest body_digest(ChangeBody const& body);

// Fills body digest and hash. Requires <= limits::change_ops_max ops, each without a malformed
// member, and a previous hash exactly from sequence 2 on.
Change seal_change(ChangeHeader header, ChangeBody body);

// {"b":body,"h":header,"n":salt}; without body: {"h":header}. Cost: O(bytes).
Json to_json(Change const& change);
std::string change_bytes(Change const& change);  // canonical

// Checks shape, limits and both digests. to_json gives back equal JSON.
// Errors: those of read_canonical (bytes), e_size, e_version, e_field with the member, e_body.
Result<Change> change_from_json(Json const& json);
Result<Change> change_from_bytes(std::string_view bytes);

}  // namespace zhitu::vault
