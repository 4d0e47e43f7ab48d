#pragma once

// Put before SDL_events.c, whose only numbers out of text switch on its log of every event: always
// off, and so not in the module (2 kB brotli).

#include <SDL_stdinc.h>

#define SDL_atoi(text) ((void)(text), 0)
