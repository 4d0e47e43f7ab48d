// The named peer of saving: PouchDB's put beside our save, in the same Chromium, one run.
//
// PouchDB leaves durability to the browser, which means relaxed: the answer comes before the disk
// has it. We ask for strict. So both are measured both ways, and a ratio is of equal durability.
// Ours lasts from opening the transaction to its answer; a put, from its call to its promise.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, row } from './table.mjs';

const DOCUMENTS = 100_000;
const BATCH = 10_000;
const PUTS = 40;
const DURABILITIES = ['strict', 'relaxed'];

// Runs before a page's scripts: every transaction that writes gets the same durability.
export const durabilityScript = (durability) => `{
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const asked = mode === 'readwrite' ? { ...options, durability: '${durability}' } : options;
    return open.call(this, stores, mode, asked);
  };
}`;

// Runs in the page, where PouchDB is loaded. A document is as large as a change of ours.
async function putOften({ documents, batch, puts }) {
  const database = new globalThis.PouchDB(`bench-${performance.now()}`, { auto_compaction: false });
  const document = (index) => ({ _id: String(index).padStart(8, '0'), kind: 'evt',
    learner: `p${index % 5000}`, course: `c${index % 500}`, note: 'x'.repeat(160) });
  for (let from = 0; from < documents; from += batch) {
    await database.bulkDocs(Array.from({ length: batch }, (_, index) => document(from + index)));
  }
  const times = [];
  for (let put = 0; put < puts; put++) {
    const begin = performance.now();
    await database.put(document(documents + put));
    times.push(performance.now() - begin);
  }
  await database.destroy();
  return times;
}

async function timesOfPouch(browser, url, durability) {
  const context = await browser.newContext();
  try {
    await context.addInitScript(durabilityScript(durability));
    const page = await context.newPage();
    await page.route('**/pouch', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>PouchDB</title>' }));
    await page.goto(new URL('/pouch', url).href);
    const script = join(process.env.ZHITU_NPM, 'pouchdb/dist/pouchdb.min.js');
    await page.addScriptTag({ content: readFileSync(script, 'utf8') });
    return await page.evaluate(putOften, { documents: DOCUMENTS, batch: BATCH, puts: PUTS });
  } finally {
    await context.close();
  }
}

// `ours(durability)`: the times of our saves, ms, in the same browser.
export async function pouchRows(browser, url, ours) {
  const rows = [];
  for (const durability of DURABILITIES) {
    const theirs = median(await timesOfPouch(browser, url, durability));
    const own = median(await ours(durability));
    rows.push(
      row('vault', `save of one op, ${durability}, p50`, 'ms', own),
      row('vault', `PouchDB put with ${DOCUMENTS} documents, ${durability}, p50`, 'ms', theirs,
        { note: `${PUTS} puts, documents loaded by bulkDocs` }),
      row('vault', `save by PouchDB put, ${durability}`, 'x', own / theirs,
        { target: 1, note: 'one run in one browser' }),
    );
  }
  return rows;
}
