#pragma once

// The open page as the part of the address behind '#', so that Back, reload and links work:
//   #/today   #/course/<26 characters of its id>

#include <optional>
#include <string>
#include <string_view>

#include "ui/view_state.h"

namespace zhitu::wasm {

std::string to_address(ui::Route const& route);
// Empty for what names no page of ours.
std::optional<ui::Route> route_from_address(std::string_view address);

}  // namespace zhitu::wasm
