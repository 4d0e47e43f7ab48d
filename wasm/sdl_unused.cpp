// Parts of SDL and EGL that are named but never used here. Defined before the libraries are
// searched, they keep gamepads and the table of every GL function out of the module: 25 kB brotli.

#include <EGL/egl.h>
#include <SDL.h>

extern "C" {

// The GL context is made by canvas.cpp, GL functions are linked by name.
__eglMustCastToProperFunctionPointerType eglGetProcAddress(char const*) { return nullptr; }

// ImGui's SDL2 backend asks for gamepads each frame: there are none.
int SDL_NumJoysticks() { return 0; }
SDL_bool SDL_IsGameController(int) { return SDL_FALSE; }
SDL_GameController* SDL_GameControllerOpen(int) { return nullptr; }
void SDL_GameControllerClose(SDL_GameController*) {}
Uint8 SDL_GameControllerGetButton(SDL_GameController*, SDL_GameControllerButton) { return 0; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController*, SDL_GameControllerAxis) { return 0; }

}  // extern "C"
