// Days of large imports: the page makes snapshots between frames, old changes become cold records
// that no start reads, and after a kill the page opens from the snapshot with the same state.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { launch, settled, stats } from './browser.mjs';
import { disappears, goTo, isSaved, openDemo, press, say } from './face.mjs';
import { openFiles } from './import_face.mjs';

const speak = say('zh');
const DAYS = 3;
const FRAMES_MAX = 60;
const PEOPLE = 4600;  // a day: more than 4 MiB of changes

function writeRoster(folder, day) {
  const lines = ['login,name,email'];
  for (let i = 0; i < PEOPLE; ++i) {
    const number = `d${day}n${i}`;
    lines.push(`${number},${'知途'.repeat(45)}${number.slice(0, 9)},` +
      `${'x'.repeat(230)}${number}@zhitu.cn`);
  }
  const path = join(folder, `roster${day}.csv`);
  writeFileSync(path, lines.join('\n'));
  return path;
}

// { parts, cold, timed: cold records that IDBFS would see, bytes of cold ones }
const countRecords = (page) => page.evaluate(() => new Promise((done, fail) => {
  const request = indexedDB.open('/zhitu-v1');
  request.onerror = () => fail(request.error);
  request.onsuccess = () => {
    const store = request.result.transaction('FILE_DATA').objectStore('FILE_DATA');
    const count = { parts: 0, cold: 0, timed: 0, hot: 0 };
    store.openCursor().onsuccess = ({ target: { result } }) => {
      if (!result) {
        request.result.close();
        done(count);
        return;
      }
      const isCold = result.key.startsWith('cold/');
      count.cold += isCold;
      count.timed += isCold && 'timestamp' in result.value;
      count.parts += result.key.includes('/p/main/s/');
      count.hot += result.key.includes('/p/main/j/');
      result.continue();
    };
  };
}));

// Tasks of the page's own thread, but for those that wait for the graphics.
const watchTasks = (page) => page.evaluate(() => {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => globalThis.longTasks.push(
    ...list.getEntries().map(({ duration }) => Math.round(duration))))
    .observe({ type: 'longtask' });
});

// What goes on between frames draws none: some for the notices of the import, not one a file.
async function summed(page) {
  const before = await stats(page);
  const { frames } = await settled(page);
  assert.ok(frames - before.frames < FRAMES_MAX, `${frames - before.frames} frames`);
}

test('a profile that grew is opened from its snapshot after a kill', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-compaction-'));
  const world = await launch({ locale: 'zh-CN' });
  try {
    let page = await world.open();
    await openDemo(page, speak);
    await goTo(page, speak, 'data_privacy');
    for (let day = 0; day < DAYS; ++day) {
      await openFiles(page, speak, writeRoster(folder, day));
      await press(page, 'button', speak('apply'));
      await disappears(page.getByRole('button', { name: speak('apply'), exact: true }), 60000);
      if (day === DAYS - 1) await watchTasks(page);
      await summed(page);
      await isSaved(page, speak);
    }
    const last = await settled(page);
    const records = await countRecords(page);
    console.log(`    ${JSON.stringify(records)}, tasks over 50 ms: ` +
      `${JSON.stringify(await page.evaluate(() => globalThis.longTasks))}`);
    assert.ok(records.parts > 10 && records.cold > 50, JSON.stringify(records));
    assert.equal(records.timed, 0, 'a start would read them');

    await world.killAndRestart();
    page = await world.open();
    const again = await settled(page);
    assert.equal(again.stateHash, last.stateHash);
    assert.equal(again.hasHistory, false, 'opened from the snapshot');

    await goTo(page, speak, 'data_privacy');
    const [download] = await Promise.all([page.waitForEvent('download'),
      press(page, 'button', speak('export_go'))]);
    const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
    assert.ok(file.counts.changes > DAYS * 90, 'the export has the cold history too');
    assert.equal(file.state, last.stateHash);
    assert.deepEqual(world.problems, []);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
