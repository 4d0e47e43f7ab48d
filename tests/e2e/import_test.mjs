// Files as they come: odd ones are read, bad ones are named, and until Apply nothing has changed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { find, launch, settled } from './browser.mjs';
import {
  appears, chooseFiles, click, clone, closeToasts, disappears, goTo, isSaved, main, openDemo, press,
  say, textIn, until,
} from './face.mjs';
import { HUGE, READABLE, REFUSED, writeDirtyFiles } from './dirty_files.mjs';
import {
  dragFiles, openFiles, pasteText, previewed, readCounts, readGroups, readRows,
} from './import_face.mjs';

const speak = say('zh');
const DIRTY_ROSTER = join(clone, 'tests', 'files', 'roster_dirty.csv');
const ROWS_REFUSED = ['3', '4', '5', '6', '7', '8', '9', '15'];
const ROWS_BROKEN = ['6', '9', '15'];  // quotes or cells: no one column is at fault

let world;
let page;
let dirty;
let hashBefore;

const stateHash = () => page.evaluate(() => globalThis.zhitu.stats().stateHash);
const cancel = () => press(page, 'button', speak('cancel'));

before(async () => {
  dirty = writeDirtyFiles();
  world = await launch({ locale: 'zh-CN', size: [1280, 1400] });
  page = await world.open();
  await openDemo(page, speak);
  await goTo(page, speak, 'data_privacy');
  hashBefore = await stateHash();
});

after(async () => {
  await world.close();
  dirty.remove();
});

for (const { name, added, refused = 0, warned = 0, shows } of READABLE) {
  test(`${name} is read: ${added} new, ${refused} refused, ${warned} to look at`, async () => {
    await openFiles(page, speak, dirty.path(name));
    assert.equal((await readCounts(page))[speak('things_people')]?.[0], added);
    const groups = await readGroups(page, 'zh');
    assert.deepEqual([groups.refused, groups.warned], [refused, warned]);
    await click(page, main(page).getByRole('radio', { name: speak('tab_added', groups.added) }));
    await appears(main(page).getByText(shows, { exact: true }));
    assert.equal(await stateHash(), hashBefore);
    await cancel();
  });
}

for (const { name } of REFUSED) {
  test(`${name} is named, and there is nothing to apply`, async () => {
    await openFiles(page, speak, dirty.path(name));
    await appears(textIn(page, speak('nothing_to_apply')));
    await appears(main(page).getByText(name).first());
    assert.equal(await find(page, 'button', speak('apply')).count(), 0);
    assert.equal(await stateHash(), hashBefore);
    await cancel();
  });
}

test('a file over the limit is refused by its size and not read', async () => {
  await chooseFiles(page, find(page, 'button', speak('door_files_go')), dirty.path(HUGE.name));
  await appears(page.locator('#mirror').getByText(speak('file_too_large_say', HUGE.name, '64')));
  assert.equal(await find(page, 'button', speak('apply')).count(), 0);
  assert.equal(await stateHash(), hashBefore);
  await closeToasts(page, speak);
});

test('all bad rows of a roster are told at once and leave as CSV', async () => {
  await openFiles(page, speak, DIRTY_ROSTER);
  const groups = await readGroups(page, 'zh');
  assert.equal(groups.refused, ROWS_REFUSED.length);
  assert.ok(groups.warned >= 6, `${groups.warned} to look at`);
  const told = await readRows(page, 'roster_dirty.csv');
  assert.deepEqual(told.map((cells) => cells[1]), ROWS_REFUSED);
  for (const [, row, column, , why] of told) {
    assert.equal(column === '', ROWS_BROKEN.includes(row), `row ${row}: column ${column}`);
    assert.ok(why.length >= 8, `row ${row} says why: ${why}`);
  }
  const [download] = await Promise.all([page.waitForEvent('download'),
    press(page, 'button', speak('save_refused'))]);
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n').filter(Boolean);
  assert.match(lines[0], /^\ufefflogin,name,/);
  assert.ok(lines.length > ROWS_REFUSED.length, `${lines.length} lines`);
  assert.equal(await stateHash(), hashBefore);
  await cancel();
});

test('files dropped on the page are previewed', async () => {
  await dragFiles(page, [dirty.path('bom.csv')], { isDropped: false });
  await appears(page.getByText(speak('drop_here')));
  await dragFiles(page, [dirty.path('bom.csv'), dirty.path('crlf.csv')]);
  await previewed(page, speak);
  await disappears(page.getByText(speak('drop_here')));
  assert.equal((await readCounts(page))[speak('things_people')]?.[0], 2);
  await cancel();
});

test('a table pasted is previewed', async () => {
  await pasteText(page, 'login\tname\nnian.tie\t念帖\nfu.zhi\t傅芝\n');
  await previewed(page, speak);
  assert.equal((await readCounts(page))[speak('things_people')]?.[0], 2);
  assert.equal(await stateHash(), hashBefore);
  await cancel();
});

test('applying is one batch: undone whole, and the same file says 0 changes', async () => {
  await openFiles(page, speak, DIRTY_ROSTER);
  await press(page, 'button', speak('apply'));
  await disappears(find(page, 'button', speak('apply')));
  await isSaved(page, speak);
  const applied = await stateHash();
  assert.notEqual(applied, hashBefore);
  await press(page, 'button', speak('undo'));
  await until('the state before', async () => await stateHash() === hashBefore);
  await isSaved(page, speak);
  await closeToasts(page, speak);

  await openFiles(page, speak, DIRTY_ROSTER);
  await press(page, 'button', speak('apply'));
  await disappears(find(page, 'button', speak('apply')));
  await isSaved(page, speak);
  await closeToasts(page, speak);
  const again = await stateHash();
  await openFiles(page, speak, DIRTY_ROSTER);
  await appears(textIn(page, speak('import_no_change')));
  assert.equal(await find(page, 'button', speak('apply')).count(), 0);
  await cancel();
  assert.equal(await stateHash(), again);
});

test('the app goes on after all of that', async () => {
  await goTo(page, speak, 'catalog');
  assert.ok((await main(page).getByRole('row').count()) > 1);
  await settled(page);
  assert.deepEqual(world.problems, []);
});
