# The third-party libraries as CMake targets, built from the sources that tools/setup fetched.
# Same file natively and under Emscripten; no network, no configure checks.
#
#   zt_imgui            Dear ImGui core                              native and wasm
#   zt_imgui_backends   its SDL2 and OpenGL3 backends                wasm
#   zt_sdl2             SDL2: window, GL, mouse, wheel, keys         wasm
#   zt_sodium           libsodium                                    native and wasm
#   zt_md4c             Markdown parser                              native and wasm
#   zt_json             nlohmann/json, headers                       native and wasm
#   zt_gtest            GoogleTest with its main                     native and wasm
#
# Cache variables: ZHITU_THIRD_PARTY (folder of the sources), ZHITU_IMGUI_VERSION (out).
include_guard(GLOBAL)

if(NOT DEFINED ZHITU_THIRD_PARTY)
  if(DEFINED ENV{ZHITU_THIRD_PARTY})
    set(ZHITU_THIRD_PARTY "$ENV{ZHITU_THIRD_PARTY}")
  elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(ZHITU_THIRD_PARTY "$ENV{XDG_CACHE_HOME}/zhitu/src")
  else()
    set(ZHITU_THIRD_PARTY "$ENV{HOME}/.cache/zhitu/src")
  endif()
endif()
set(ZHITU_THIRD_PARTY "${ZHITU_THIRD_PARTY}" CACHE PATH "Sources fetched by tools/setup")
if(NOT EXISTS "${ZHITU_THIRD_PARTY}/imgui/imgui.h")
  message(FATAL_ERROR "The third-party sources are not in '${ZHITU_THIRD_PARTY}'. "
    "Run tools/setup first.")
endif()

# What every third-party target gets: size over speed in the page, none of our warnings.
function(zt_third_party target)
  target_compile_options(${target} PRIVATE -w)
  if(EMSCRIPTEN AND NOT target STREQUAL zt_sodium)  # Argon2id would suffer
    target_compile_options(${target} PRIVATE $<$<NOT:$<CONFIG:Debug>>:-Os>)
  endif()
  set_target_properties(${target} PROPERTIES CXX_STANDARD 20 CXX_EXTENSIONS OFF UNITY_BUILD OFF)
endfunction()

# ---------------------------------------------------------------- Dear ImGui

set(zt_imgui_root "${ZHITU_THIRD_PARTY}/imgui")
file(STRINGS "${zt_imgui_root}/imgui.h" zt_imgui_line REGEX "^#define IMGUI_VERSION +\"")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" ZHITU_IMGUI_VERSION "${zt_imgui_line}")
# The range that was tried. Debian testing moves: a newer one builds, and this says so in words.
if(ZHITU_IMGUI_VERSION MATCHES "^1\\.92")
  set(zt_imgui_tried 1)
  message(STATUS "Dear ImGui ${ZHITU_IMGUI_VERSION}")
else()
  set(zt_imgui_tried 0)
  message(STATUS "Dear ImGui ${ZHITU_IMGUI_VERSION} is outside the tried range 1.92.x: "
    "if the page looks wrong, look at its change log first")
endif()

add_library(zt_imgui STATIC
  "${zt_imgui_root}/imgui.cpp" "${zt_imgui_root}/imgui_draw.cpp"
  "${zt_imgui_root}/imgui_tables.cpp" "${zt_imgui_root}/imgui_widgets.cpp")
target_include_directories(zt_imgui SYSTEM PUBLIC "${zt_imgui_root}")
# IMGUI_ENABLE_TEST_ENGINE switches on the hooks of the MIT core only: the accessibility mirror
# lives on them. Whoever links zt_imgui defines the four ImGuiTestEngine functions.
target_compile_definitions(zt_imgui PUBLIC
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_ENABLE_TEST_ENGINE IMGUI_USE_WCHAR32
  ZHITU_IMGUI_VERSION="${ZHITU_IMGUI_VERSION}" ZHITU_IMGUI_TRIED=${zt_imgui_tried})
target_compile_options(zt_imgui PRIVATE -fno-exceptions -fno-rtti)
zt_third_party(zt_imgui)

# ---------------------------------------------------------------- SDL2, the backends: page only

if(EMSCRIPTEN)
  set(zt_sdl2_root "${ZHITU_THIRD_PARTY}/sdl2")
  # SDL's own configure takes minutes under emcc. This is the list of Emscripten's port without
  # audio, haptic, sensor, power and render drivers; the joystick files stay because
  # the backend names them.
  set(zt_sdl2_files
    SDL.c SDL_assert.c SDL_dataqueue.c SDL_error.c SDL_guid.c SDL_hints.c SDL_list.c SDL_log.c
    SDL_utils.c atomic/SDL_atomic.c atomic/SDL_spinlock.c cpuinfo/SDL_cpuinfo.c
    dynapi/SDL_dynapi.c events/SDL_clipboardevents.c events/SDL_displayevents.c
    events/SDL_dropevents.c events/SDL_events.c events/SDL_gesture.c events/SDL_keyboard.c
    events/SDL_keysym_to_scancode.c events/SDL_mouse.c events/SDL_quit.c
    events/SDL_scancode_tables.c events/SDL_touch.c events/SDL_windowevents.c file/SDL_rwops.c
    filesystem/emscripten/SDL_sysfilesystem.c joystick/SDL_gamecontroller.c
    joystick/SDL_joystick.c joystick/SDL_steam_virtual_gamepad.c joystick/controller_type.c
    joystick/emscripten/SDL_sysjoystick.c loadso/dlopen/SDL_sysloadso.c locale/SDL_locale.c
    locale/emscripten/SDL_syslocale.c main/dummy/SDL_dummy_main.c misc/SDL_url.c
    misc/emscripten/SDL_sysurl.c render/SDL_d3dmath.c render/SDL_render.c render/SDL_yuv_sw.c
    stdlib/SDL_crc16.c stdlib/SDL_crc32.c stdlib/SDL_getenv.c stdlib/SDL_iconv.c
    stdlib/SDL_malloc.c stdlib/SDL_qsort.c stdlib/SDL_stdlib.c stdlib/SDL_string.c
    stdlib/SDL_strtokr.c thread/SDL_thread.c thread/generic/SDL_syscond.c
    thread/generic/SDL_sysmutex.c thread/generic/SDL_syssem.c thread/generic/SDL_systhread.c
    thread/generic/SDL_systls.c timer/SDL_timer.c timer/unix/SDL_systimer.c video/SDL_RLEaccel.c
    video/SDL_blit.c video/SDL_blit_0.c video/SDL_blit_1.c video/SDL_blit_A.c video/SDL_blit_N.c
    video/SDL_blit_auto.c video/SDL_blit_copy.c video/SDL_blit_slow.c video/SDL_bmp.c
    video/SDL_clipboard.c video/SDL_egl.c video/SDL_fillrect.c video/SDL_pixels.c
    video/SDL_rect.c video/SDL_shape.c video/SDL_stretch.c video/SDL_surface.c video/SDL_video.c
    video/SDL_yuv.c video/yuv2rgb/yuv_rgb_std.c video/dummy/SDL_nullevents.c
    video/dummy/SDL_nullframebuffer.c video/dummy/SDL_nullvideo.c
    video/emscripten/SDL_emscriptenevents.c video/emscripten/SDL_emscriptenframebuffer.c
    video/emscripten/SDL_emscriptenmouse.c video/emscripten/SDL_emscriptenopengles.c
    video/emscripten/SDL_emscriptenvideo.c)
  list(TRANSFORM zt_sdl2_files PREPEND "${zt_sdl2_root}/src/")
  add_library(zt_sdl2 STATIC ${zt_sdl2_files})
  target_include_directories(zt_sdl2 SYSTEM PUBLIC "${zt_sdl2_root}/include")
  target_compile_definitions(zt_sdl2 PRIVATE
    SDL_AUDIO_DISABLED=1 SDL_HAPTIC_DISABLED=1 SDL_SENSOR_DISABLED=1 SDL_POWER_DISABLED=1
    SDL_HIDAPI_DISABLED=1 SDL_RENDER_DISABLED=1)
  target_link_options(zt_sdl2 INTERFACE -sUSE_SDL=0)
  zt_third_party(zt_sdl2)

  add_library(zt_imgui_backends STATIC
    "${zt_imgui_root}/backends/imgui_impl_sdl2.cpp"
    "${zt_imgui_root}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(zt_imgui_backends SYSTEM PUBLIC "${zt_imgui_root}/backends")
  target_compile_definitions(zt_imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(zt_imgui_backends PRIVATE -fno-exceptions -fno-rtti)
  target_link_options(zt_imgui_backends INTERFACE -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2)
  target_link_libraries(zt_imgui_backends PUBLIC zt_imgui zt_sdl2)
  zt_third_party(zt_imgui_backends)
endif()

# ---------------------------------------------------------------- libsodium

set(zt_sodium_root "${ZHITU_THIRD_PARTY}/sodium/src/libsodium")
# Every file: the linker takes from the archive only what is named. The SIMD variants compile to
# nothing without their HAVE_ macros, so native and wasm run the same reference code.
file(GLOB_RECURSE zt_sodium_files
  "${zt_sodium_root}/crypto_*/*.c" "${zt_sodium_root}/randombytes/*.c"
  "${zt_sodium_root}/sodium/*.c")
add_library(zt_sodium STATIC ${zt_sodium_files})
target_include_directories(zt_sodium SYSTEM PUBLIC "${zt_sodium_root}/include"
  PRIVATE "${zt_sodium_root}/include/sodium")
target_compile_definitions(zt_sodium PUBLIC SODIUM_STATIC=1
  PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1)
if(EMSCRIPTEN)
  target_compile_definitions(zt_sodium PRIVATE HAVE_POSIX_MEMALIGN=1 TLS=)
else()
  find_package(Threads REQUIRED)
  target_compile_definitions(zt_sodium PRIVATE
    _GNU_SOURCE=1 TLS=_Thread_local HAVE_PTHREAD=1 HAVE_GETRANDOM=1 HAVE_SYS_RANDOM_H=1
    HAVE_EXPLICIT_BZERO=1 HAVE_POSIX_MEMALIGN=1 HAVE_NANOSLEEP=1 HAVE_MMAP=1 HAVE_MLOCK=1
    HAVE_MADVISE=1 HAVE_MPROTECT=1 HAVE_SYS_MMAN_H=1 HAVE_RAISE=1 HAVE_CLOCK_GETTIME=1
    HAVE_GETPID=1 HAVE_WEAK_SYMBOLS=1 HAVE_C11_MEMORY_FENCES=1 HAVE_ATOMIC_OPS=1)
  target_link_libraries(zt_sodium PUBLIC Threads::Threads)
endif()
zt_third_party(zt_sodium)

# ---------------------------------------------------------------- the small ones

# The parser alone: md4c's HTML writer is not wanted, the page draws the events itself.
add_library(zt_md4c STATIC "${ZHITU_THIRD_PARTY}/md4c/src/md4c.c")
target_include_directories(zt_md4c SYSTEM PUBLIC "${ZHITU_THIRD_PARTY}/md4c/src")
target_compile_definitions(zt_md4c PRIVATE MD4C_USE_UTF8=1)
zt_third_party(zt_md4c)

# /usr/include itself must not reach em++: the native headers there would shadow the sysroot's.
set(zt_json_include "${CMAKE_BINARY_DIR}/thirdparty/json")
file(MAKE_DIRECTORY "${zt_json_include}")
file(CREATE_LINK "/usr/include/nlohmann" "${zt_json_include}/nlohmann" SYMBOLIC)
add_library(zt_json INTERFACE)
target_include_directories(zt_json SYSTEM INTERFACE "${zt_json_include}")
target_compile_definitions(zt_json INTERFACE JSON_NOEXCEPTION)

set(zt_gtest_root /usr/src/googletest)
add_library(zt_gtest STATIC EXCLUDE_FROM_ALL "${zt_gtest_root}/googletest/src/gtest-all.cc"
  "${zt_gtest_root}/googletest/src/gtest_main.cc")
target_include_directories(zt_gtest SYSTEM PUBLIC "${zt_gtest_root}/googletest/include"
  PRIVATE "${zt_gtest_root}/googletest")
target_compile_options(zt_gtest PRIVATE -fno-exceptions -fno-rtti)
target_compile_definitions(zt_gtest PUBLIC GTEST_HAS_PTHREAD=$<IF:$<BOOL:${EMSCRIPTEN}>,0,1>
  GTEST_HAS_EXCEPTIONS=0 GTEST_HAS_RTTI=0)
if(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  target_link_libraries(zt_gtest PUBLIC Threads::Threads)
endif()
zt_third_party(zt_gtest)
