// What tools/test makes of a ctest log: nothing that went wrong may be counted as nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../tools/count_ctest.awk', import.meta.url));
const count = (...lines) => spawnSync('awk', ['-f', program],
  { input: lines.join('\n') + '\n', encoding: 'utf8' }).stdout.trim();

const running = '1: [==========] Running 2 tests from 1 test suite.';
const good = '1: [       OK ] Base.adds (0 ms)';
const passed = '1/1 Test #1: base .............................   Passed    0.12 sec';
const failed = '1/1 Test #1: base .............................***Failed    0.12 sec';

test('cases are counted, not programs', () => {
  assert.equal(count(running, good, '1: [       OK ] Base.takes (12 ms)', passed), '2 0');
});

test('the list of failures at the end of a program is not counted again', () => {
  assert.equal(count(running, good, '1: [  FAILED  ] Base.takes (1 ms)',
    '1: [  FAILED  ] 1 test, listed below:', '1: [  FAILED  ] Base.takes', failed), '1 1');
});

test('a program that dies in the middle is a failure', () => {
  const died = '1/1 Test #1: base ....***Exception: SegFault  0.1 sec';
  assert.equal(count(running, good, died), '1 1');
});

test('a program that passes and then leaks is a failure', () => {
  assert.equal(count(running, good, failed), '1 1');
});

test('a skipped case is a failure', () => {
  assert.equal(count(running, good, '1: [  SKIPPED ] Base.takes (0 ms)', passed), '1 1');
});

test('a program without a case is a failure', () => {
  assert.equal(count('1: [==========] Running 0 tests from 0 test suites.', passed), '0 1');
});

test('a test of another kind counts once', () => {
  assert.equal(count('1: all well', passed), '1 0');
  assert.equal(count('1: not well', failed), '0 1');
});

test('lines of programs that run side by side are told apart', () => {
  assert.equal(count(running, '12: [==========] Running 1 test from 1 test suite.', good,
    '12: [       OK ] Vault.opens (0 ms)', '1/2 Test #1: base ....   Passed    0.1 sec',
    '12: [  FAILED  ] Vault.shuts (0 ms)', '2/2 Test #12: vault ....***Failed    0.1 sec'), '2 1');
});

test('an empty log counts nothing', () => assert.equal(count(''), '0 0'));
