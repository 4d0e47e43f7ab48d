#pragma once

// Rosters in which somebody leads their own boss.

#include "exchange/import_table.h"

namespace zhitu::exchange {

// Everybody on a cycle of managers within the table loses their manager there, with a warning
// `cycle` that names all of it, beginning with the one it is said of. Who only leads to a cycle
// stays. Cost: O(people log people).
void break_manager_cycles(ImportTable& table);

}  // namespace zhitu::exchange
