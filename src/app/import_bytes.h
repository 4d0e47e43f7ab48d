#pragma once

// An import's request and proposal as bytes (app/wire.h describes their form).

#include "app/import_proposal.h"
#include "app/wire.h"

namespace zhitu::app {

void cross(WireWriter& wire, ImportRequest& request);
void cross(WireReader& wire, ImportRequest& request);

// All but `parts` and `refused_rows`, which nobody on the way looks into.
void cross(WireWriter& wire, ImportProposal& proposal);
void cross(WireReader& wire, ImportProposal& proposal);

void cross(WireWriter& wire, Error& error);
void cross(WireReader& wire, Error& error);

}  // namespace zhitu::app
