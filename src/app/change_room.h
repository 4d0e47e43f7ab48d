#pragma once

// How many ops go into one change: the store and the import job cut alike.

#include <cstddef>

#include "vault/ledger.h"

namespace zhitu::app {

// The room of the change that is being filled.
class ChangeRoom {
public:
    // Counts one more op, and true when it begins a new change: the one before has
    // limits::change_ops_max ops, or would be longer than limits::change_bytes_max.
    bool takes_next(std::size_t op_bytes);

    // False when no change holds the op.
    static bool fits(std::size_t op_bytes);

private:
    std::size_t ops_count_ = 0;
    std::size_t bytes_ = 0;
};

// Bytes that `replaces` will take once the ledger fills it in: one ref for each live value and add
// that the op overwrites. Cost: O(live values).
std::size_t replaces_bytes(vault::Ledger const& ledger, vault::Op const& op);

// True when the op gives content to an entity that is deleted: it has to be shown again.
bool is_reviving(vault::Ledger const& ledger, vault::Op const& op);

}  // namespace zhitu::app
