#include "wasm/text_input.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "wasm/bridge.h"

namespace zhitu::wasm {

namespace {

constexpr int frames_before_max = 64;  // far more than anybody types between two frames
constexpr int field_tries_max = 6;  // frames until an activated field is up, with a margin

void tell_agent(ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) {
    zt_js_ime(data->WantVisible || data->WantTextInput ? 1 : 0, data->InputPos.x, data->InputPos.y,
              data->InputLineHeight);
}

}  // namespace

TextInput::TextInput(std::function<void()> frame) : frame_(std::move(frame)) {
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_ClipboardUserData = this;
    platform.Platform_GetClipboardTextFn = [](ImGuiContext*) -> char const* {
        auto* self = static_cast<TextInput*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
        return self->clipboard_.c_str();
    };
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, char const* text) {
        auto* self = static_cast<TextInput*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
        self->clipboard_ = text;
        self->is_clipboard_new_ = true;
    };
    platform.Platform_SetImeDataFn = tell_agent;
}

void TextInput::commit(char const* text) { ImGui::GetIO().AddInputCharactersUTF8(text); }

void TextInput::press_shortcut(int key) {
    // Keys pressed before, Ctrl+A perhaps, are done before; ImGui takes some only one a frame.
    int frames = 0;
    do frame_();
    while (++frames < frames_before_max && !ImGui::GetCurrentContext()->InputEventsQueue.empty());
    ImGuiIO& io = ImGui::GetIO();
    ImGuiKey const modifier = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
    bool const was_down = io.KeyCtrl;  // ImGui swaps Ctrl and Super on the Mac by itself
    io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(static_cast<ImGuiKey>(key), true);
    frame_();
    io.AddKeyEvent(static_cast<ImGuiKey>(key), false);
    if (!was_down) io.AddKeyEvent(modifier, false);
    frame_();
}

char const* TextInput::copy(bool is_cut) {
    is_clipboard_new_ = false;
    press_shortcut(is_cut ? ImGuiKey_X : ImGuiKey_C);
    return is_clipboard_new_ ? clipboard_.c_str() : nullptr;
}

void TextInput::paste(char const* text) {
    clipboard_ = text;
    press_shortcut(ImGuiKey_V);
}

void TextInput::activate(std::uint32_t id) {
    ImGui::ActivateItemByID(id);
    // A field shall take text, whatever device the last move came from.
    ImGui::GetCurrentContext()->NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
}

void TextInput::set_text(std::uint32_t id, char const* text) {
    field_ = id;
    field_text_ = text;
    field_tries_ = 0;
    if (ImGui::GetActiveID() != id) activate(id);
}

bool TextInput::begin_frame() {
    ImGuiIO& io = ImGui::GetIO();
    if (is_delete_down_) {
        io.AddKeyEvent(ImGuiKey_Delete, false);
        is_delete_down_ = false;
    }
    if (field_ == 0) return false;
    if (field_tries_++ > field_tries_max) {
        field_ = 0;  // no such field any more
        return false;
    }
    ImGuiInputTextState* state = ImGui::GetInputTextState(field_);
    if (ImGui::GetActiveID() != field_ || state == nullptr) return true;
    state->SelectAll();
    if (field_text_.empty()) {
        io.AddKeyEvent(ImGuiKey_Delete, true);
        is_delete_down_ = true;
    } else {
        io.AddInputCharactersUTF8(field_text_.c_str());
    }
    field_ = 0;
    return true;
}

}  // namespace zhitu::wasm
