# Writes the notices of everything that is shipped in the page, from the packages' own files.
#   cmake -DOUT=FILE -DTHIRD_PARTY=DIR -DNPM=NODE_MODULES -P licences.cmake
# A notice that is missing stops the build: shipping without it would break the licence.

set(text "Zhitu contains the work of others. These are their names and terms.\n")

function(add_notice name licence)
  foreach(path IN LISTS ARGN)
    if(EXISTS "${path}")
      file(READ "${path}" notice)
      string(REPEAT "=" 78 rule)
      string(APPEND text "\n${rule}\n${name} (${licence})\n${rule}\n\n${notice}\n")
      set(text "${text}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "The licence of ${name} was not found (looked for: ${ARGN}). "
    "Run tools/setup --force.")
endfunction()

set(doc /usr/share/doc)
add_notice("Dear ImGui" MIT "${THIRD_PARTY}/imgui/LICENSE.txt")
add_notice("SDL 2" zlib "${THIRD_PARTY}/sdl2/LICENSE.txt")
add_notice("libsodium" ISC "${THIRD_PARTY}/sodium/LICENSE")
add_notice("MD4C" MIT "${THIRD_PARTY}/md4c/LICENSE.md")
add_notice("JSON for Modern C++ by Niels Lohmann" MIT "${doc}/nlohmann-json3-dev/copyright")
add_notice("Lucide icons" ISC "${NPM}/lucide-static/LICENSE")
add_notice("Inter, a subset" "SIL Open Font License 1.1" "${doc}/fonts-inter/copyright")
add_notice("Droid Sans Fallback, a subset" "Apache License 2.0"
  "${doc}/fonts-droid-fallback/copyright")
add_notice("Apache License 2.0, the text" "for Droid Sans Fallback"
  /usr/share/common-licenses/Apache-2.0)

# Emscripten's runtime is in app.js, musl's libc and LLVM's libc++ are in app.wasm. Debian's own
# copyright file lists 130 kB of test material too, so the notice stands here.
string(APPEND text [[

==============================================================================
Emscripten runtime, musl libc, LLVM libc++ and compiler-rt
==============================================================================

Emscripten: Copyright (c) 2010-2014 Emscripten authors, see AUTHORS file. MIT licence.
musl: Copyright (c) 2005-2020 Rich Felker, et al. MIT licence.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

libc++, libc++abi and compiler-rt: the LLVM Project, under the Apache License 2.0 (the text above)
with LLVM Exceptions: as an exception, if, as a result of your compiling your source code, portions
of this Software are embedded into an Object form of such source code, you may redistribute such
embedded portions in such Object form without complying with the conditions of Sections 4(a), 4(b)
and 4(d) of the License.
]])
file(WRITE "${OUT}" "${text}")
