// Parts of SDL, EGL and the browser's windows that are named but never used here. Defined before
// the libraries are searched, they keep whole files of SDL and what those call of the browser out
// of the module: 40 kB brotli. Each says "it did not work", as a machine without that part would.

#include <EGL/egl.h>
#include <SDL.h>
#include <emscripten/html5.h>

#include <cstdarg>

struct SDL_VideoDevice;

extern "C" {

// The GL context is made by canvas.cpp, GL functions are linked by name.
__eglMustCastToProperFunctionPointerType eglGetProcAddress(char const*) { return nullptr; }
void* SDL_EGL_GetProcAddress(SDL_VideoDevice*, char const*) { return nullptr; }
void SDL_EGL_UnloadLibrary(SDL_VideoDevice*) {}
int SDL_EGL_SetSwapInterval(SDL_VideoDevice*, int) { return -1; }
int SDL_EGL_GetSwapInterval(SDL_VideoDevice*) { return 0; }
void SDL_EGL_DeleteContext(SDL_VideoDevice*, SDL_GLContext) {}
EGLSurface* SDL_EGL_CreateSurface(SDL_VideoDevice*, NativeWindowType) { return nullptr; }
void SDL_EGL_DestroySurface(SDL_VideoDevice*, EGLSurface) {}
int Emscripten_GLES_LoadLibrary(SDL_VideoDevice*, char const*) { return -1; }
SDL_GLContext Emscripten_GLES_CreateContext(SDL_VideoDevice*, SDL_Window*) { return nullptr; }
int Emscripten_GLES_SwapWindow(SDL_VideoDevice*, SDL_Window*) { return -1; }
int Emscripten_GLES_MakeCurrent(SDL_VideoDevice*, SDL_Window*, SDL_GLContext) { return -1; }

// SDL draws nothing: no surfaces, no renderer, no picture of a window in memory.
SDL_Surface* SDL_CreateRGBSurface(Uint32, int, int, int, Uint32, Uint32, Uint32, Uint32) {
    return nullptr;
}
SDL_Surface* SDL_CreateRGBSurfaceFrom(void*, int, int, int, int, Uint32, Uint32, Uint32, Uint32) {
    return nullptr;
}
SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface*, Uint32, Uint32) { return nullptr; }
void SDL_FreeSurface(SDL_Surface*) {}
void SDL_CalculateGammaRamp(float, Uint16*) {}
SDL_bool SDL_PixelFormatEnumToMasks(Uint32, int*, Uint32*, Uint32*, Uint32*, Uint32*) {
    return SDL_FALSE;
}
SDL_Renderer* SDL_CreateRenderer(SDL_Window*, int, Uint32) { return nullptr; }
SDL_Renderer* SDL_GetRenderer(SDL_Window*) { return nullptr; }
void SDL_DestroyRenderer(SDL_Renderer*) {}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer*) {}
int SDL_GetNumRenderDrivers() { return 0; }
int SDL_GetRenderDriverInfo(int, SDL_RendererInfo*) { return -1; }
int SDL_GetRendererInfo(SDL_Renderer*, SDL_RendererInfo*) { return -1; }
int SDL_GetRendererOutputSize(SDL_Renderer*, int*, int*) { return -1; }
SDL_Texture* SDL_CreateTexture(SDL_Renderer*, Uint32, int, int, int) { return nullptr; }
void SDL_DestroyTexture(SDL_Texture*) {}
int SDL_UpdateTexture(SDL_Texture*, SDL_Rect const*, void const*, int) { return -1; }
int SDL_RenderCopy(SDL_Renderer*, SDL_Texture*, SDL_Rect const*, SDL_Rect const*) { return -1; }
int SDL_RenderSetViewport(SDL_Renderer*, SDL_Rect const*) { return -1; }
void SDL_RenderPresent(SDL_Renderer*) {}
int Emscripten_CreateWindowFramebuffer(SDL_VideoDevice*, SDL_Window*, Uint32*, void**, int*) {
    return -1;
}
int Emscripten_UpdateWindowFramebuffer(SDL_VideoDevice*, SDL_Window*, SDL_Rect const*, int) {
    return -1;
}
void Emscripten_DestroyWindowFramebuffer(SDL_VideoDevice*, SDL_Window*) {}

// Fullscreen belongs to the browser, and the pointer stays free.
EMSCRIPTEN_RESULT emscripten_request_fullscreen_strategy(char const*, bool,
                                                         EmscriptenFullscreenStrategy const*) {
    return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_fullscreen() { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
EMSCRIPTEN_RESULT emscripten_request_pointerlock(char const*, bool) {
    return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_pointerlock() { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
EMSCRIPTEN_RESULT emscripten_set_fullscreenchange_callback_on_thread(
    char const*, void*, bool, em_fullscreenchange_callback_func, pthread_t) {
    return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_set_pointerlockchange_callback_on_thread(
    char const*, void*, bool, em_pointerlockchange_callback_func, pthread_t) {
    return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}

// SDL reads scales from hints: there are none.
double atof(char const*) { return 0; }

// ImGui reads settings files, which there are none of, and "#version %d": text and one number at
// its end is all that is understood here. The C library's takes 11 kB of the module.
int sscanf(char const* text, char const* format, ...) {
    for (; *format != '\0' && *format != '%'; ++format, ++text) {
        if (*text != *format) return 0;
    }
    bool const is_number = format[0] == '%' && format[1] == 'd' && format[2] == '\0';
    if (!is_number || *text < '0' || *text > '9') return 0;
    int number = 0;
    for (; *text >= '0' && *text <= '9'; ++text) number = 10 * number + (*text - '0');
    va_list arguments;
    va_start(arguments, format);
    *va_arg(arguments, int*) = number;
    va_end(arguments);
    return 1;
}

// ImGui's SDL2 backend asks for gamepads each frame: there are none.
int SDL_NumJoysticks() { return 0; }
SDL_bool SDL_IsGameController(int) { return SDL_FALSE; }
SDL_GameController* SDL_GameControllerOpen(int) { return nullptr; }
void SDL_GameControllerClose(SDL_GameController*) {}
Uint8 SDL_GameControllerGetButton(SDL_GameController*, SDL_GameControllerButton) { return 0; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController*, SDL_GameControllerAxis) { return 0; }
// Fingers are scrolled and clicked with, not drawn with.
void SDL_GestureProcessEvent(SDL_Event*) {}
int SDL_GestureAddTouch(SDL_TouchID) { return 0; }
int SDL_GestureDelTouch(SDL_TouchID) { return 0; }
void SDL_GestureQuit() {}

}  // extern "C"
