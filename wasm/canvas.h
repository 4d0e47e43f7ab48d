#pragma once

// The canvas: SDL window (mouse, wheel, keys), WebGL2 context, ImGui context and its two backends.
// The page watches the canvas's size (web/canvas.js) and tells it; SDL's own idea of sizes and
// pixel ratio is not used, because it rounds wrongly at 1.25 and 1.5.

#include <cstdint>

struct SDL_Window;

namespace zhitu::wasm {

class Canvas {
public:
    // Errors: is_ok() false when there is no WebGL2.
    Canvas();
    bool is_ok() const { return context_ > 0; }

    void resize(double width, double height, double pixels_wide, double pixels_high);
    void pump_events();
    // Between the two, draw. end_frame() touches the GPU only if the picture differs from the last.
    void begin_frame();
    void end_frame();

    // While the context is lost frames are laid out but not painted.
    void lose_context() { is_lost_ = true; }
    void restore_context();

    std::uint64_t painted_count() const { return painted_count_; }

private:
    SDL_Window* window_ = nullptr;
    std::intptr_t context_ = 0;
    bool is_lost_ = false;
    double width_ = 0, height_ = 0, pixels_wide_ = 0, pixels_high_ = 0;
    std::uint64_t last_picture_ = 0;
    std::uint64_t painted_count_ = 0;
};

}  // namespace zhitu::wasm
