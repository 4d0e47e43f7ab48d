// Undo, redo and the look back, by pointer and keys in a real Chromium: what was done is on disk.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { launch, settled } from './browser.mjs';
import {
  appears, click, closeToasts, disappears, goTo, isSaved, main, openDemo, press, say, textIn, type,
  until,
} from './face.mjs';

const LOCALES = { zh: 'zh-CN', en: 'en-US' };

const stateHash = (page) => page.evaluate(() => globalThis.zhitu.stats().stateHash);
const button = (page, name) => page.getByRole('button', { name, exact: true });

async function openCourse(page, speak, title) {
  await goTo(page, speak, 'catalog');
  await press(page, 'link', title);
}

// Not yet taken by whom the demo begins as.
const COURSE = '算法与数据结构实战';

test('Ctrl+Z and Ctrl+Y take an enrolment back and bring it again; a kill keeps it', async () => {
  const speak = say('zh');
  const world = await launch({ locale: LOCALES.zh });
  try {
    let page = await world.open();
    await openDemo(page, speak);
    await openCourse(page, speak, COURSE);
    await press(page, 'button', speak('enroll'));
    await appears(button(page, speak('withdraw')));
    await page.keyboard.press('Control+z');
    await appears(button(page, speak('enroll')));
    await appears(textIn(page, speak('undone_enrolled', COURSE)));
    await page.keyboard.press('Control+y');
    await appears(button(page, speak('withdraw')));
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
    await appears(button(page, speak('withdraw')));
    await isSaved(page, speak);
    await settled(page);
    const hash = await stateHash(page);

    await world.killAndRestart();
    page = await world.open();
    await until('the same state', async () => await stateHash(page) === hash);
    await openCourse(page, speak, COURSE);
    await appears(button(page, speak('withdraw')));
    await page.keyboard.press('Control+z');  // another day: nothing to undo
    await appears(textIn(page, speak('undo_none')));
    assert.equal(await stateHash(page), hash);
    assert.deepEqual(world.problems, []);
  } finally {
    await world.close();
  }
});

test('in a text field Ctrl+Z belongs to the text', async () => {
  const speak = say('en');
  const world = await launch({ locale: LOCALES.en });
  try {
    const page = await world.open();
    await openDemo(page, speak);
    const enrol = main(page).getByRole('button', { name: speak('enroll'), exact: true });
    await click(page, enrol.first());
    await appears(button(page, speak('undo')));
    await settled(page);
    const hash = await stateHash(page);
    await type(page, speak('search_courses'), 'cloud');
    await page.keyboard.press('Control+z');
    await settled(page);
    const field = page.getByRole('textbox', { name: speak('search_courses') });
    assert.notEqual(await field.first().inputValue(), 'cloud');
    assert.equal(await stateHash(page), hash);
  } finally {
    await world.close();
  }
});

for (const language of ['zh', 'en']) {
  test(`the company is seen as of a day, and nothing changes then (${language})`, async () => {
    const speak = say(language);
    const world = await launch({ locale: LOCALES[language] });
    try {
      const page = await world.open();
      await openDemo(page, speak);
      await settled(page);
      const hash = await stateHash(page);
      await press(page, 'button', speak('history'));
      await appears(textIn(page, speak('undo_none')));
      await press(page, 'button', speak('day_before'));
      await press(page, 'button', speak('past_go'));
      const back = button(page, speak('past_today'));
      await appears(back);
      // The demo was opened today: the day before knew nothing, and the page leads to the first.
      const first = main(page).getByRole('button');
      await appears(first);
      await page.keyboard.press('Control+z');
      await closeToasts(page, speak);
      await press(page, 'button', speak('past_today'));
      await disappears(back);
      await appears(button(page, speak('enroll')));
      assert.equal(await stateHash(page), hash);
      assert.deepEqual(world.problems, []);
    } finally {
      await world.close();
    }
  });
}
