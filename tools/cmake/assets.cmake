# What is generated beside the code: fonts, the icon header, the licences of what is shipped.
#
#   zt_fonts      target; ZHITU_FONTS_DIR then holds inter-regular.otf inter-semibold.otf icons.ttf
#                 hanzi.ttf fonts.json icons.h (ZHITU_FONT_FILES: the four fonts with their paths)
#   zt_icons      INTERFACE library: whoever links it may #include "icons.h"
#   zt_licences   target; makes ZHITU_LICENCES_FILE (licences.txt)
include_guard(GLOBAL)
include("${CMAKE_CURRENT_LIST_DIR}/thirdparty.cmake")

set(ZHITU_FONTS_DIR "${CMAKE_BINARY_DIR}/fonts")
set(ZHITU_FONT_FILES "${ZHITU_FONTS_DIR}/inter-regular.otf" "${ZHITU_FONTS_DIR}/inter-semibold.otf"
  "${ZHITU_FONTS_DIR}/icons.ttf" "${ZHITU_FONTS_DIR}/hanzi.ttf")
set(ZHITU_LICENCES_FILE "${CMAKE_BINARY_DIR}/licences.txt")

if(DEFINED ENV{ZHITU_NPM})
  set(zt_npm "$ENV{ZHITU_NPM}")
else()
  cmake_path(GET ZHITU_THIRD_PARTY PARENT_PATH zt_cache)
  set(zt_npm "${zt_cache}/npm/node_modules")
endif()
if(DEFINED ENV{ZHITU_PYTHON})
  set(zt_python "$ENV{ZHITU_PYTHON}")
else()
  set(zt_python /usr/bin/python3)
endif()

set(zt_font_builder "${CMAKE_SOURCE_DIR}/tools/fonts/build.py")
set(zt_font_arguments --npm "${zt_npm}" --icons "${CMAKE_SOURCE_DIR}/assets/icons.txt"
  --out "${ZHITU_FONTS_DIR}")

# The header alone natively: the tests of the views need it, the fonts they do not.
add_custom_command(OUTPUT "${ZHITU_FONTS_DIR}/icons.h" "${ZHITU_FONTS_DIR}/icons.ttf"
  COMMAND "${zt_python}" "${zt_font_builder}" --kind icons ${zt_font_arguments}
  DEPENDS "${zt_font_builder}" "${CMAKE_SOURCE_DIR}/assets/icons.txt"
  COMMENT "Icons" VERBATIM)
add_custom_target(zt_icons_header DEPENDS "${ZHITU_FONTS_DIR}/icons.h")
add_library(zt_icons INTERFACE)
target_include_directories(zt_icons INTERFACE "${ZHITU_FONTS_DIR}")
add_dependencies(zt_icons zt_icons_header)

# The same files that build.py scans by default, so that a new Chinese word makes a new hanzi.ttf.
file(GLOB_RECURSE zt_scanned CONFIGURE_DEPENDS
  "${CMAKE_SOURCE_DIR}/src/ui/*.cpp" "${CMAKE_SOURCE_DIR}/src/ui/*.h"
  "${CMAKE_SOURCE_DIR}/src/ui/*.inc"
  "${CMAKE_SOURCE_DIR}/assets/demo/*.json" "${CMAKE_SOURCE_DIR}/web/*.html")
add_custom_command(OUTPUT
    "${ZHITU_FONTS_DIR}/inter-regular.otf" "${ZHITU_FONTS_DIR}/inter-semibold.otf"
    "${ZHITU_FONTS_DIR}/hanzi.ttf" "${ZHITU_FONTS_DIR}/fonts.json"
  COMMAND "${zt_python}" "${zt_font_builder}" --kind inter hanzi ${zt_font_arguments}
  DEPENDS "${zt_font_builder}" "${ZHITU_FONTS_DIR}/icons.ttf" ${zt_scanned}
  COMMENT "Fonts" VERBATIM)
add_custom_target(zt_fonts DEPENDS ${ZHITU_FONT_FILES} "${ZHITU_FONTS_DIR}/fonts.json")

add_custom_command(OUTPUT "${ZHITU_LICENCES_FILE}"
  COMMAND "${CMAKE_COMMAND}" "-DOUT=${ZHITU_LICENCES_FILE}"
    "-DTHIRD_PARTY=${ZHITU_THIRD_PARTY}" "-DNPM=${zt_npm}"
    -P "${CMAKE_CURRENT_LIST_DIR}/licences.cmake"
  DEPENDS "${CMAKE_CURRENT_LIST_DIR}/licences.cmake"
  COMMENT "Licences" VERBATIM)
add_custom_target(zt_licences DEPENDS "${ZHITU_LICENCES_FILE}")
