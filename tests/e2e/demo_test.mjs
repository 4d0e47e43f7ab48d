// The demo, through real pointer events: enrol, the browser dies, it is still there.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { launch } from './browser.mjs';
import {
  appears, click, closeToasts, disappears, goTo, isSaved, main, openDemo, press, say, until,
} from './face.mjs';

const LOCALES = { zh: 'zh-CN', en: 'en-US' };

const stateHash = (page) => page.evaluate(() => globalThis.zhitu.stats().stateHash);

// The heading of the first recommendation and its Enrol button.
async function enrolFirst(page, speak) {
  const enrol = main(page).getByRole('button', { name: speak('enroll'), exact: true });
  const before = await enrol.count();
  assert.ok(before > 0, 'a recommendation can be taken');
  await click(page, enrol.first());
  await appears(page.getByRole('button', { name: speak('undo'), exact: true }));
}

async function reopened(world) {
  await world.killAndRestart();
  return world.open();
}

for (const [language, scale] of [['zh', 1], ['en', 1.5]]) {
  test(`enrolling outlasts the browser (${language}, pixel ratio ${scale})`, async () => {
    const speak = say(language);
    const world = await launch({ locale: LOCALES[language], scale });
    try {
      let page = await world.open();
      await openDemo(page, speak);
      const empty = await stateHash(page);
      await enrolFirst(page, speak);
      await isSaved(page, speak);
      const enrolled = await stateHash(page);
      assert.notEqual(enrolled, empty);

      page = await reopened(world);
      await until('the same state', async () => await stateHash(page) === enrolled);
      await isSaved(page, speak);
      assert.deepEqual(world.problems, []);
    } finally {
      await world.close();
    }
  });
}

test('withdrawing and undoing go all the way to the disk and back', async () => {
  const speak = say('zh');
  const world = await launch({ locale: LOCALES.zh });
  try {
    let page = await world.open();
    await openDemo(page, speak);
    await goTo(page, speak, 'catalog');
    await press(page, 'link', '算法与数据结构实战');
    await press(page, 'button', speak('enroll'));
    await appears(page.getByRole('button', { name: speak('withdraw'), exact: true }));
    await closeToasts(page, speak);
    await press(page, 'button', speak('withdraw'));
    await appears(page.getByRole('button', { name: speak('enroll'), exact: true }));
    await press(page, 'button', speak('undo'));
    await appears(page.getByRole('button', { name: speak('withdraw'), exact: true }));
    await isSaved(page, speak);

    page = await reopened(world);
    await goTo(page, speak, 'catalog');
    await press(page, 'link', '算法与数据结构实战');
    await appears(page.getByRole('button', { name: speak('withdraw'), exact: true }));
    await disappears(page.getByRole('button', { name: speak('enroll'), exact: true }));
  } finally {
    await world.close();
  }
});

test('the catalog keeps the view of the source: score at least half, best first', async () => {
  const speak = say('zh');
  const world = await launch({ locale: LOCALES.zh });
  try {
    const page = await world.open();
    await openDemo(page, speak);
    await goTo(page, speak, 'catalog');
    await press(page, 'checkbox', speak('source_view'));
    const titles = () => main(page).getByRole('row').getByRole('link').allTextContents();
    const wanted = ['容器技术实战', '分布式架构入门', '云计算平台深度学习', '微服务架构进阶',
      '容器编排与部署'];
    await until('the view in order', async () =>
      JSON.stringify(await titles()) === JSON.stringify(wanted));
  } finally {
    await world.close();
  }
});
