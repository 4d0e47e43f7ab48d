# The page: two modules, and everything a web server needs, in one folder.
#
#   app          the page's module: SDL, WebGL2, ImGui, storage          app.js app.wasm
#   worker       the jobs, without a window                              worker-core.js .wasm
#   dist         ${CMAKE_BINARY_DIR}/dist: page, modules, fonts, demo content, licences, with .br
#   dist-fault   the same, but the ZHITU_FAULT_FLUSH-th save fails for want of space
#   idb-tests    ${CMAKE_BINARY_DIR}/idb-tests: the tests of the storage, for a browser to open
#   vault-tests  ${CMAKE_BINARY_DIR}/vault-tests: the random histories of the vault, likewise

set(ZHITU_FAULT_FLUSH "2" CACHE STRING "dist-fault: the number of the save that fails")

find_program(ZHITU_NODE_PROGRAM NAMES "$ENV{ZHITU_NODE}" node REQUIRED)

set(zt_page_flags
    -sSTACK_SIZE=1MB -sALLOW_MEMORY_GROWTH=1 -sDYNAMIC_EXECUTION=0 -sMODULARIZE=1
    -sSUPPORT_LONGJMP=0 -sEXPORTED_RUNTIME_METHODS=[]
    -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,preRun)

# Size before speed in everything that is fetched before the first frame. Engines and libsodium stay
# as they are: they count. So does what only the worker links.
function(zt_small option)
    foreach(target IN LISTS ARGN)
        get_target_property(kind ${target} TYPE)
        if(NOT kind STREQUAL "INTERFACE_LIBRARY")
            target_compile_options(${target} PRIVATE ${option})
        endif()
    endforeach()
endfunction()
zt_small(-Os zt_base)
zt_small(-Oz zt_vault zt_areas zt_app zt_ui zt_imgui zt_imgui_backends zt_sdl2 zt_md4c)
zt_small(-O2 zt_exchange)
set(zt_worker_sources import_proposal import_tally importer op_writer replica united)
list(TRANSFORM zt_worker_sources REPLACE "(.+)" "${CMAKE_SOURCE_DIR}/src/app/\\1.cpp")
foreach(source IN ITEMS base/id base/json base/text vault/fields vault/op_bytes)
    list(APPEND zt_worker_sources ${CMAKE_SOURCE_DIR}/src/${source}.cpp)
endforeach()
# A precompiled header is for one level only.
set_source_files_properties(${zt_worker_sources} PROPERTIES COMPILE_OPTIONS -O2
    SKIP_PRECOMPILE_HEADERS ON)
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/app/advisor.cpp
    ${CMAKE_SOURCE_DIR}/src/app/gap_matrix.cpp PROPERTIES COMPILE_OPTIONS -O3
    SKIP_PRECOMPILE_HEADERS ON)

# SDL draws nothing here and knows no gamepad: without its own blitters the module is 19 kB (brotli)
# smaller. What the libraries still name stands in wasm/sdl_unused.cpp.
target_compile_definitions(zt_sdl2 PRIVATE SDL_LEAN_AND_MEAN=1 SDL_JOYSTICK_DISABLED=1)
# ImGui opens no files, writes to no terminal and starts no programs.
target_compile_definitions(zt_imgui PRIVATE IMGUI_DISABLE_FILE_FUNCTIONS
    IMGUI_DISABLE_TTY_FUNCTIONS IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)
set_source_files_properties(${zt_sdl2_root}/src/events/SDL_events.c PROPERTIES
    COMPILE_OPTIONS "-include;${CMAKE_SOURCE_DIR}/wasm/sdl_quiet.h")

# --- The page's module ----------------------------------------------------------------------------
file(GLOB zt_shell_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/wasm/*.cpp)
list(FILTER zt_shell_sources EXCLUDE REGEX "(_main|/browser_decoder)\\.cpp$")
add_library(zt_shell STATIC ${zt_shell_sources})
target_include_directories(zt_shell PUBLIC ${CMAKE_SOURCE_DIR})
target_compile_options(zt_shell PUBLIC -Oz)
target_link_libraries(zt_shell PUBLIC zt_ui zt_imgui_backends)

set(zt_libraries bridge storage reserve glyphs)
function(zt_app_module target)
    add_executable(${target} ${CMAKE_SOURCE_DIR}/wasm/app_main.cpp)
    target_link_libraries(${target} PRIVATE zt_shell)
    target_link_options(${target} PRIVATE -Oz ${zt_page_flags} -sEXPORT_ES6=1
        -sENVIRONMENT=web -sMALLOC=emmalloc -sINITIAL_MEMORY=32MB -sMIN_WEBGL_VERSION=2
        -sMAX_WEBGL_VERSION=2 -lidbfs.js)
    foreach(library IN LISTS zt_libraries)
        target_link_options(${target} PRIVATE
            "SHELL:--js-library ${CMAKE_SOURCE_DIR}/wasm/${library}.js")
        set_property(TARGET ${target} APPEND PROPERTY
            LINK_DEPENDS ${CMAKE_SOURCE_DIR}/wasm/${library}.js)
    endforeach()
    set_target_properties(${target} PROPERTIES
        OUTPUT_NAME app RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/modules/${target})
endfunction()
zt_app_module(app)
zt_app_module(app-fault)
target_compile_definitions(app-fault PRIVATE ZHITU_FAULT_FLUSH=${ZHITU_FAULT_FLUSH})
set_target_properties(app-fault PROPERTIES EXCLUDE_FROM_ALL ON)

# --- The worker's module --------------------------------------------------------------------------
add_executable(worker ${CMAKE_SOURCE_DIR}/wasm/worker_main.cpp)
target_compile_options(worker PRIVATE -O2)
target_link_libraries(worker PRIVATE zt_app zt_decoder)
target_link_options(worker PRIVATE -O2 ${zt_page_flags} -sEXPORT_ES6=1 -sENVIRONMENT=worker,web
    -sFILESYSTEM=0 -sDEFAULT_LIBRARY_FUNCS_TO_INCLUDE=zt_js_worker
    "SHELL:--js-library ${CMAKE_SOURCE_DIR}/wasm/worker.js")
set_target_properties(worker PROPERTIES OUTPUT_NAME worker-core
    LINK_DEPENDS ${CMAKE_SOURCE_DIR}/wasm/worker.js
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/modules/worker)

# --- The folder -----------------------------------------------------------------------------------
include(${CMAKE_CURRENT_LIST_DIR}/assets.cmake)

function(zt_dist target module folder)
    add_custom_target(${target}
        COMMAND ${ZHITU_NODE_PROGRAM} ${CMAKE_SOURCE_DIR}/tools/dist.mjs
            --out ${CMAKE_BINARY_DIR}/${folder} --app ${CMAKE_BINARY_DIR}/modules/${module}
            --worker ${CMAKE_BINARY_DIR}/modules/worker --fonts ${ZHITU_FONTS_DIR}
            --licences ${ZHITU_LICENCES_FILE} --npm ${zt_npm}
        COMMENT "page in ${CMAKE_BINARY_DIR}/${folder}" VERBATIM)
    add_dependencies(${target} ${module} worker zt_fonts zt_licences)
endfunction()
zt_dist(dist app dist)
zt_dist(dist-fault app-fault dist-fault)

# --- The tests of the storage over IndexedDB ------------------------------------------------------
# GoogleTest waits for the database in the middle of a test: Asyncify, here and nowhere else.
set(zt_idb_libraries ${CMAKE_SOURCE_DIR}/wasm/bridge.js ${CMAKE_SOURCE_DIR}/wasm/storage.js
    ${CMAKE_SOURCE_DIR}/tests/wasm/idb_bench.js)
add_executable(idb-tests-module ${CMAKE_SOURCE_DIR}/tests/wasm/idb_tests_main.cpp
    ${CMAKE_SOURCE_DIR}/wasm/idb_storage.cpp)
target_include_directories(idb-tests-module PRIVATE ${CMAKE_SOURCE_DIR})
target_link_libraries(idb-tests-module PRIVATE zt_gtest zt_vault)
target_link_options(idb-tests-module PRIVATE -O1 -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web
    -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB
    -sASYNCIFY=1 -sASYNCIFY_STACK_SIZE=65536 --no-entry
    -sEXPORTED_FUNCTIONS=_zt_run_tests,_zt_flush_answered,_zt_read_answered
    -sINCOMING_MODULE_JS_API=print,printErr -lidbfs.js)
foreach(library IN LISTS zt_idb_libraries)
    target_link_options(idb-tests-module PRIVATE "SHELL:--js-library ${library}")
endforeach()
set_target_properties(idb-tests-module PROPERTIES OUTPUT_NAME idb_tests
    LINK_DEPENDS "${zt_idb_libraries}" EXCLUDE_FROM_ALL ON
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/idb-tests)
add_custom_target(idb-tests
    COMMAND ${CMAKE_COMMAND} -E copy_if_different
        ${CMAKE_SOURCE_DIR}/tests/wasm/idb_tests_page.js
        ${CMAKE_SOURCE_DIR}/tests/wasm/idb_tests.html ${CMAKE_BINARY_DIR}/idb-tests
    VERBATIM)
add_dependencies(idb-tests idb-tests-module)

# --- The random histories of the vault in a browser (T2) ------------------------------------------
add_executable(vault-tests-module ${CMAKE_SOURCE_DIR}/tests/vault/convergence_test.cpp
    ${CMAKE_SOURCE_DIR}/tests/vault/histories.cpp)
target_include_directories(vault-tests-module PRIVATE ${CMAKE_SOURCE_DIR})
target_link_libraries(vault-tests-module PRIVATE zt_gtest zt_vault)
target_link_options(vault-tests-module PRIVATE -O1 -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web
    -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB -sEXIT_RUNTIME=1
    -sINCOMING_MODULE_JS_API=print,printErr,onExit)
set_target_properties(vault-tests-module PROPERTIES OUTPUT_NAME vault_tests EXCLUDE_FROM_ALL ON
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/vault-tests)
add_custom_target(vault-tests
    COMMAND ${CMAKE_COMMAND} -E copy_if_different
        ${CMAKE_SOURCE_DIR}/tests/wasm/vault_tests_page.js
        ${CMAKE_SOURCE_DIR}/tests/wasm/vault_tests.html ${CMAKE_BINARY_DIR}/vault-tests
    VERBATIM)
add_dependencies(vault-tests vault-tests-module)
