// Saving in a real browser: what was called saved is there after a kill, two tabs never overwrite
// each other, and what cannot be saved is called not saved.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { find, launch, press, ready, settled, stats } from './browser.mjs';

const SAVED = 0;
const FAILED = 2;
const READ_ONLY = 3;
const KILLS = 5;
const LATE_MS = 1500;  // a database is open long before

async function inWorld(options, work) {
  const world = await launch(options);
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

async function createCompany(page, name) {
  await press(page, 'textbox', '公司名称');
  await settled(page);
  await page.keyboard.type(name);
  await press(page, 'button', '新建公司');
  await page.waitForTimeout(100);
  return settled(page);
}

// Runs `work(store, { get, put })` on the page's own database, as another tab would.
function withDatabase(page, work) {
  return page.evaluate((source) => new Promise((done, fail) => {
    const request = indexedDB.open('/zhitu-v1');
    request.onsuccess = () => {
      const transaction = request.result.transaction('FILE_DATA', 'readwrite');
      const answer = [];
      const run = globalThis[source];
      run(transaction.objectStore('FILE_DATA'), answer);
      transaction.oncomplete = () => {
        request.result.close();
        done(answer);
      };
      transaction.onabort = () => fail(transaction.error);
    };
  }), work);
}

// Functions of the database scripts: the CSP forbids making them from text inside the page.
async function addDatabaseScripts(page) {
  await page.addInitScript(() => {
    globalThis.listRecords = (store, answer) => {
      store.openCursor().onsuccess = ({ target: { result } }) => {
        if (!result) return;
        const { timestamp, mode, contents } = result.value;
        answer.push({ key: result.key, time: timestamp?.getTime(), mode,
          size: contents?.length ?? -1, isBytes: contents instanceof Uint8Array });
        result.continue();
      };
    };
    globalThis.putForeignEpoch = (store) => {
      const contents = new TextEncoder().encode('another tab');
      store.put({ timestamp: new Date(), mode: 0o100666, contents }, '/zhitu-v1/st/EPOCH');
    };
  });
}

async function openWithScripts(world) {
  const page = await world.context.newPage();
  await addDatabaseScripts(page);
  await page.goto(world.url);
  await ready(page);
  return page;
}

test('what_was_called_saved_is_there_after_a_kill', async () => {
  await inWorld({}, async (world) => {
    let page = await world.open();
    await createCompany(page, 'Sunzhou');
    let last = await stats(page);
    assert.equal(last.saveState, SAVED);
    for (let round = 0; round < KILLS; round++) {
      await world.killAndRestart();
      page = await world.open();
      const now = await settled(page);
      assert.equal(now.stateHash, last.stateHash);
      assert.equal(now.isEmpty, false);
      last = now;
    }
  });
});

test('a_program_that_comes_long_after_its_page_opens_the_storage', async () => {
  await inWorld({}, async (world) => {
    const page = await world.context.newPage();
    await page.route('**/app.wasm', async (route) => {
      await new Promise((done) => setTimeout(done, LATE_MS));
      await route.continue();
    });
    await page.goto(world.url);
    await ready(page);
    const saved = await createCompany(page, 'Sunzhou');
    assert.deepEqual([saved.isWriter, saved.saveState], [true, SAVED]);
  });
});

test('records_are_as_idbfs_reads_them', async () => {
  await inWorld({}, async (world) => {
    const page = await openWithScripts(world);
    await createCompany(page, 'Sunzhou');
    const isReserve = ({ key }) => key === '/zhitu-v1/reserve';
    let records = [];  // the reserve is laid after the save
    while (!records.some(isReserve)) records = await withDatabase(page, 'listRecords');
    const keys = new Set(records.map(({ key }) => key));
    assert.ok(keys.has('/zhitu-v1/st/EPOCH'));
    const [reserve] = records.splice(records.findIndex(isReserve), 1);
    assert.deepEqual([reserve.time, reserve.size], [undefined, 2 << 20]);  // IDBFS never reads it
    for (const { key, time, mode, size, isBytes } of records) {
      assert.ok(Number.isFinite(time), key);
      if (size >= 0) assert.deepEqual([mode, isBytes], [0o100666, true], key);
      else assert.equal(mode, 0o40777, key);
      const parent = key.slice(0, key.lastIndexOf('/'));
      assert.ok(parent === '/zhitu-v1' || keys.has(parent), `${key} has its folder`);
    }
    const times = records.map(({ time }) => time);
    assert.equal(new Set(times).size, times.length, 'every record has a time of its own');
  });
});

test('a_second_tab_reads_and_may_take_over', async () => {
  await inWorld({}, async (world) => {
    const first = await world.open();
    const { stateHash } = await createCompany(first, 'Sunzhou');
    const second = await world.open();
    const now = await settled(second);
    assert.deepEqual([now.isWriter, now.saveState], [false, READ_ONLY]);
    assert.equal(now.stateHash, stateHash);
    await press(second, 'button', '改在这里编辑');
    await second.waitForEvent('load');
    await ready(second);
    assert.equal((await settled(second)).isWriter, true);
    const old = await settled(first);
    assert.deepEqual([old.isWriter, old.saveState], [false, READ_ONLY]);
  });
});

test('a_save_under_a_foreign_epoch_changes_nothing', async () => {
  await inWorld({}, async (world) => {
    const page = await openWithScripts(world);
    await settled(page);
    await withDatabase(page, 'putForeignEpoch');
    const earlier = await withDatabase(page, 'listRecords');
    const now = await createCompany(page, 'Sunzhou');
    assert.deepEqual([now.isWriter, now.saveState], [false, READ_ONLY]);
    assert.deepEqual(await withDatabase(page, 'listRecords'), earlier);
  });
});

test('cleared_storage_is_told_and_nothing_is_written_over_it', async () => {
  await inWorld({}, async (world) => {
    const page = await openWithScripts(world);
    await createCompany(page, 'Sunzhou');
    const session = await world.context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin',
      { origin: new URL(world.url).origin, storageTypes: 'indexeddb' });
    await press(page, 'button', '中 / EN');  // the language is a setting, and saved
    await page.waitForTimeout(300);
    const now = await settled(page);
    assert.equal(now.saveState, FAILED);
    assert.equal(now.isEmpty, false);  // still in memory
    assert.deepEqual(await withDatabase(page, 'listRecords'), []);
  });
});

const FAULT = process.env.ZHITU_DIST_FAULT;
test('a_full_disk_is_told_and_retry_saves', async () => {
  assert.ok(FAULT && existsSync(FAULT), 'ZHITU_DIST_FAULT names the build whose save fails');
  await inWorld({ dist: FAULT }, async (world) => {
    const page = await world.open();
    const now = await createCompany(page, 'Sunzhou');
    assert.equal(now.saveState, FAILED);
    await press(page, 'button', '重试');
    await page.waitForTimeout(200);
    const later = await settled(page);
    assert.equal(later.saveState, SAVED);
    await world.killAndRestart();
    const again = await settled(await world.open());
    assert.equal(again.stateHash, later.stateHash);
  });
});

test('the_quota_of_the_browser_is_told_as_not_saved', async () => {
  await inWorld({}, async (world) => {
    // The limit counts only if it is there before the first byte is stored.
    const blank = await world.context.newPage();
    await blank.goto(`${world.url}licences.txt`);
    const session = await world.context.newCDPSession(blank);
    await session.send('Storage.overrideQuotaForOrigin', { origin: world.url, quotaSize: 20000 });
    const page = await world.open();
    await press(page, 'button', '打开演示公司');
    await page.waitForTimeout(1000);
    const now = await settled(page);
    assert.equal(now.saveState, FAILED);
    assert.equal(await find(page, 'button', '重试').count(), 1);
  });
});
