#include "wasm/canvas.h"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include <array>
#include <cstring>

#include "wasm/bridge.h"

namespace zhitu::wasm {

namespace {

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE make_context() {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.alpha = false;
    wanted.depth = false;
    wanted.stencil = false;
    wanted.antialias = false;
    wanted.majorVersion = 2;
    wanted.failIfMajorPerformanceCaveat = false;  // software drawing is better than none
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE const context =
        emscripten_webgl_create_context("#canvas", &wanted);
    if (context > 0) emscripten_webgl_make_context_current(context);
    return context;
}

void set_up_imgui(SDL_Window* window) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigMacOSXBehaviors = zt_js_is_mac() != 0;
    ImGui_ImplSDL2_InitForOpenGL(window, nullptr);
    ImGui_ImplOpenGL3_Init("#version 300 es");
}

// Eight bytes a step; only equality with the last picture is asked.
std::uint64_t mixed(std::uint64_t hash, void const* data, std::size_t size) {
    auto const* bytes = static_cast<unsigned char const*>(data);
    for (; size >= 8; size -= 8, bytes += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, 8);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    for (; size > 0; size--, bytes++) hash = (hash ^ *bytes) * 0x9E3779B97F4A7C15u;
    return hash;
}

std::uint64_t picture_of(ImDrawData const& data) {
    std::uint64_t hash = mixed(0, &data.DisplaySize, sizeof data.DisplaySize);
    hash = mixed(hash, &data.FramebufferScale, sizeof data.FramebufferScale);
    for (ImDrawList const* list : data.CmdLists) {
        hash = mixed(hash, list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes());
        hash = mixed(hash, list->IdxBuffer.Data, list->IdxBuffer.size_in_bytes());
        for (ImDrawCmd const& command : list->CmdBuffer) {
            hash = mixed(hash, &command.ClipRect, sizeof command.ClipRect);
            hash = mixed(hash, &command.ElemCount, sizeof command.ElemCount);
        }
    }
    return hash;
}

bool has_texture_news(ImDrawData const& data) {
    if (data.Textures == nullptr) return false;
    for (ImTextureData const* texture : *data.Textures)
        if (texture->Status != ImTextureStatus_OK) return true;
    return false;
}

}  // namespace

Canvas::Canvas() {
    // Keys come from the element around canvas and text agent, so that both feed SDL.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#app");
    SDL_Init(SDL_INIT_VIDEO);
    std::array<double, 4> size{};
    zt_js_canvas_size(size.data());
    window_ = SDL_CreateWindow("Zhitu", 0, 0, static_cast<int>(size[0]), static_cast<int>(size[1]),
                               0);
    context_ = make_context();
    if (!is_ok()) return;
    set_up_imgui(window_);
    resize(size[0], size[1], size[2], size[3]);
}

void Canvas::resize(double width, double height, double pixels_wide, double pixels_high) {
    // SDL maps the mouse by its window size, which has to be the CSS size.
    if (width != width_ || height != height_)
        SDL_SetWindowSize(window_, static_cast<int>(width), static_cast<int>(height));
    width_ = width;
    height_ = height;
    pixels_wide_ = pixels_wide;
    pixels_high_ = pixels_high;
    emscripten_set_canvas_element_size("#canvas", static_cast<int>(pixels_wide),
                                       static_cast<int>(pixels_high));
    last_picture_ = 0;  // a resized canvas is empty
}

void Canvas::pump_events() {
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) ImGui_ImplSDL2_ProcessEvent(&event);
}

void Canvas::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
    if (width_ > 0 && height_ > 0)
        io.DisplayFramebufferScale = {static_cast<float>(pixels_wide_ / width_),
                                      static_cast<float>(pixels_high_ / height_)};
    // DeltaTime is not clamped after a pause: toasts and double clicks go by real time.
    ImGui::NewFrame();
}

void Canvas::end_frame() {
    ImGui::Render();
    if (is_lost_) return;
    ImDrawData* data = ImGui::GetDrawData();
    std::uint64_t const picture = picture_of(*data);
    if (picture == last_picture_ && !has_texture_news(*data)) return;
    last_picture_ = picture;
    painted_count_++;
    glViewport(0, 0, static_cast<int>(pixels_wide_), static_cast<int>(pixels_high_));
    ImVec4 const ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    glClearColor(ground.x, ground.y, ground.z, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(data);
}

void Canvas::restore_context() {
    is_lost_ = false;
    last_picture_ = 0;
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    ImGui_ImplOpenGL3_CreateDeviceObjects();
}

}  // namespace zhitu::wasm
