#pragma once

// Imports without a page: a table decided upon and recorded at once, and files proposed and applied
// as the page does it.

#include "app/importer.h"
#include "app/op_writer.h"
#include "app/store.h"

namespace zhitu::test {

inline Result<app::Dispatched> import_table(app::Store& store, exchange::ImportTable table) {
    app::OpWriter ops(store.ledger());
    app::Importer importer({store.state(), store.ledger(), store.today(), RawId{7}},
                           std::move(table),
                           [&ops](vault::Op const& op) { ops.write(op); });
    while (importer.step(limits::file_rows_max)) {
    }
    auto const proposal = importer.take_proposal();
    if (!proposal) return proposal.error();
    return store.apply_batch(ops.take_parts());
}

inline app::ImportRequest import_request(app::Store const& store,
                                         std::vector<exchange::NamedBytes> files,
                                         std::vector<exchange::FilePlan> plans = {}) {
    return {std::move(files), std::move(plans), store.journal_files(), store.state().version,
            store.today(),    RawId{7}};
}

// Requires files that fit into the company.
inline app::ImportProposal propose(app::Store const& store,
                                   std::vector<exchange::NamedBytes> files,
                                   std::vector<exchange::FilePlan> plans = {}) {
    app::ImportRequest request = import_request(store, std::move(files), std::move(plans));
    return app::propose_import(std::move(request), nullptr).value();
}

}  // namespace zhitu::test
