#pragma once

// Whole files of the file system, with errors as values.

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace zhitu::tools {

// Errors: storage_failed with the path and the system's words; file_too_large with the path and
// size_max, before anything is read.
Result<std::string> read_file(std::filesystem::path const& path, std::size_t size_max);

// The whole content or, on an error, what was there before: written beside, synced, renamed.
Status replace_file(std::filesystem::path const& path, std::string_view bytes);

// Renames and removals in a folder last once it is synced.
void sync_folder(std::filesystem::path const& folder);

// storage_failed with the path and the system's words for `error_number`; e_quota for a full disk.
Error disk_error(std::filesystem::path const& path, int error_number);

}  // namespace zhitu::tools
