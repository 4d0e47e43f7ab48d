#pragma once

// What ImGui reports of every interactive item, for tests that compare it with the semantic tree.
// The four functions that an ImGui with IMGUI_ENABLE_TEST_ENGINE calls live in hooks.cpp.

#include <cstdint>
#include <string>
#include <vector>

#include "ui/semantics.h"

struct ImGuiContext;

namespace zhitu::ui {

struct SeenItem {
    std::uint32_t id = 0;
    std::uint32_t window_id = 0;
    Box box;  // clipped
    bool is_disabled = false;
    bool is_window = false;  // a window's own item: background, title, scroll bar
};

struct ItemSink {
    std::vector<SeenItem> items;
    std::vector<std::string> log;
};

// From now on items of this context go to `sink`; null switches the reports off. The sink outlives
// its use.
void watch_items(ImGuiContext& context, ItemSink* sink);

}  // namespace zhitu::ui
