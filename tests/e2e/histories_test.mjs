// T2: a thousand random histories of the vault give this browser the hash that they give every
// other build; tests/vault/convergence_test.cpp holds it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { launch } from './browser.mjs';

const PAGE_MS_MAX = 180000;

test('a thousand histories end in the same states here as in every other build', async () => {
  const world = await launch({ dist: process.env.ZHITU_VAULT_TESTS });
  try {
    const page = await world.context.newPage();
    await page.goto(`${world.url}vault_tests.html`);
    const finished = await page.waitForFunction(() => globalThis.finished, null,
      { timeout: PAGE_MS_MAX });
    const { code, lines } = await finished.jsonValue();
    const said = lines.join('\n');
    assert.equal(code, 0, said);
    assert.match(said, /^ +histories +1000$/m);
    assert.match(said, /^ +replicas +8000$/m);
    assert.match(said, /^ +states [0-9a-f]{64} of 1000 histories$/m);
    assert.match(said, /\[ {2}PASSED {2}\] [1-9]/);
  } finally {
    await world.close();
  }
});
