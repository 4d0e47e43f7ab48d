#pragma once

// Roles by what foreign files call them.

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "people/people.h"

namespace zhitu::app {

class RoleNames {
public:
    // `in_files`: roles of the same import. The state must outlive it. Cost: O(roles).
    RoleNames(people::State const& state, std::map<RoleId, people::Role> const& in_files);

    // The role of this name, in either language; else the one that was made with it and renamed
    // since, unless the files speak of that one by its new name; else where a new one belongs.
    RoleId find(std::string_view name) const;

private:
    people::State const& state_;
    std::unordered_map<std::string, RoleId> by_name_;  // by comparison_key
    std::set<RoleId> spoken_of_;                       // by their names of today
};

}  // namespace zhitu::app
