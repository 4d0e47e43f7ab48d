#pragma once

// What lies where (storage.md 2.5). Hot files are read at the start; cold ones, one by one, on
// demand.
//
//   p/main/man.a|b        the manifest, generations by turns
//   p/main/j/00000001     segments of the journal
//   p/main/s/000c.e1-0    parts of snapshots: generation, label
//   p/main/q/00000001     what was found broken, as it was found
//   cold/main/c/<hash>    sealed segments that a snapshot has made unnecessary for opening

#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace zhitu::vault {

std::string segment_name(std::uint32_t number);
// 0, which is never given, for any other name.
std::uint32_t segment_number(std::string_view name);
std::string kept_name(std::uint32_t number);  // under q/
std::string kept_part_name(std::string_view part);
std::string part_name(std::uint64_t generation, std::string_view label);
std::string_view part_label(std::string_view name);
// Parts of a snapshot that list the cold segments, see sealed_from_bytes.
bool is_history_label(std::string_view label);
bool is_part_name(std::string_view name);
bool is_kept_name(std::string_view name);
std::string cold_name(Digest const& hash);
bool is_cold_name(std::string_view name);
// Generations write to two files by turns, so that the one before is whole while one is written.
std::string manifest_name(std::uint64_t generation);
bool is_manifest_name(std::string_view name);
// Of the journal, one way or the other: nothing else may write it.
bool is_journal_name(std::string_view name);

}  // namespace zhitu::vault
