#pragma once

// The sum of a ledger's changes as files: what it adds up to, and of each change just enough to
// know it again and to follow it. Changes that come later meet the ledger they would have met; only
// an erase or redact of what was summed needs the history itself (Ledger::needs_history).
//
//   e<hex>-<n>   entities by the first digits of their ids: one change rewrites few parts
//   k<n>         known changes in order of acceptance: 57 bytes each (hash, writer, sequence, body)
//   m-<n>        ends and forks of chains, erased subjects, redacted and waiting changes
//
// Entities and the rest are lines: a letter, then canonical JSON (of a waiting change its bytes).
// Parts hold at most limits::snapshot_part_bytes_max, but for a single line that is longer.

#include "vault/ledger.h"

namespace zhitu::vault {

inline constexpr std::size_t known_bytes = 57;

// Equal ledgers whose changes came in one order give equal parts. Cost: O(state + changes).
Parts snapshot_of(Ledger const& ledger);

// Errors: e_field with the label of the part that does not read.
Result<Ledger> ledger_from(Parts const& parts);

}  // namespace zhitu::vault
