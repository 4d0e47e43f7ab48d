# Reads the log of `ctest -V`, prints `PASSED FAILED`: GoogleTest cases, or one for a test of
# another kind. A program that dies, leaks or runs no case is one failure, as is a skipped case.

# "7: [       OK ] Suite.case (0 ms)" belongs to the test number 7.
function number_of(line) { return substr(line, 1, index(line, ":") - 1) }

/^[0-9]+: \[       OK \] /                     { ok[number_of($0)]++ }
/^[0-9]+: \[  (FAILED|SKIPPED) +\] .* \([0-9]+ ms\)$/ { bad[number_of($0)]++ }
/^[0-9]+: \[==========\] Running /             { is_google[number_of($0)] = 1 }
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
  match($0, /#[0-9]+:/)
  has_passed[substr($0, RSTART + 1, RLENGTH - 2)] = ($0 ~ / Passed +[0-9.]+ sec/)
}

END {
  for (n in has_passed) {
    passed += ok[n]
    failed += bad[n]
    if (!has_passed[n] && !bad[n]) failed++
    if (has_passed[n] && is_google[n] && !ok[n]) failed++
    if (has_passed[n] && !is_google[n]) passed++
  }
  print passed + 0, failed + 0
}
