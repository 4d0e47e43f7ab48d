#pragma once

// Ops as they cross from a job to the store: canonical JSON lists, one for each change to be.

#include <string>
#include <vector>

#include "app/change_room.h"

namespace zhitu::app {

class OpWriter {
public:
    // `ledger` must outlive it: it knows how many values the ops will replace.
    explicit OpWriter(vault::Ledger const& ledger) : ledger_(ledger) {}

    void write(vault::Op const& op);

    std::uint64_t ops_count() const { return ops_count_; }
    // Once, at the end. Ops in the order of writing; every list has one at least.
    std::vector<std::string> take_parts();

private:
    vault::Ledger const& ledger_;
    ChangeRoom room_;
    std::uint64_t ops_count_ = 0;
    std::string text_;                // of one op
    std::vector<std::string> parts_;  // the last one without its end
};

}  // namespace zhitu::app
