// What a buyer tries in the first half hour, catalogue and recommendation.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { find, launch } from './browser.mjs';
import {
  appears, closeToasts, disappears, goTo, heading, isSaved, main, openDemo, press, readMirror, say,
  textIn, type, until,
} from './face.mjs';

const speak = say('zh');
const COURSES = 12;
const TITLE_MAX = 100;  // limits::course_title_max
const NOBODY = 'a'.repeat(26);

let world;
let page;

const titles = () => main(page).getByRole('row').getByRole('link').allTextContents();
const isInvalid = (label) => find(page, 'textbox', label).first().getAttribute('aria-invalid');

before(async () => {
  world = await launch({ locale: 'zh-CN' });
  page = await world.open();
  await openDemo(page, speak);
});

after(() => world.close());

test('employee 5, new to distributed architecture, begins with the introduction', async () => {
  await goTo(page, speak, 'team');
  await press(page, 'link', '许佳怡');
  await appears(heading(page, speak('recommended_for')));
  const links = (await readMirror(page)).filter(({ role }) => role === 'link')
    .map(({ label, text }) => label || text);
  const introduction = links.indexOf('分布式架构入门');
  const advanced = links.indexOf('微服务架构进阶');
  assert.ok(introduction >= 0, 'the introduction is recommended');
  assert.ok(advanced < 0 || introduction < advanced, `${introduction} before ${advanced}`);
});

test('a person nobody knows is said to be gone, and the app goes on', async () => {
  await page.evaluate((address) => { location.hash = address; }, `#/person/${NOBODY}`);
  await appears(textIn(page, speak('person_gone')));
  await goTo(page, speak, 'catalog');
});

test('the search finds the course, and an empty one finds all', async () => {
  await type(page, speak('search_courses'), '微服务');
  await until('the course', async () => (await titles()).includes('微服务架构进阶'));
  await type(page, speak('search_courses'), '');
  await until('all courses', async () => (await titles()).length === COURSES);
});

test('a title is counted in characters, not in bytes', async () => {
  await press(page, 'button', speak('add_course'));
  await type(page, speak('field_title_zh'), '课'.repeat(TITLE_MAX + 1));
  await press(page, 'button', speak('save'));
  await until('the title to be refused', async () =>
    await isInvalid(speak('field_title_zh')) === 'true');
  await type(page, speak('field_title_zh'), '课'.repeat(TITLE_MAX));
  await press(page, 'button', speak('save'));
  await disappears(heading(page, speak('add_course')));
  await isSaved(page, speak);
  await closeToasts(page, speak);
});

for (const [field, values] of [['field_price', ['0,8', 'NaN', '-1']],
  ['field_hours', ['-5', '1e9', '很久']]]) {
  for (const value of values) {
    test(`${value} is refused beside ${field}`, async () => {
      await goTo(page, speak, 'catalog');
      await press(page, 'button', speak('add_course'));
      await type(page, speak('field_title_zh'), '数字');
      await type(page, speak(field), value);
      await press(page, 'button', speak('save'));
      await until('the field to be refused', async () => await isInvalid(speak(field)) === 'true');
      const why = await find(page, 'textbox', speak(field)).first()
        .getAttribute('aria-description');
      assert.ok(why?.length >= 6, `${value}: ${why}`);
      await press(page, 'button', speak('cancel'));
    });
  }
}
