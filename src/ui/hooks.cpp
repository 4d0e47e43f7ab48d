#include "ui/hooks.h"

#include <algorithm>
#include <cstdarg>

#include "imgui.h"
#include "imgui_internal.h"

namespace zhitu::ui {

namespace {

ItemSink* sink_of(ImGuiContext* context) { return static_cast<ItemSink*>(context->TestEngine); }

bool is_child_of(ImGuiContext const& context, ImGuiID id) {
    return std::any_of(context.Windows.begin(), context.Windows.end(),
                       [id](ImGuiWindow const* window) { return window->ChildId == id; });
}

bool is_own_item(ImGuiWindow* window, ImGuiID id) {
    return id == window->ID || id == window->MoveId || id == window->ChildId ||
           id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_Y) ||
           id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_X);
}

}  // namespace

void watch_items(ImGuiContext& context, ItemSink* sink) {
    context.TestEngine = sink;
    context.TestEngineHookItems = sink != nullptr;
}

}  // namespace zhitu::ui

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, ImRect const& box,
                                 ImGuiLastItemData const*) {
    using namespace zhitu::ui;
    ItemSink* const sink = sink_of(context);
    ImGuiWindow* const window = context->CurrentWindow;
    if (sink == nullptr || window == nullptr || window->IsFallbackWindow) return;
    ImRect clipped = box;
    clipped.ClipWithFull(window->ClipRect);
    SeenItem item;
    item.id = id;
    item.window_id = window->ID;
    item.box = {clipped.Min.x, clipped.Min.y, clipped.GetWidth(), clipped.GetHeight()};
    item.is_disabled = (context->CurrentItemFlags & ImGuiItemFlags_Disabled) != 0;
    item.is_window =
        is_own_item(window, id) || is_child_of(*context, id) || box.GetWidth() <= 0;
    sink->items.push_back(item);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, char const*, ImGuiItemStatusFlags) {}

void ImGuiTestEngineHook_Log(ImGuiContext* context, char const* format, ...) {
    auto* const sink = zhitu::ui::sink_of(context);
    if (sink == nullptr) return;
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    ImFormatStringV(text, sizeof text, format, arguments);
    va_end(arguments);
    sink->log.emplace_back(text);
}

char const* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
