// A real Chromium on a page served from $ZHITU_DIST, and finding things in it by role and name.
//
//   const world = await launch();            // own profile, own server, own port
//   const page = await world.open();         // first interactive frame is there
//   await press(page, 'button', '保存');      // a real pointer click through the canvas
//   await world.close();

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../tools/serve.mjs';

const FLAGS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
];

// The driver lives with set-up's downloads, not in the clone.
export function loadPlaywright() {
  const require = createRequire(join(process.env.ZHITU_NPM, 'playwright-core', 'package.json'));
  return require('playwright-core');
}

// options: dist, locale, size [w, h], scale, profile (a folder that is kept), dark
export async function launch(options = {}) {
  const folder = options.dist ?? process.env.ZHITU_DIST;
  if (!folder) throw new Error('ZHITU_DIST names the folder that the page was built into');
  const server = await serve({ folder, port: 0 });
  const url = server.url.replace(/\/?$/, '/');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'zhitu-e2e-'));
  const [width, height] = options.size ?? [1280, 800];
  const { chromium } = loadPlaywright();
  const start = () => chromium.launchPersistentContext(profile, {
    executablePath: process.env.ZHITU_CHROMIUM, args: FLAGS, locale: options.locale ?? 'zh-CN',
    viewport: { width, height }, deviceScaleFactor: options.scale ?? 1,
    colorScheme: options.dark ? 'dark' : 'light', acceptDownloads: true,
  });
  const world = {
    url,
    context: await start(),
    problems: [],  // console errors and uncaught exceptions of all pages
    async open(path = '') {
      const page = await world.context.newPage();
      page.on('console', (message) => message.type() === 'error' &&
        world.problems.push(message.text()));
      page.on('pageerror', (error) => world.problems.push(String(error)));
      await page.goto(url + path);
      await ready(page);
      return page;
    },
    // As the power button does it: no unload, no last words. Then a new
    // browser on the same profile.
    async killAndRestart() {
      const gone = new Promise((done) => world.context.once('close', done));
      killProfile(profile);
      await gone;
      world.context = await start();
    },
    async close() {
      await world.context.close();
      await server.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return world;
}

// Every process of the browser on this profile, and of no other.
function killProfile(profile) {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      if (command.includes(`--user-data-dir=${profile}`)) process.kill(Number(id), 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }
}

// The first interactive frame was drawn.
export async function ready(page) {
  await page.waitForFunction(() => globalThis.zhitu?.stats().firstInteractiveMs > 0);
}

export const stats = (page) => page.evaluate(() => globalThis.zhitu.stats());

const QUIET_MS = 40;  // long enough for an answer of the worker or of the storage to wake the page

// Nothing is drawn, saved or summed any more.
export async function settled(page) {
  for (let frames = -1; ;) {
    await page.waitForFunction(() => {
      const { isAsleep, isWorking, saveState } = globalThis.zhitu.stats();
      return isAsleep && !isWorking && saveState !== 1;
    });
    const now = await stats(page);
    if (now.frames === frames) return now;
    frames = now.frames;
    await page.waitForTimeout(QUIET_MS);
  }
}

export const find = (page, role, name) => page.getByRole(role, { name, exact: true });

// A real pointer click at the middle of the mirrored box: through canvas, SDL and ImGui.
export async function press(page, role, name) {
  await find(page, role, name).click({ force: true });
}

// As a screen reader does it: a click event on the mirror's node.
export async function activate(page, role, name) {
  await find(page, role, name).dispatchEvent('click');
}
