# Shared by tools/run and tools/test; sourced, never run.
# shellcheck shell=bash

clone=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$clone/build

# Sets up what is missing and reads where it is.
prepare_tools() {
  "$clone/tools/setup"
  # shellcheck disable=SC1091
  . "$("$clone/tools/setup" --where)/env.sh"
  # The same file in another clone or build folder is a hit.
  export CCACHE_BASEDIR=$clone CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
}

print_versions() {
  echo "Built with: $(paste -sd ',' "$ZHITU_CACHE/versions.txt" | sed 's/,/, /g')"
}

# configure FOLDER [cmake arguments]: build/FOLDER, Ninja, ccache.
configure() {
  local folder=$build/$1
  shift
  cmake -S "$clone" -B "$folder" -G Ninja -DCMAKE_C_COMPILER_LAUNCHER=ccache \
    -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "-DZHITU_THIRD_PARTY=$ZHITU_THIRD_PARTY" "$@"
}

configure_wasm() {
  configure wasm "-DCMAKE_TOOLCHAIN_FILE=$ZHITU_EMSCRIPTEN_TOOLCHAIN" \
    "-DCMAKE_CROSSCOMPILING_EMULATOR=$ZHITU_NODE"
}
