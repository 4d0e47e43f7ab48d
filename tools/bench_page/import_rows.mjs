// Rows about files on their way in, and pages over what came in.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { press, settle, stats, withBrowser } from './browser.mjs';
import { courseFile } from './courses.mjs';
import { rosterFile } from './roster.mjs';
import { median, row } from './table.mjs';
import { longestTask, TRACE_CATEGORIES } from './trace.mjs';

const PREVIEW_MS_MAX = 1500;
const TASK_MS_MAX = 16;
const CONTENT_MS_MAX = 200;
const RUNS = 5;  // a fresh profile each; ten of these would take minutes
const FILES = [
  { name: '20,000 people', file: 'people.csv', make: () => rosterFile(20000) },
  { name: '5,000 courses', file: 'courses.csv', make: () => courseFile(5000) },
];
const COMPANY = { people: 5000, courses: 500 };

// Real files: bytes handed over by the driver would be unpacked on the page's main thread.
async function inFiles(texts, work) {
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-bench-'));
  try {
    const paths = Object.entries(texts).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    return await work(paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// ---------------------------------------------------------------- preview

// From the browser's own change event to Apply in the mirror.
async function previewOnce({ newPage, word }, paths) {
  const { page, browser, close } = await newPage();
  await settle(page);
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  await page.locator('#picker').setInputFiles(paths);
  const shown = await page.waitForFunction((apply) => {
    const buttons = [...document.querySelectorAll('#mirror [role=button]')];
    const isThere = buttons.some((button) =>
      (button.getAttribute('aria-label') ?? button.textContent) === apply);
    return isThere ? performance.now() - window.bench.pickedAt : 0;
  }, word('apply'), { polling: 'raf' });
  const trace = JSON.parse(await browser.stopTracing());
  const run = {
    preview: await shown.jsonValue(),
    worker: (await page.evaluate(() => window.bench.jobsMs)).at(-1),
    task: longestTask(trace.traceEvents),
    frame: Math.max(...(await stats(page)).frameCpuMs),
  };
  await close();
  return run;
}

async function previewOf(world, { name, file, make }) {
  const runs = [];
  await inFiles({ [file]: make() }, async (paths) => {
    for (let run = 0; run < RUNS; run++) runs.push(await previewOnce(world, paths));
  });
  const all = (what) => runs.map((run) => run[what]);
  const worst = (what) => Math.max(...all(what));
  const note = `median of ${RUNS}, empty profile each, worst `;
  return [
    row('import', `${name} to preview`, 'ms', median(all('preview')), { target: PREVIEW_MS_MAX,
      note: `${note}${Math.round(worst('preview'))}; from choosing to Apply in the mirror` }),
    row('import', `${name} in the worker`, 'ms', median(all('worker')),
      { note: `${note}${Math.round(worst('worker'))}; its start and compilation too` }),
    row('import', `${name}, longest main-thread task, frames apart`, 'ms', worst('task'),
      { target: TASK_MS_MAX, note: `worst of ${RUNS}, thread time in the browser's trace` }),
    row('import', `${name}, longest frame`, 'ms', worst('frame'),
      { note: `worst of ${RUNS}, wall time, software GL and its waiting included` }),
  ];
}

// ---------------------------------------------------------------- undo, and a file of our own

const traced = async ({ page, browser }, work) => {
  await settle(page);
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  await work();
  await settle(page);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  return { task: longestTask(traceEvents), all: longestTask(traceEvents, true) };
};

// What is undone and exported is read again by another profile.
async function undoAndExchange(world) {
  const opened = await world.newPage();
  const { page } = opened;
  const { word } = world;
  await inFiles({ 'people.csv': rosterFile(20000) }, async (paths) => {
    await page.locator('#picker').setInputFiles(paths);
    await page.waitForFunction(() => window.bench.jobsMs.length > 0);
  });
  await press(page, word('apply'));
  await settle(page);
  const download = page.waitForEvent('download');
  await press(page, word('export_go'));
  const file = await (await download).path();
  const other = await world.newPage();
  const reading = await traced(other, async () => {
    await other.page.locator('#picker').setInputFiles([file]);
    await other.page.waitForFunction(() => window.bench.jobsMs.length > 0);
  });
  const merging = await traced(other, () => press(other.page, word('apply')));
  await other.close();
  await opened.close();
  const fresh = await world.newPage();
  await inFiles({ 'people.csv': rosterFile(20000) }, async (paths) => {
    await fresh.page.locator('#picker').setInputFiles(paths);
    await fresh.page.waitForFunction(() => window.bench.jobsMs.length > 0);
  });
  await press(fresh.page, word('apply'));
  const undoing = await traced(fresh, () => press(fresh.page, word('undo')));
  await fresh.close();
  return { undoing, reading, merging };
}

function taskRows(name, { task, all }) {
  return [
    row('import', `${name}, longest main-thread task, frames apart`, 'ms', task,
      { target: TASK_MS_MAX, note: "thread time in the browser's trace" }),
    row('import', `${name}, longest main-thread task`, 'ms', all,
      { note: 'frames with software GL too' }),
  ];
}

export async function previewRows(context) {
  return withBrowser(context, async (world) => {
    const rows = [];
    for (const file of FILES) rows.push(...await previewOf(world, file));
    const { undoing, reading, merging } = await undoAndExchange(world);
    rows.push(...taskRows('undo of 20,000 people', undoing));
    rows.push(...taskRows('exchange file of 20,000 people to preview', reading));
    rows.push(...taskRows('exchange file of 20,000 people, merging', merging));
    return rows;
  });
}

// ---------------------------------------------------------------- pages

async function openCompany(page, word) {
  const texts = { 'people.csv': rosterFile(COMPANY.people),
    'courses.csv': courseFile(COMPANY.courses) };
  await inFiles(texts, async (paths) => {
    await page.locator('#picker').setInputFiles(paths);
    await page.waitForFunction(() => window.bench.jobsMs.length > 0);  // it was read
  });
  await press(page, word('apply'));
  await settle(page);
}

// From the click on a link of the navigation to its page's heading and the first frame after it.
// All within the page: no way to and from the driver is in the figure.
function timePages(page) {
  return page.evaluate(async () => {
    const name = (element) => element.getAttribute('aria-label') ?? element.textContent;
    const links = () => [...document.querySelectorAll('#mirror [role=navigation] [role=link]')];
    const heading = () =>
      name(document.querySelector('#mirror [role=main] [role=heading]') ?? document.body);
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const times = [];
    const count = links().length;
    for (let at = 1; at <= count; at++) {
      const link = links()[at % count];
      const before = heading();
      const begin = performance.now();
      link.click();
      while (heading() === before && performance.now() - begin < 10000) await frame();
      times.push({ page: name(link), ms: performance.now() - begin });
    }
    return times;
  });
}

export async function contentRows(context) {
  return withBrowser(context, async ({ newPage, word }) => {
    const { page } = await newPage();
    await openCompany(page, word);
    const times = await timePages(page);
    const slowest = times.reduce((a, b) => (b.ms > a.ms ? b : a));
    const note = times.map((one) => `${one.page} ${Math.round(one.ms)}`).join(', ');
    return [row('page', 'slowest page to content', 'ms', slowest.ms, { target: CONTENT_MS_MAX,
      note: `${COMPANY.people} people, ${COMPANY.courses} courses: ${note}` })];
  });
}
