#pragma once

// How files were read the last time, by the signature of what was detected in them: the file
// "plans" beside the records of this device, canonical JSON, newest first.
//
//   {"plans":[["<signature>",{…a plan of exchange/file_plan.h…}],…]}

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/file_plan.h"

namespace zhitu::ui {

inline constexpr char const* plans_file = "plans";

using RememberedPlans = std::vector<std::pair<std::string, exchange::FilePlan>>;

std::string plans_bytes(RememberedPlans const& plans);
// What cannot be read is left out: it is only a convenience.
RememberedPlans plans_from_bytes(std::string_view bytes);

// Puts it first; at most limits::plans_remembered_max stay. A plan that changes nothing is
// forgotten.
void remember_plan(RememberedPlans& plans, std::string signature, exchange::FilePlan plan);
// Null: never read otherwise than detected.
exchange::FilePlan const* find_plan(RememberedPlans const& plans, std::string_view signature);

}  // namespace zhitu::ui
