// The contract of every storage, over the IndexedDB of this browser: GoogleTest in a page of its
// own (tests/wasm). Each of its tests is one here.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { launch } from './browser.mjs';

const PAGE_MS_MAX = 60000;

async function runPage() {
  const world = await launch({ dist: process.env.ZHITU_IDB_TESTS });
  try {
    const page = await world.context.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(`${world.url}idb_tests.html`);
    const finished = await page.waitForFunction(() => globalThis.finished, null,
      { timeout: PAGE_MS_MAX });
    return { ...await finished.jsonValue(), problems };
  } finally {
    await world.close();
  }
}

// [{ name, isOk, lines }] of what GoogleTest printed, in order.
function readTests(lines) {
  const tests = [];
  for (const line of lines) {
    const [, word, name] = line.match(/^\[ +(RUN|OK|FAILED) +\] (\S+\.\S+?),?(?: |$)/) ?? [];
    const last = tests.at(-1);
    if (word === 'RUN') tests.push({ name, isOk: false, lines: [] });
    else if (word && last?.name === name) last.isOk = word === 'OK';
    else last?.lines.push(line);
  }
  return tests;
}

test('the storage of the page keeps the contract of every storage', async (all) => {
  const { code, lines, problems } = await runPage();
  const tests = readTests(lines);
  for (const one of tests) {
    await all.test(one.name, () => assert.ok(one.isOk, one.lines.join('\n').slice(0, 2000)));
  }
  const promised = lines.join('\n').match(/^\[=+\] Running (\d+) tests? from/m)?.[1];
  assert.equal(tests.length, Number(promised), lines.join('\n'));
  assert.ok(tests.length > 0);
  assert.deepEqual(problems, []);
  assert.equal(code, 0, lines.slice(-20).join('\n'));
});
