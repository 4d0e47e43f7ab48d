// Start, payload, idling, sizes: what the page is before anybody has done anything.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { find, launch, press, ready, settled, stats } from './browser.mjs';

const PAYLOAD_MAX = 450000;  // bytes, brotli, fonts and worker not counted
const FIRST_FRAME_MS_MAX = 4000;  // two shared cores and no GPU: only a stall is caught here
const IDLE_MS = 5000;

let world;
before(async () => { world = await launch(); });
after(() => world.close());

test('what_is_fetched_before_the_first_frame_is_small', async () => {
  const page = await world.open();
  const urls = await page.evaluate(() => performance.getEntriesByType('resource')
    .map((entry) => new URL(entry.name).pathname.slice(1)));
  const sizes = JSON.parse(readFileSync(join(process.env.ZHITU_DIST, 'sizes.json'), 'utf8')).files;
  const names = ['index.html', ...new Set(urls)];
  const counted = names.filter((name) => !name.startsWith('fonts/') && !name.endsWith('.svg'));
  const sum = counted.reduce((total, name) => total + sizes[name].brotli, 0);
  assert.ok(sum <= PAYLOAD_MAX, `${sum} bytes`);
  assert.ok(!names.some((name) => name.startsWith('worker') || name === 'demo.json'), 'lazy parts');
  for (const name of names) assert.ok(existsSync(join(process.env.ZHITU_DIST, `${name}.br`)), name);
  await page.close();
});

test('the_first_frame_comes_soon_and_without_complaints', async () => {
  const page = await world.open();
  await page.waitForFunction(() => globalThis.zhitu.stats().isWriter);
  const { firstInteractiveMs } = await settled(page);
  assert.ok(firstInteractiveMs < FIRST_FRAME_MS_MAX, `${firstInteractiveMs} ms`);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  assert.deepEqual(world.problems, []);  // CSP violations come as console errors
  await page.close();
});

test('nothing_runs_while_nobody_does_anything', async () => {
  const page = await world.open();
  const earlier = await settled(page);
  await page.waitForTimeout(IDLE_MS);
  assert.equal((await stats(page)).rafCallbacks, earlier.rafCallbacks);
  await page.close();
});

test('equal_frames_are_not_painted_again', async () => {
  const page = await world.open();
  await page.mouse.move(5, 5);
  const earlier = await settled(page);
  await page.evaluate(() => globalThis.zhitu.wake(10));
  const later = await settled(page);
  assert.ok(later.frames >= earlier.frames + 10);
  assert.equal(later.painted, earlier.painted);
  await page.close();
});

test('a_lost_context_comes_back_with_the_same_picture', async () => {
  const page = await world.open();
  await settled(page);
  const earlier = await page.screenshot();
  await page.evaluate(() => {
    const gl = document.getElementById('canvas').getContext('webgl2');
    globalThis.extension = gl.getExtension('WEBGL_lose_context');
    globalThis.extension.loseContext();
  });
  await settled(page);
  await page.evaluate(() => globalThis.extension.restoreContext());
  await page.waitForTimeout(300);
  await settled(page);
  assert.deepEqual(await page.screenshot(), earlier);
  await page.close();
});

test('without_webgl2_a_sentence_says_so', async () => {
  const page = await world.context.newPage();
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function getContext(kind, ...more) {
      return kind === 'webgl2' ? null : original.call(this, kind, ...more);
    };
  });
  await page.goto(world.url);
  await page.getByText('has no WebGL2').waitFor();
  await page.getByText('没有 WebGL2').waitFor();
  await page.close();
});

test('the_system_theme_is_followed', async () => {
  const page = await world.open();
  await settled(page);
  const light = await page.screenshot();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForTimeout(100);
  await settled(page);
  assert.notDeepEqual(await page.screenshot(), light);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForTimeout(100);
  await settled(page);
  assert.deepEqual(await page.screenshot(), light);
  await page.close();
});

// A browser of its own, whose page finds no workers; what is done there stays there.
async function withoutWorkers(work) {
  const other = await launch();
  try {
    await other.context.addInitScript(() => {
      globalThis.Worker = class {
        constructor() {
          throw new Error('no workers here');
        }
      };
    });
    const page = await other.open();
    await work(page, () => page.evaluate(() => performance.getEntriesByType('resource')
      .map((entry) => new URL(entry.name).pathname)));
    assert.deepEqual(other.problems, []);
  } finally {
    await other.close();
  }
}

async function chooseRoster(page, count) {
  const waits = page.waitForEvent('filechooser');
  await press(page, 'button', '选择文件');
  const rows = Array.from({ length: count }, (_, index) => `p${index},Person ${index}\n`);
  await (await waits).setFiles([{ name: 'roster.csv', mimeType: 'text/csv',
    buffer: Buffer.from(`login,name\n${rows.join('')}`) }]);
}

test('without_workers_files_are_read_between_frames', () => withoutWorkers(async (page, paths) => {
  assert.ok(!(await paths()).includes('/page_worker.js'), 'it comes when it is needed');
  await chooseRoster(page, 3000);
  await find(page, 'button', '确认导入').waitFor({ state: 'attached' });
  assert.ok((await paths()).includes('/page_worker.js'), 'the page works by itself');
  await press(page, 'button', '确认导入');
  await page.waitForFunction(() => !globalThis.zhitu.stats().isEmpty);
}));

test('without_workers_reading_is_cancelled_and_begun_anew', () => withoutWorkers(async (page) => {
  await chooseRoster(page, 60000);
  await page.getByRole('progressbar').first().waitFor({ state: 'attached' });
  await press(page, 'button', '取消');
  await find(page, 'button', '选择文件').first().waitFor({ state: 'attached' });
  const { frames } = await settled(page);
  await page.waitForTimeout(500);
  assert.equal((await stats(page)).frames, frames, 'nobody reports any more');
  await chooseRoster(page, 30);
  await page.getByRole('row').filter({ hasText: '30' }).first().waitFor({ state: 'attached' });
  await find(page, 'button', '确认导入').waitFor({ state: 'attached' });
}));

for (const scale of [1, 1.25, 1.5, 2]) {
  test(`the_canvas_has_one_pixel_a_device_pixel_at_${scale}`, async () => {
    const other = await launch({ scale, size: [1001, 701] });
    try {
      const page = await other.open();
      await settled(page);
      const [wide, high] = await page.evaluate(() => {
        const { width, height } = document.getElementById('canvas');
        return [width, height];
      });
      assert.ok(Math.abs(wide - 1001 * scale) <= 1, `${wide}`);
      assert.ok(Math.abs(high - 701 * scale) <= 1, `${high}`);
      await press(page, 'button', '新建公司');  // the mouse hits where the mirror says
      await settled(page);
      await page.setViewportSize({ width: 800, height: 600 });
      await page.waitForTimeout(100);
      await settled(page);
      const later = await page.evaluate(() => document.getElementById('canvas').width);
      assert.ok(Math.abs(later - 800 * scale) <= 1, `${later}`);
    } finally {
      await other.close();
    }
  });
}
