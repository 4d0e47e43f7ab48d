// Pictures of every page, to be looked at by a person. Not a test.
//
//   ZHITU_DIST=… node tests/e2e/screenshots.mjs OUTDIR
//
// OUTDIR/page-language-theme-width.png: every page in both languages and themes at 1280 x 800, and
// in Chinese and light also at 320 x 640, 768 x 1024 and 1920 x 1080, in English and dark at 320.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { launch, settled } from './browser.mjs';
import { appears, heading, main, openDemo, say } from './face.mjs';

const LOCALES = { zh: 'zh-CN', en: 'en-US' };
const DESK = [1280, 800];
const OTHER_SIZES = [[320, 640], [768, 1024], [1920, 1080]];
// Pages that the address names by itself, and the word each begins with.
const PAGES = { catalog: 'catalog', skills: 'my_skills', team: 'team', lab: 'lab',
  data: 'data_privacy', doctor: 'doctor', 'add-person': 'add_person', 'add-course': 'add_course',
  'add-skill': 'add_skill', 'add-role': 'add_role', roles: 'roles', 'skill-list': 'skills' };
// Pages about one thing: the first link of a page leads there.
const SUBJECTS = { course: 'catalog', person: 'team', role: 'roles', skill: 'skill-list' };

async function shoot(page, path) {
  await page.mouse.move(1, 1);  // nothing hovered
  await settled(page);
  await page.screenshot({ path });
  console.log(path);
}

async function goToAddress(page, word) {
  await page.evaluate((address) => { location.hash = address; }, `#/${word}`);
  await settled(page);
}

async function shootPages(world, picture, language) {
  const speak = say(language);
  const page = await world.open();
  await shoot(page, picture('doors'));
  await openDemo(page, speak);
  await shoot(page, picture('today'));
  for (const [address, word] of Object.entries(PAGES)) {
    await goToAddress(page, address);
    // My skills is headed by the person's name.
    if (address !== 'skills') await appears(heading(page, speak(word)));
    await shoot(page, picture(address));
  }
  for (const [name, list] of Object.entries(SUBJECTS)) {
    await goToAddress(page, list);
    const link = main(page).getByRole('link').first();
    await (await appears(link)).dispatchEvent('click');
    await page.waitForFunction((word) => location.hash.startsWith(`#/${word}/`), name);
    await shoot(page, picture(name));
  }
}

async function shootAll(folder, { language, theme, size }) {
  const world = await launch({ locale: LOCALES[language], dark: theme === 'dark', size });
  try {
    const picture = (name) => join(folder, `${name}-${language}-${theme}-${size[0]}.png`);
    await shootPages(world, picture, language);
    for (const problem of world.problems) console.error(problem);
  } finally {
    await world.close();
  }
}

async function main_() {
  const folder = process.argv[2];
  if (!folder) {
    console.error('node tests/e2e/screenshots.mjs OUTDIR');
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  for (const language of ['zh', 'en']) {
    for (const theme of ['light', 'dark']) await shootAll(folder, { language, theme, size: DESK });
  }
  for (const size of OTHER_SIZES) {
    await shootAll(folder, { language: 'zh', theme: 'light', size });
  }
  await shootAll(folder, { language: 'en', theme: 'dark', size: OTHER_SIZES[0] });
  return 0;
}

process.exit(await main_());
