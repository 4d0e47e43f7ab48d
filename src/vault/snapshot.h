#pragma once

// The sum of a ledger's changes as files: what it adds up to, and of each change just enough to
// know it again and to follow it. Changes that come later meet the ledger they would have met; only
// an erase or redact of what was summed needs the history itself (Ledger::needs_history).
//
//   e<hex>-<n>   entities by the first digits of their ids: one change rewrites few parts
//   k<n>         known changes in order of acceptance: 57 bytes each (hash, writer, sequence, body)
//   m-<n>        ends and forks of chains, erased subjects, redacted and waiting changes
//
// m-000000 begins with the schema; one of another is no snapshot for us. Entities and the rest
// are lines: a letter, then canonical JSON (of a waiting change its bytes).
// Parts hold at most limits::snapshot_part_bytes_max, but for a single line that is longer.

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/hash.h"
#include "vault/ledger.h"

namespace zhitu::vault {

inline constexpr std::size_t known_bytes = 57;
inline constexpr char const* snapshot_schema = "z[1]\n";

// Makes the parts step by step, each about one part's worth of work, so that no frame waits for
// all of them. Requires that the ledger stays as it is meanwhile (Ledger::revision).
class SnapshotMaker {
public:
    // Cost: O(entities).
    explicit SnapshotMaker(Ledger const& ledger);
    // Parts that became ready, often none. Requires !is_done().
    Parts step();
    bool is_done() const { return is_done_; }
    // As Ledger::digest. Requires is_done().
    Digest const& digest() const { return digest_; }

private:
    void hash_entities();
    void add_group(Parts& parts);
    void add_known_part(Parts& parts);
    void note_subjects(Change const& change);
    void add_rest(Parts& parts);

    using Groups = std::map<std::string, std::vector<EntityKey>>;
    Ledger::Content const& content_;
    std::vector<EntityKey> entities_{};
    std::size_t next_entity_ = 0;
    Sha256 hash_{};
    Digest digest_{};
    Groups groups_{};  // by the first digits of the ids
    Groups::const_iterator next_group_{};
    std::size_t known_;
    std::size_t next_known_ = 0;
    std::size_t known_parts_count_ = 0;
    Bytes known_part_{};
    std::set<RawId> subjects_{};
    bool is_done_ = false;
};

// Equal ledgers whose changes came in one order give equal parts. Cost: O(state + changes).
Parts snapshot_of(Ledger const& ledger);

// Errors: e_version of another schema, e_field with the label of the part that does not read.
Result<Ledger> ledger_from(Parts const& parts);

}  // namespace zhitu::vault
