// One Chromium with the built page in it, and the few things a bench does there. Things are found
// by role and name in the mirror; names are read from the word list, so they follow the face.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serve } from '../serve.mjs';
import { requireDist } from './files.mjs';

const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update', '--use-gl=angle',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const PATIENCE_MS = 60000;

// Runs before the page's own scripts. Frames are counted at the browser's door, not by the page's
// own count; a save lasts from the opening of its transaction to the answer that it is on disk, a
// job from its message to the worker until the result is back.
const SPIES = `
  window.bench = { frames: 0, savesMs: [], jobsMs: [], pickedAt: 0 };
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) => ask((time) => { window.bench.frames++; draw(time); });
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function(stores, mode, options) {
    const begin = performance.now();
    const transaction = open.call(this, stores, mode, options);
    if (mode === 'readwrite') {
      transaction.addEventListener('complete',
        () => window.bench.savesMs.push(performance.now() - begin));
    }
    return transaction;
  };
  window.addEventListener('change', ({ target }) => {
    if (target.id === 'picker') window.bench.pickedAt = performance.now();
  }, { capture: true });
  window.Worker = class extends window.Worker {
    postMessage(...message) {
      const begin = performance.now();
      this.addEventListener('message', ({ data }) => {
        if (data.bytes !== undefined) window.bench.jobsMs.push(performance.now() - begin);
      });
      super.postMessage(...message);
    }
  };
`;

function playwright() {
  const folder = process.env.ZHITU_NPM;
  if (!folder) throw new Error('playwright-core is not there; tools/setup fetches it');
  return createRequire(join(folder, 'bench.cjs'))('playwright-core');
}

// The English of a word in src/ui/words.inc.
export function wordOf(text, name) {
  const found = new RegExp(`ZT_WORD\\(${name}, "[^"]*", "([^"]*)"\\)`).exec(text);
  if (!found) throw new Error(`src/ui/words.inc has no word '${name}'`);
  return found[1];
}

// Calls work({ newPage, word, dist, browser, url }) with a browser that is closed afterwards.
export async function withBrowser({ clone, dist }, work) {
  requireDist(dist);
  const executablePath = process.env.ZHITU_CHROMIUM;
  if (!executablePath || !existsSync(executablePath)) throw new Error('there is no Chromium');
  const server = await serve({ folder: dist });
  const browser = await playwright().chromium.launch({ executablePath, args: FLAGS });
  const words = readFileSync(join(clone, 'src/ui/words.inc'), 'utf8');
  try {
    return await work({
      dist,
      word: (name) => wordOf(words, name),
      browser,
      url: server.url,
      newPage: (script) => openPage(browser, server.url, script),
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

// A profile of its own, empty, with the page in it after its first interactive frame. `script` runs
// before the page's own.
async function openPage(browser, url, script) {
  const context = await browser.newContext({ locale: 'en-US',
    viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE_MS);
  if (script) await context.addInitScript(script);
  await context.addInitScript(SPIES);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.zhitu?.stats().firstInteractiveMs > 0);
  return { page, browser, close: () => context.close() };
}

export const stats = (page) => page.evaluate(() => window.zhitu.stats());

// Presses the first button or link of one of these names, as a screen reader would.
export async function press(page, ...names) {
  const mirror = page.locator('#mirror');
  const found = names.flatMap((name) => ['button', 'link'].map((role) =>
    mirror.getByRole(role, { name, exact: true })));
  const item = found.reduce((all, one) => all.or(one)).first();
  await item.waitFor({ state: 'attached' });
  await item.dispatchEvent('click');
}

export async function waitForText(page, text) {
  await page.locator('#mirror').getByText(text).first().waitFor({ state: 'attached' });
}

// No frame for half a second: everything that wanted to be drawn is drawn.
export async function settle(page) {
  let before = -1;
  for (let waited = 0; waited < PATIENCE_MS; waited += 500) {
    const now = await page.evaluate(() => window.bench.frames);
    if (now === before) return;
    before = now;
    await page.waitForTimeout(500);
  }
  throw new Error('the page never came to rest');
}
