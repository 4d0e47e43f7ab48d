// Two tabs on one company: one writes, the other reads and says so, and may take over.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { find, launch, ready, stats } from './browser.mjs';
import { appears, disappears, heading, isSaved, markSays, openDemo, press, say } from './face.mjs';

const speak = say('zh');
let world;
let first;
let second;

before(async () => {
  world = await launch({ locale: 'zh-CN' });
  first = await world.open();
  await openDemo(first, speak);
  second = await world.open();
});
after(() => world.close());

const hashOf = async (page) => (await stats(page)).stateHash;

test('a second tab shows the same company, read only, and says so', async () => {
  await markSays(second, speak('read_only'));
  await appears(find(second, 'button', speak('take_over')));
  assert.equal(await find(second, 'button', speak('retry')).count(), 0);
  assert.equal((await stats(second)).isWriter, false);
  assert.equal(await hashOf(second), await hashOf(first));
  await first.bringToFront();
  await isSaved(first, speak);
});

test('what somebody tries in the reading tab is refused with a sentence', async () => {
  await second.bringToFront();
  const before = await hashOf(second);
  await press(second, 'button', speak('enroll'));
  await appears(second.getByRole('alert', { name: speak('error_read_only'), exact: true }));
  assert.equal(await hashOf(second), before);
});

test('taking over makes the second tab the writer, and the old one says so', async () => {
  await second.bringToFront();
  const box = await find(second, 'button', speak('take_over')).boundingBox();
  // The page loads anew while the click is still being answered: nothing to settle in between.
  await Promise.all([second.waitForEvent('load'),
    second.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 20 })]);
  await ready(second);
  await isSaved(second, speak);
  assert.equal((await stats(second)).isWriter, true);
  await disappears(find(second, 'button', speak('take_over')));
  await first.bringToFront();
  await markSays(first, speak('read_only'));
  await appears(find(first, 'button', speak('take_over')));
  assert.equal((await stats(first)).isWriter, false);
});

test('what the new writer does is there after both tabs died', async () => {
  await second.bringToFront();
  const before = await hashOf(second);
  await press(second, 'button', speak('enroll'));
  await appears(find(second, 'button', speak('undo')));
  await isSaved(second, speak);
  const enrolled = await hashOf(second);
  assert.notEqual(enrolled, before);
  await world.killAndRestart();
  const page = await world.open();
  await appears(heading(page, speak('recommended')));
  assert.equal(await hashOf(page), enrolled);
  assert.deepEqual(world.problems, []);
});
