// Rows that need the page in Chromium.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { press, settle, stats, waitForText, withBrowser } from './browser.mjs';
import { courseFile } from './courses.mjs';
import { sizesByPart } from './files.mjs';
import { durabilityScript, pouchRows } from './pouch_rows.mjs';
import { median, row } from './table.mjs';

const PAYLOAD_KB_MAX = 450;
const FONT_PARTS = ['Inter', 'icons', 'hanzi'];  // on lines of their own
const START_MS_MAX = 700;
const FRAME_MS_MAX = 1;
const SAVE_MS_MAX = 3;
const STARTS = 10;
const IDLE_SECONDS = 5;
const TOASTS_GONE_MS = 12000;  // notices go by themselves; until then the page is not idle
const COURSES = 10000;
const SCROLLS = 120;           // as many frames as the page keeps
const SAVES = 20;

// ---------------------------------------------------------------- payload

// Files asked for before the first interactive frame, as the browser itself lists them. The icon of
// the tab is fetched by a browser with a window only, so it is taken from the page.
async function firstFiles(page) {
  const urls = await page.evaluate(() => {
    const first = window.zhitu.stats().firstInteractiveMs;
    const fetched = performance.getEntriesByType('resource')
      .filter((entry) => entry.startTime < first).map((entry) => entry.name);
    const icon = document.querySelector('link[rel=icon]');
    return icon ? [...fetched, icon.href] : fetched;
  });
  const paths = urls.map((url) => decodeURIComponent(new URL(url).pathname).slice(1));
  return [...new Set(['index.html', ...paths])];
}

const LATER = ['worker.js', 'job_runner.js', 'worker-core.js', 'worker-core.wasm', 'demo.json'];

export async function payloadRows(context) {
  const paths = await withBrowser(context, async ({ newPage }) => {
    const { page } = await newPage();
    return firstFiles(page);
  });
  const { dist } = context;
  const sizes = sizesByPart(dist, paths);
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const fonts = FONT_PARTS.reduce((sum, part) => sum + (sizes[part] ?? 0), 0);
  const rows = [
    row('page', 'fetched before the first interactive frame, fonts and icons apart', 'kB',
      total - fonts, { target: PAYLOAD_KB_MAX, note: 'brotli -q 11' }),
    row('page', 'the same with fonts and icons', 'kB', total,
      { note: `${paths.length} files, brotli -q 11` }),
  ];
  for (const [part, size] of Object.entries(sizes)) {
    if (size > 0) rows.push(row('page', `before the first frame: ${part}`, 'kB', size));
  }
  const later = LATER.filter((path) => !paths.includes(path) && existsSync(join(dist, path)));
  for (const path of later) {
    const size = Object.values(sizesByPart(dist, [path])).reduce((sum, one) => sum + one, 0);
    rows.push(row('page', `later: ${path}`, 'kB', size, { where: 'Node' }));
  }
  return rows;
}

// ---------------------------------------------------------------- start and rest

export async function startRows(context) {
  const times = await withBrowser(context, async ({ newPage }) => {
    const list = [];
    for (let run = 0; run < STARTS; run++) {
      const { page, close } = await newPage();
      list.push((await stats(page)).firstInteractiveMs);
      await close();
    }
    return list;
  });
  const note = `median of ${STARTS}, empty profile each; best ${Math.round(Math.min(...times))}`;
  return [row('page', 'first interactive frame', 'ms', median(times),
    { target: START_MS_MAX, note })];
}

async function openDemo(page, word) {
  await press(page, word('door_demo_go'));
  await waitForText(page, word('today'));
}

export async function idleRows(context) {
  return withBrowser(context, async ({ newPage, word }) => {
    const { page } = await newPage();
    await openDemo(page, word);
    await page.waitForTimeout(TOASTS_GONE_MS);
    await settle(page);
    const before = await page.evaluate(() => window.bench.frames);
    await page.waitForTimeout(IDLE_SECONDS * 1000);
    const frames = await page.evaluate(() => window.bench.frames) - before;
    return [row('page', `animation frames in ${IDLE_SECONDS} idle seconds`, 'frames', frames,
      { target: 0, note: 'demo company open' })];
  });
}

// ---------------------------------------------------------------- frames

async function openManyCourses(page, word) {
  const file = { name: 'courses.csv', mimeType: 'text/csv',
    buffer: Buffer.from(courseFile(COURSES)) };
  await page.locator('#picker').setInputFiles(file);
  await press(page, word('apply'));
  await settle(page);
  await press(page, word('catalog'));
  await settle(page);
}

export async function frameRows(context) {
  return withBrowser(context, async ({ newPage, word }) => {
    const { page } = await newPage();
    await openManyCourses(page, word);
    await page.mouse.move(640, 500);
    for (let scroll = 0; scroll < SCROLLS; scroll++) {
      await page.mouse.wheel(0, 120);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
    const { frameCpuMs, frames } = await stats(page);
    if (frameCpuMs.length < SCROLLS) throw new Error(`only ${frames} frames were drawn`);
    return [row('ui', 'frame CPU, scrolling 10,000 courses, p50', 'ms', median(frameCpuMs),
      { target: FRAME_MS_MAX, note: `${frameCpuMs.length} frames, software GL` })];
  });
}

// ---------------------------------------------------------------- saving

// Enrols and takes it back, in turn. Where the page has no Withdraw, the notice offers Undo, which
// is one op too. The button appears when the wish before is in the state.
async function saveOften(page, word) {
  for (let save = 0; save < SAVES; save++) {
    const known = await page.evaluate(() => window.bench.savesMs.length);
    if (save % 2 === 0) await press(page, word('enroll'));
    else await press(page, word('withdraw'), word('undo'));
    await page.waitForFunction((count) => window.bench.savesMs.length > count, known);
    await settle(page);
  }
}

// Milliseconds of each save in a page of its own.
async function saveTimes({ newPage, word }, script) {
  const { page, close } = await newPage(script);
  await openDemo(page, word);
  await settle(page);
  await page.evaluate(() => { window.bench.savesMs.length = 0; });
  await saveOften(page, word);
  const times = await page.evaluate(() => window.bench.savesMs);
  await close();
  return times;
}

export async function saveRows(context) {
  return withBrowser(context, async (world) => {
    const times = await saveTimes(world);
    const ours = (durability) => saveTimes(world, durabilityScript(durability));
    return [row('vault', 'save of one op, p50', 'ms', median(times),
      { target: SAVE_MS_MAX, note: `${times.length} saves, from asking IndexedDB to its answer` }),
    ...await pouchRows(world.browser, world.url, ours)];
  });
}
