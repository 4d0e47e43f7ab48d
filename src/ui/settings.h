#pragma once

// This device's own settings as the bytes of the file "device" beside the records, canonical JSON:
//   {"exported_changes":12,"exported_ms":1795132800000,"language":"zh","me":"<26 characters>",
//    "theme":"system"}

#include <optional>
#include <string>
#include <string_view>

#include "ui/view_state.h"

namespace zhitu::ui {

inline constexpr char const* settings_file = "device";

std::string settings_bytes(DeviceSettings const& settings);
// Empty when the bytes are none of ours; unknown members are ignored.
std::optional<DeviceSettings> settings_from_bytes(std::string_view bytes);
// "zh-CN" -> zh, everything else -> en.
Language language_of(std::string_view system_language);
char const* language_tag(Language language);

}  // namespace zhitu::ui
