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
    while (profile.store->is_opening()) profile.store->pump();
    return profile;
}

Status read_history(Profile& profile) {
    app::Store& store = *profile.store;
    store.want_history();
    while (!store.has_history() && !store.is_history_broken()) store.pump();
    if (store.has_history()) return Done{};
    return Error{ErrorCode::e_gap, {}};
}

// A folder answers at once; the journal sends at most one flush at a time.
Status finish_saving(Profile& profile) {
    app::Store& store = *profile.store;
    do {
        store.pump();
    } while (store.save_state() == vault::SaveState::saving || store.is_working());
    if (profile.store->save_state() == vault::SaveState::saved) return Done{};
    Error const* const error = profile.store->save_error();
    return error == nullptr ? Error{ErrorCode::read_only, {}} : *error;
}

}  // namespace zhitu::tools
