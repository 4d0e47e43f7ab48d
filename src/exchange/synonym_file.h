#pragma once

// Synonyms of skills as JSON: {"data pipelines": [["data pipeline", 0.99], …], …}.
//
//   Each becomes a synonym of the skill it stands under, with its weight; a skill as its own
//   synonym is passed over. Named twice: the larger weight, with a warning. An entry that is no
//   pair of a text and a number from 0 to 1 is left out with a warning; a skill whose value is no
//   list is refused.

#include <memory>

#include "exchange/json_entries.h"

namespace zhitu::exchange {

std::unique_ptr<FileReader> read_synonym_file(std::string file, JsonTree tree,
                                              std::size_t file_bytes);

}  // namespace zhitu::exchange
