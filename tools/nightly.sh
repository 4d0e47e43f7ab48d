# What tools/test --nightly adds; sourced by it, never run.
# shellcheck shell=bash

# As many histories as a night holds beside the rest: T1 takes about an hour for a million.
histories_native=${ZHITU_NIGHT_HISTORIES:-1000000}
histories_everywhere=${ZHITU_NIGHT_EVERYWHERE:-50000}
fuzz_seconds=${ZHITU_NIGHT_FUZZ_SECONDS:-600}

# histories NAME COUNT COMMAND...: runs the random histories of one build, prints what they met.
histories() {
  local name=$1 count=$2 begin=$SECONDS log=$build/histories.log
  shift 2
  header "$count histories, $name"
  if ZHITU_HISTORIES=$count "$@" '--gtest_filter=Convergence.every_replica*' > "$log" 2>&1; then
    grep -E '^    ' "$log"
    note "T1 $name" $((SECONDS - begin)) 1 0 "$count histories, 8 replicas each"
  else
    tail -n 40 "$log"
    note "T1 $name" $((SECONDS - begin)) 0 1 "$count histories"
  fi
  sed -n 's/^    states \([0-9a-f]*\) of .*/\1/p' "$log" > "$build/states-$name"
}

# T2: the same histories in every build end in the same states.
step_same_states() {
  local begin=$SECONDS hashes
  histories clang "$histories_everywhere" "$build/clang/vault_tests"
  histories wasm "$histories_everywhere" "$ZHITU_NODE" "$build/wasm/vault_tests.js"
  histories g++ "$histories_everywhere" "$build/gcc/vault_tests"
  hashes=$(sort -u "$build/states-clang" "$build/states-wasm" "$build/states-g++")
  if [ "$(wc -l <<< "$hashes")" = 1 ] && [ -n "$hashes" ]; then
    note "T2 same states" $((SECONDS - begin)) 1 0 "$histories_everywhere histories in 3 builds"
  else
    note "T2 same states" $((SECONDS - begin)) 0 1 "$hashes"
  fi
}

# T4: a crash at every point of the scripted day, not at a sample.
step_crashes() {
  local begin=$SECONDS log=$build/crashes.log
  header "a crash at every storage call"
  if ZHITU_CRASH_POINTS=1000000 "$build/gcc/vault_tests" '--gtest_filter=Crash.*' \
    > "$log" 2>&1; then
    grep -E '^    ' "$log"
    note "T4 crashes" $((SECONDS - begin)) 1 0
  else
    tail -n 40 "$log"
    note "T4 crashes" $((SECONDS - begin)) 0 1
  fi
}

# script NAME REMARK COMMAND...: a script of ours whose exit code is the result.
script() {
  local name=$1 remark=$2 begin=$SECONDS
  shift 2
  header "$name"
  if "$@"; then note "$name" $((SECONDS - begin)) 1 0 "$remark"
  else note "$name" $((SECONDS - begin)) 0 1 "$remark"; fi
}

step_nightly() {
  step_same_states
  step_crashes
  script "T10 fuzz" "$fuzz_seconds s a parser" \
    "$ZHITU_NODE" "$clone/tools/fuzz.mjs" --seconds "$fuzz_seconds"
  script "T3 mutants" "tests/mutation/mutants.txt" "$ZHITU_NODE" "$clone/tools/mutate.mjs"
  histories "native" "$histories_native" "$build/gcc/vault_tests"
}
