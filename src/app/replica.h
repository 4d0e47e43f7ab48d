#pragma once

// The state of a journal, worked out again somewhere else: the import job decides against it.

#include <cstdint>
#include <vector>

#include "app/state.h"
#include "vault/journal.h"
#include "vault/memory_storage.h"

namespace zhitu::app {

class Replica {
public:
    // As Store::journal_files() gives them.
    explicit Replica(std::vector<vault::StoredFile> journal);

    // Takes in about `changes_max` more changes (the first step reads them all); false when done.
    // Damaged records are passed over, as the store does.
    bool step(std::uint64_t changes_max);

    // After step() returned false.
    State const& state() const { return state_; }
    vault::Ledger const& ledger() const { return ledger_; }
    // 0..1 of the changes.
    double share_done() const;

private:
    void load(vault::Recovered recovered);

    vault::MemoryStorage storage_;
    std::vector<vault::Change> changes_;
    std::size_t next_ = 0;
    bool is_read_ = false;
    vault::Ledger ledger_;
    State state_;
};

}  // namespace zhitu::app
