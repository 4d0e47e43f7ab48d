#pragma once

// Who would be their own manager's manager.

#include <map>
#include <set>
#include <vector>

#include "base/id.h"

namespace zhitu::app {

using Managers = std::map<PersonId, PersonId>;  // who reports to whom

// Takes from `wished` what would close a circle with the rest of it or with `known` (which a wish
// overrules), until none is left: everybody's wish on the circle goes. The circles, first = last,
// each beginning with its least id; in order of being found. Circles of `known` alone stay.
// Cost: O(people log people) for each round; a round more only where known managers close a circle
// after a wish went.
std::vector<std::vector<PersonId>> take_out_cycles(Managers const& known, Managers& wished);

}  // namespace zhitu::app
