// The check-up of the data in a real browser, and what the page says when the browser keeps
// nothing, the database is a newer one's, the connection is lost, or the clock is years off.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { find, launch, ready, settled, stats } from './browser.mjs';
import { appears, disappears, isSaved, markSays, openDemo, press, say } from './face.mjs';
import { activateNow, editOnce } from './saving.mjs';

const speak = say('zh');
const YEAR_MS = 365 * 86400000;

async function inWorld(work, options = {}) {
  const world = await launch({ locale: 'zh-CN', ...options });
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

const toDoctor = (page) => page.evaluate(() => { location.hash = '#/doctor'; });
const line = (page, name) => page.getByRole('listitem', { name: speak(name), exact: true });
const isFine = (page, name) =>
  appears(line(page, name).getByText(speak('health_good'), { exact: true }));
const status = (page, text) => page.getByRole('status').filter({ hasText: text });

async function exported(page) {
  const waits = page.waitForEvent('download');
  await press(page, 'button', speak('export_go'));
  return (await waits).suggestedFilename();
}

async function openPage(world, script, argument) {
  const page = await world.context.newPage();
  await page.addInitScript(script, argument);
  await page.goto(world.url);
  await ready(page);
  await settled(page);
  return page;
}

test('every_fact_has_its_line_and_a_good_profile_is_fine', () => inWorld(async (world) => {
  const page = await world.open();
  await openDemo(page, speak);
  await editOnce(page);
  await toDoctor(page);
  for (const name of ['fact_schema', 'fact_place', 'fact_space', 'fact_reserve', 'fact_tab',
    'fact_saved', 'fact_opening', 'fact_chain', 'fact_forks', 'fact_waiting', 'fact_clock',
    'fact_tests']) await isFine(page, name);
  await appears(line(page, 'fact_tests').getByText(speak('n_of_m', '9', '9'), { exact: true }));
  await appears(line(page, 'fact_reserve').getByText('2.0 MB', { exact: true }));
  const build = await line(page, 'fact_build').innerText();
  assert.match(build, /[0-9a-f]{12} · \d{4}年/);
  const { changes } = await stats(page);
  assert.ok((await line(page, 'fact_chain').innerText())
    .includes(`${changes.toLocaleString('en')} 条改动`));
  await appears(line(page, 'fact_export').getByText(speak('export_never'), { exact: true }));
  assert.match(await exported(page), /^zhitu-.*\.json$/);
  await disappears(line(page, 'fact_export').getByText(speak('export_never'), { exact: true }));
  await isFine(page, 'fact_export');
  await isSaved(page, speak);
  await page.reload();
  await ready(page);
  await toDoctor(page);
  await isFine(page, 'fact_export');  // remembered on this device
  assert.deepEqual(world.problems, []);
}));

// What works without storage: the demo, an edit, the page of facts and the export.
async function worksInMemory(page, reason) {
  await appears(status(page, speak('error_storage_missing', reason)));
  await press(page, 'button', speak('door_demo_go'));
  await markSays(page, speak('only_in_memory'));
  await activateNow(page, speak('enroll'));
  await appears(find(page, 'button', speak('undo')));
  await toDoctor(page);
  await appears(line(page, 'fact_place').getByText(speak('health_wrong'), { exact: true }));
  await isFine(page, 'fact_tests');
  await appears(status(page, speak('error_storage_missing', reason)));
  assert.match(await exported(page), /^zhitu-.*\.json$/);
}

test('without_indexeddb_it_works_in_memory_and_says_so', () => inWorld(async (world) => {
  const page = await openPage(world, () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  await worksInMemory(page, 'no IndexedDB');
}));

test('a_database_that_does_not_open_is_told_with_its_reason', () => inWorld(async (world) => {
  const page = await openPage(world, () => {
    IDBFactory.prototype.open = () => { throw new DOMException('no room', 'UnknownError'); };
  });
  await worksInMemory(page, 'no room');
}));

// Cookies and site data blocked, as a person sets it in the browser.
test('blocked_site_data_is_told_and_everything_works_in_memory', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhitu-blocked-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(
    { profile: { default_content_setting_values: { cookies: 2 } } }));
  try {
    await inWorld(async (world) => {
      const page = await world.open();
      await settled(page);
      await appears(status(page, speak('error_storage_missing').slice(0, 12)));
      await press(page, 'button', speak('door_demo_go'));
      await markSays(page, speak('only_in_memory'));
    }, { profile });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a_lost_connection_is_opened_once_more', () => inWorld(async (world) => {
  const page = await openPage(world, () => {
    const original = IDBFactory.prototype.open;
    globalThis.connections = [];
    IDBFactory.prototype.open = function open(...values) {
      const request = original.apply(this, values);
      request.addEventListener('success', () => globalThis.connections.push(request.result));
      return request;
    };
  });
  await openDemo(page, speak);
  const opened = await page.evaluate(() => {
    for (const connection of globalThis.connections) connection.close();
    return globalThis.connections.length;
  });
  await editOnce(page);
  assert.ok(await page.evaluate(() => globalThis.connections.length) > opened, 'opened anew');
  await world.killAndRestart();
  await settled(await world.open());
}));

test('a_save_that_is_refused_tells_the_real_reason', () => inWorld(async (world) => {
  const page = await openPage(world, () => {
    globalThis.isBroken = false;
    const original = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function put(...values) {
      if (globalThis.isBroken) throw new DOMException('the disk is on fire', 'DataError');
      return original.apply(this, values);
    };
  });
  await openDemo(page, speak);
  await page.evaluate(() => { globalThis.isBroken = true; });
  await activateNow(page, speak('enroll'));
  const reason = 'DataError: the disk is on fire';
  await appears(status(page, speak('error_storage_failed', reason)));
  await toDoctor(page);
  await appears(line(page, 'fact_saved').getByText(reason));
  await page.evaluate(() => { globalThis.isBroken = false; });
  await press(page, 'button', speak('retry'));
  await isSaved(page, speak);
  await isFine(page, 'fact_saved');
}));

// Years off, either way: the records here tell.
for (const [name, years, words] of [['behind', -2, '设备的时钟慢了'], ['ahead', 2, '今天是']]) {
  test(`a_clock_two_years_${name}_works_and_is_told`, () => inWorld(async (world) => {
    const first = await world.open();
    await openDemo(first, speak);
    await first.close();
    const page = await openPage(world, (offset) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + offset;
    }, years * YEAR_MS);
    await appears(status(page, words));
    await editOnce(page);
    await toDoctor(page);
    await appears(line(page, 'fact_clock').getByText(speak('health_look'), { exact: true }));
    if (name === 'behind') return;
    await press(page, 'button', speak('clock_is_right'));
    await disappears(status(page, words));
  }));
}

test('a_clock_that_is_set_back_meanwhile_is_noticed', () => inWorld(async (world) => {
  const page = await openPage(world, () => {
    const now = Date.now.bind(Date);
    globalThis.offset = 0;
    Date.now = () => now() + globalThis.offset;
  });
  await toDoctor(page);
  await isFine(page, 'fact_clock');
  await page.evaluate(() => {
    globalThis.offset = -2 * 3600 * 1000;
    globalThis.zhitu.wake(3);
  });
  await appears(line(page, 'fact_clock').getByText(speak('clock_back', '120'), { exact: true }));
}));

// --- A database of a newer version
// CRC-32C, masked as in vault/segment.h.
function maskedCrc(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  crc = ~crc >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

// The manifest's own schema is 1; a later program would write 2.
function newer(bytes) {
  const manifest = Buffer.from(bytes);
  const at = manifest.indexOf('"schema":1');
  assert.ok(at > 0);
  manifest.write('2', at + '"schema":'.length);
  manifest.writeUInt32LE(0, 12);
  manifest.writeUInt32LE(maskedCrc(manifest), 12);
  return [...manifest];
}

const MANIFESTS = ['/zhitu-v1/st/p/main/man.a', '/zhitu-v1/st/p/main/man.b'];

// Reads the records, or writes what is given instead.
function manifests(page, instead) {
  return page.evaluate(([keys, changed]) => new Promise((done, fail) => {
    const request = indexedDB.open('/zhitu-v1');
    request.onsuccess = () => {
      const transaction = request.result.transaction('FILE_DATA', 'readwrite');
      const store = transaction.objectStore('FILE_DATA');
      const found = {};
      for (const key of keys) {
        store.get(key).onsuccess = ({ target: { result } }) => {
          if (!result) return;
          found[key] = [...result.contents];
          const contents = changed?.[key] && new Uint8Array(changed[key]);
          if (contents) store.put({ ...result, contents }, key);
        };
      }
      transaction.oncomplete = () => {
        request.result.close();
        done(found);
      };
      transaction.onabort = () => fail(transaction.error);
    };
  }), [MANIFESTS, instead]);
}

test('a_newer_database_is_read_only_and_can_be_exported', () => inWorld(async (world) => {
  const page = await world.open();
  await openDemo(page, speak);
  const found = await manifests(page);
  const changed = Object.fromEntries(
    Object.entries(found).map(([key, bytes]) => [key, newer(bytes)]));
  await manifests(page, changed);
  await page.reload();
  await ready(page);
  const { stateHash } = await settled(page);
  await markSays(page, speak('read_only'));
  assert.equal(await find(page, 'button', speak('take_over')).count(), 0);
  await appears(status(page, speak('banner_newer', '2')));
  await activateNow(page, speak('enroll'));
  await settled(page);
  assert.equal((await stats(page)).stateHash, stateHash, 'nothing is changed');
  assert.match(await exported(page), /^zhitu-.*\.json$/);
  assert.deepEqual(await manifests(page), changed, 'nothing was written');
  await toDoctor(page);
  await appears(line(page, 'fact_schema').getByText(speak('health_wrong'), { exact: true }));
}));
