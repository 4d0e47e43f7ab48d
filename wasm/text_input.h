#pragma once

// Text, clipboard and what a screen reader does, as ImGui input. The page's text agent
// (web/agent.js) holds the real text field; SDL's Emscripten part has neither IME nor clipboard.

#include <cstdint>
#include <functional>
#include <string>

namespace zhitu::wasm {

class TextInput {
public:
    // Takes over ImGui's clipboard and IME hooks. Requires an ImGui context with its SDL2 backend;
    // `frame` draws one at once. Stays where it is: ImGui keeps its address.
    explicit TextInput(std::function<void()> frame);
    TextInput(TextInput const&) = delete;

    void commit(char const* text);  // typed or composed
    // Copy or cut inside the browser's event: presses the shortcut, draws a frame, and returns what
    // was put on the clipboard; null if nothing was.
    char const* copy(bool is_cut);
    void paste(char const* text);
    // An assistive tool clicked the item, or changed the text of a field.
    void activate(std::uint32_t id);
    void set_text(std::uint32_t id, char const* text);

    // Once a frame, before ImGui::NewFrame. True: the next frame is due at once.
    bool begin_frame();

private:
    void press_shortcut(int key);

    std::function<void()> frame_;
    std::string clipboard_;
    bool is_clipboard_new_ = false;
    std::uint32_t field_ = 0;  // waits to become active for `field_text_`
    std::string field_text_;
    int field_tries_ = 0;
    bool is_delete_down_ = false;
};

}  // namespace zhitu::wasm
