// The browser runs out of space at one save or another: it is told, nothing that was acknowledged
// is touched, the work can be exported, and the reserve lets the next save through.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { find, launch, settled, stats } from './browser.mjs';
import { appears, isSaved, press, say } from './face.mjs';
import { FAILED, SAVED, activateNow, editNow, isNightly, printTable } from './saving.mjs';

const KB = 1024;
const MB = KB * KB;
const speak = say('zh');
// What fits, and so which save is the first that does not.
const POINTS = isNightly ? Array.from({ length: 100 }, (_, index) => 20 * KB + index * 80 * KB)
  : [20 * KB, 600 * KB, 3.5 * MB, 4 * MB];
const EDITS_MAX = 400;
const IMPORT_MS_MAX = 60000;
const ROWS = 2500;  // of a roster: more than a megabyte of records

const counts = { points: 0, 'refused at the demo': 0, 'refused at an edit': 0,
  'refused at an import': 0, 'reserves laid': 0, 'reserves given back': 0, 'saved by retry': 0,
  exports: 0, 'acknowledged lost': 0 };

async function openWithQuota(world, bytes) {
  const blank = await world.context.newPage();
  await blank.goto(`${world.url}licences.txt`);
  const session = await world.context.newCDPSession(blank);
  await session.send('Storage.overrideQuotaForOrigin', { origin: world.url, quotaSize: bytes });
  return world.open();
}

const reserve = (page) => page.evaluate(() => new Promise((done) => {
  const request = indexedDB.open('/zhitu-v1');
  request.onsuccess = () => {
    const database = request.result;
    const count = database.transaction('FILE_DATA').objectStore('FILE_DATA')
      .count('/zhitu-v1/reserve');
    count.onsuccess = () => {
      database.close();
      done(count.result);
    };
  };
}));

async function importRoster(page) {
  await page.evaluate(() => { location.hash = '#/data'; });
  const waits = page.waitForEvent('filechooser');
  await press(page, 'button', speak('door_files_go'));
  const rows = Array.from({ length: ROWS }, (_, index) =>
    `person-${index},Person Number ${index},p${index}@example.com\n`);
  await (await waits).setFiles([{ name: 'roster.csv', mimeType: 'text/csv',
    buffer: Buffer.from(`login,name,email\n${rows.join('')}`) }]);
  await appears(find(page, 'button', speak('apply')), IMPORT_MS_MAX);
  const { changes } = await stats(page);
  await press(page, 'button', speak('apply'));
  await page.waitForFunction((count) => globalThis.zhitu.stats().changes > count, changes);
  return settled(page);
}

// Works until a save is refused. -> where, and what had been acknowledged before
async function fill(page) {
  let good = { stateHash: (await settled(page)).stateHash, changes: 0 };
  const note = (now) => {
    if (now.saveState === SAVED) good = { stateHash: now.stateHash, changes: now.changes };
    return now.saveState === FAILED;
  };
  await press(page, 'button', speak('door_demo_go'));
  await page.waitForFunction(() => !globalThis.zhitu.stats().isEmpty);
  if (note(await settled(page))) return { where: 'refused at the demo', good };
  await activateNow(page, speak('enroll'));
  await page.waitForTimeout(500);
  if (note(await settled(page))) return { where: 'refused at an edit', good };
  counts['reserves laid'] += await reserve(page);
  if (note(await importRoster(page))) return { where: 'refused at an import', good };
  await page.evaluate(() => { location.hash = '#/today'; });
  for (let edit = 0; edit < EDITS_MAX; edit++) {
    await editNow(page);
    if (note(await settled(page))) return { where: 'refused at an edit', good };
  }
  return { where: 'never', good };
}

// The file of everything, out of memory: what is not saved is in it.
async function exportNow(page) {
  const waits = page.waitForEvent('download');
  await activateNow(page, speak('export_go'));
  const text = readFileSync(await (await waits).path(), 'utf8');
  assert.ok(text.includes((await stats(page)).stateHash), 'the export is of this state');
  counts.exports++;
}

for (const bytes of POINTS) {
  test(`T7_a_browser_with_${Math.round(bytes / KB)}_kB`, async () => {
    const world = await launch({ locale: 'zh-CN' });
    try {
      const page = await openWithQuota(world, bytes);
      const { where, good } = await fill(page);
      counts.points++;
      assert.notEqual(where, 'never');
      counts[where]++;
      const held = await reserve(page);
      await appears(find(page, 'button', speak('retry')));
      await appears(page.getByRole('status').filter({ hasText: speak('error_e_quota') }));
      await exportNow(page);
      const failed = await settled(page);
      await activateNow(page, speak('retry'));
      await page.waitForTimeout(200);
      const now = await settled(page);
      const isSavedNow = now.saveState === SAVED;
      counts['saved by retry'] += isSavedNow ? 1 : 0;
      counts['reserves given back'] += held === 0 && bytes > 2.5 * MB ? 1 : 0;
      await world.killAndRestart();
      const opened = await settled(await world.open());
      const wanted = isSavedNow ? failed.changes : good.changes;
      counts['acknowledged lost'] += Math.max(0, wanted - opened.changes);
      assert.ok(opened.changes >= wanted, `${opened.changes} of ${wanted}`);
      if (isSavedNow) assert.equal(opened.stateHash, now.stateHash);
    } finally {
      await world.close();
    }
  });
}

test('T7_every_kind_of_refusal_was_met', () => {
  printTable('T7', counts);
  for (const name of ['refused at the demo', 'refused at an import', 'reserves laid',
    'reserves given back', 'saved by retry', 'exports']) assert.ok(counts[name] > 0, name);
  assert.equal(counts['acknowledged lost'], 0);
});
