#pragma once

// A profile in a folder, opened: storage and store together.

#include <filesystem>
#include <memory>

#include "app/store.h"
#include "tools/files/folder_storage.h"

namespace zhitu::tools {

struct Profile {
    std::unique_ptr<FolderStorage> storage;
    std::unique_ptr<app::Store> store;
    app::OpenReport report;
};

enum class IfMissing { refuse, make };

// Errors: not_found when there is no such folder, those of Store::open.
Result<Profile> open_profile(Env& env, std::filesystem::path const& folder, IfMissing if_missing);

// All changes at hand, those of before the last snapshot too. Errors: e_gap when some are missing.
Status read_history(Profile& profile);

// Waits until the storage has answered and nothing is left to do: a snapshot that the journal wants
// is made here, too. Errors: what it answered.
Status finish_saving(Profile& profile);

}  // namespace zhitu::tools
