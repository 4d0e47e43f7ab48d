# em++ is a script that works out, for each source anew, the clang command behind it: half a second
# or more, and the answer is always the same. It is asked once; sources go to clang directly.
# Linking stays with em++, and settings (-s…) belong there.

function(zt_clang_command compiler source out)
    set(empty ${CMAKE_BINARY_DIR}/generated/${source})
    file(WRITE ${empty} "")
    execute_process(COMMAND ${compiler} -c -v ${empty} -o ${empty}.o
        OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE code)
    if(NOT code EQUAL 0 OR NOT said MATCHES "([^\n]*clang[^\n]* -target wasm32[^\n]*) -c -v ")
        message(FATAL_ERROR "${compiler} does not say how it calls clang:\n${said}")
    endif()
    string(STRIP "${CMAKE_MATCH_1}" command)
    set(${out} "${command}" PARENT_SCOPE)
endfunction()

zt_clang_command(${CMAKE_C_COMPILER} nothing.c zt_clang)
zt_clang_command(${CMAKE_CXX_COMPILER} nothing.cpp zt_clangxx)
set(CMAKE_C_COMPILE_OBJECT "${zt_clang} <DEFINES> <INCLUDES> <FLAGS> -o <OBJECT> -c <SOURCE>")
set(CMAKE_CXX_COMPILE_OBJECT "${zt_clangxx} <DEFINES> <INCLUDES> <FLAGS> -o <OBJECT> -c <SOURCE>")
