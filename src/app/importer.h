#pragma once

// Decides what a table of foreign files would do to the company. An import updates what is known
// and adds what is not; it removes nothing, and the same table again changes nothing.
//
//   table ─▶ skills ─▶ courses ─▶ roles ─▶ people ─▶ teams ─▶ enrolments ─▶ interactions
//               └────────┴───────────┴────────┴── ops, counts, rows to look at

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "app/import_proposal.h"
#include "app/state.h"

namespace zhitu::app {

struct ImportContext {
    State const& state;
    vault::Ledger const& ledger;  // of that state: knows what was deleted
    std::string today;            // date
    RawId nonce{};                // new people's ids are made from it and their login
};

class Importer {
public:
    using TakeOp = std::function<void(vault::Op)>;

    // State and ledger must outlive it. `take` gets the ops in order.
    Importer(ImportContext context, exchange::ImportTable table, TakeOp take);
    ~Importer();
    Importer(Importer&&) noexcept;

    // Decides about `rows_max` more rows; false when done. Requires rows_max >= 1.
    bool step(std::uint64_t rows_max);
    double share_done() const;  // 0..1

    // Once, after step() returned false: everything but the ops. Errors: out_of_range when the
    // company would grow beyond the limits; then no op was given.
    Result<ImportProposal> take_proposal();

private:
    struct Content;
    std::unique_ptr<Content> content_;
};

}  // namespace zhitu::app
