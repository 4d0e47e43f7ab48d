#include "tools/cli/profile.h"

namespace zhitu::tools {

Result<Profile> open_profile(Env& env, std::filesystem::path const& folder, IfMissing if_missing) {
    std::error_code ignored;
    bool const is_there = std::filesystem::is_directory(folder, ignored);
    if (!is_there && if_missing == IfMissing::refuse) {
        return Error{ErrorCode::not_found, {"folder", folder.string()}};
    }
    Profile profile;
    profile.storage = std::make_unique<FolderStorage>(folder);
    profile.store = std::make_unique<app::Store>(env, *profile.storage);
    auto report = profile.store->open();
    if (!report) return report.error();
    profile.report = std::move(report).value();
    return profile;
}

// A folder answers at once; the journal sends at most one flush at a time.
Status finish_saving(Profile& profile) {
    while (profile.store->save_state() == vault::SaveState::saving) profile.store->pump();
    if (profile.store->save_state() == vault::SaveState::saved) return Done{};
    Error const* const error = profile.store->save_error();
    return error == nullptr ? Error{ErrorCode::read_only, {}} : *error;
}

}  // namespace zhitu::tools
