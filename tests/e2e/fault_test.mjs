// A build whose first save after the start fails: the mark says so and a retry saves.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { launch } from './browser.mjs';
import { appears, isSaved, markSays, press, say } from './face.mjs';

test('a save that fails is said, and a retry brings it to the disk', async () => {
  const speak = say('zh');
  const world = await launch({ locale: 'zh-CN', dist: process.env.ZHITU_DIST_FAULT });
  try {
    let page = await world.open();
    await press(page, 'button', speak('door_demo_go'));
    await markSays(page, speak('not_saved'));
    const state = await page.evaluate(() => globalThis.zhitu.stats().stateHash);
    await press(page, 'button', speak('retry'));
    await isSaved(page, speak);
    await world.killAndRestart();
    page = await world.open();
    await appears(page.getByRole('navigation'));
    assert.equal(await page.evaluate(() => globalThis.zhitu.stats().stateHash), state);
  } finally {
    await world.close();
  }
});
