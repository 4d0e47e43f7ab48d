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

// Waits until the storage has answered. Errors: what it answered.
Status finish_saving(Profile& profile);

}  // namespace zhitu::tools
