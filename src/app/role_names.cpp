#include "app/role_names.h"

namespace zhitu::app {

RoleNames::RoleNames(people::State const& state, std::map<RoleId, people::Role> const& in_files)
    : state_(state) {
    for (auto const& [id, role] : state.roles) {
        for (std::string const* name : {&role.name.zh, &role.name.en}) {
            if (!name->empty()) by_name_.emplace(comparison_key(*name), id);
        }
    }
    for (auto const& [id, role] : in_files) {
        for (std::string const* name : {&role.name.zh, &role.name.en}) {
            auto const known = by_name_.find(comparison_key(*name));
            if (known != by_name_.end()) spoken_of_.insert(known->second);
        }
    }
}

RoleId RoleNames::find(std::string_view name) const {
    auto const named = by_name_.find(comparison_key(name));
    if (named != by_name_.end()) return named->second;
    RoleId const id = people::role_id(name);
    return spoken_of_.contains(id) ? people::free_role_id(state_, name) : id;
}

}  // namespace zhitu::app
