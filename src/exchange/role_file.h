#pragma once

// Roles as JSON: {"data engineer": [{"skill": "sql", "priority": 0.83}, …], …}.
//
//   A role wants level 3 of a skill where its priority is at least .8, 2 from .5, else 1; the
//   weight is the priority. A skill twice in a role: the higher one, with a warning already_exists.
//   An entry that is no such object, or has a priority outside 0..1, is left out with a warning; a
//   role whose value is no list is refused. A role named twice keeps the needs of both.

#include <memory>

#include "exchange/json_entries.h"

namespace zhitu::exchange {

std::unique_ptr<FileReader> read_role_file(std::string file, JsonTree tree, std::size_t file_bytes);

}  // namespace zhitu::exchange
