// The mirror says what the canvas shows: the words of the chosen language, a name for everything
// that can be pressed, and boxes where the items are.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { find, launch } from './browser.mjs';
import {
  WORDS, appears, isChinese, openDemo, press, readMirror, say, until,
} from './face.mjs';

const PAGES = ['today', 'catalog', 'my_skills', 'team', 'lab', 'data_privacy'];

async function goBySide(page, speak, word) {
  const before = page.url();
  await press(page, 'link', speak(word));
  if (word !== 'today') await until(`${word} to open`, async () => page.url() !== before);
}
const INTERACTIVE = ['button', 'link', 'checkbox', 'radio', 'textbox', 'combobox', 'input'];

const plainWords = (language) => new Set(Object.values(WORDS)
  .map((word) => word[language]).filter((text) => !text.includes('{') && text.length > 3));

async function readPages(page, speak) {
  const texts = [];
  let nameless = 0;
  let interactive = 0;
  for (const word of PAGES) {
    await goBySide(page, speak, word);
    const nodes = await readMirror(page);
    texts.push(...nodes.map((node) => node.label || node.text).filter(Boolean));
    const pressable = nodes.filter((node) => INTERACTIVE.includes(node.role));
    interactive += pressable.length;
    nameless += pressable.filter((node) => !node.label && !node.text).length;
  }
  return { texts, nameless, interactive };
}

for (const [language, locale] of [['zh', 'zh-CN'], ['en', 'en-US']]) {
  test(`pages speak ${language} from the string tables, and everything has a name`, async () => {
    const speak = say(language);
    const world = await launch({ locale });
    try {
      const page = await world.open();
      await openDemo(page, speak);
      const seen = await readPages(page, speak);
      const own = plainWords(language);
      const both = Object.values(WORDS).filter((word) => word.zh === word.en).map(({ zh }) => zh);
      const foreign = plainWords(language === 'zh' ? 'en' : 'zh');
      const strangers = seen.texts.filter((text) =>
        foreign.has(text) && !own.has(text) && !both.includes(text) &&
        text !== speak('switch_language'));
      assert.deepEqual([...new Set(strangers)], []);
      assert.ok(seen.texts.filter((text) => own.has(text)).length > 40);
      if (language === 'en') {
        const chinese = seen.texts.filter((text) => isChinese(text) && text !== '中文' &&
          text !== speak('language_label') && text !== speak('product_latin'));
        assert.deepEqual([...new Set(chinese)], [], 'English pages of the demo hold no Chinese');
      }
      assert.ok(seen.interactive > 0);
      assert.equal(seen.nameless, 0);
    } finally {
      await world.close();
    }
  });
}

test('a mirror node that is moved by 40 px no longer finds its item', async () => {
  const speak = say('zh');
  const world = await launch({ locale: 'zh-CN' });
  try {
    const page = await world.open();
    await openDemo(page, speak);
    const link = find(page, 'link', speak('catalog'));
    const press = async (shift) => {
      const box = await link.first().boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 + shift, { delay: 20 });
      await page.waitForTimeout(600);
    };
    await link.first().evaluate((node) => { node.style.marginTop = '40px'; });
    await press(0);
    assert.ok(!page.url().endsWith('#/catalog'), 'the pointer went where no item is');
    await link.first().evaluate((node) => { node.style.marginTop = '0'; });
    await press(0);
    await until('the catalog', async () => page.url().endsWith('#/catalog'));
    await appears(page.getByRole('heading', { name: speak('catalog'), exact: true }));
  } finally {
    await world.close();
  }
});
