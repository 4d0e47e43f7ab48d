// An empty company filled by hand: what is wrong stands beside its field, what is right is on the
// disk, and what was a slip is taken back in the toast. Then the catalog's filters.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { find, launch, settled } from './browser.mjs';
import {
  appears, chooseOption, click, closeToasts, disappears, goTo, heading, isSaved, main, openDemo,
  press, say, textIn, type, until,
} from './face.mjs';

const zh = say('zh');

const description = (page, label) =>
  find(page, 'textbox', label).first().getAttribute('aria-description');

async function saysBeside(page, label, words) {
  await until(`${label} to say ${words}`, async () => await description(page, label) === words);
  const field = find(page, 'textbox', label).first();
  assert.equal(await field.getAttribute('aria-invalid'), 'true', label);
}

async function saveForm(page) {
  await closeToasts(page, zh);
  await press(page, 'button', zh('save'));
}

const titles = (page) => main(page).getByRole('row').getByRole('link').allTextContents();

let world;
let page;

before(async () => {
  world = await launch({ locale: 'zh-CN' });
  page = await world.open();
});
after(() => world.close());

test('a company needs a name, and then it is there', async () => {
  await press(page, 'button', zh('door_empty_go'));
  await saysBeside(page, zh('company_name'), zh('need_text'));
  await type(page, zh('company_name'), '松石科技');
  await press(page, 'button', zh('door_empty_go'));
  await appears(page.getByRole('navigation'));
  await appears(page.getByText(zh('toast_company_named', '松石科技'), { exact: true }));
  await isSaved(page, zh);
  await closeToasts(page, zh);
});

test('an empty page says what is missing and leads to the form', async () => {
  await goTo(page, zh, 'catalog');
  await appears(textIn(page, zh('catalog_empty')));
  await press(page, 'button', zh('add_course'));
  await appears(heading(page, zh('add_course')));
  await press(page, 'button', zh('cancel'));
  await appears(heading(page, zh('catalog')));
});

test('a skill is added, and one without a name is refused beside its field', async () => {
  await page.goto(`${world.url}#/add-skill`);
  await appears(heading(page, zh('add_skill')));
  await saveForm(page);
  await until('the name to be asked for', async () =>
    await find(page, 'textbox', zh('field_name_zh')).first().getAttribute('aria-invalid') ===
      'true');
  assert.ok(await description(page, zh('field_name_zh')));
  await type(page, zh('field_name_zh'), '数据治理');
  await type(page, zh('field_name_en'), 'Data governance');
  await type(page, zh('field_domain'), '数据');
  await saveForm(page);
  await disappears(heading(page, zh('add_skill')));
  await isSaved(page, zh);
});

test('a course is added; a price that is no number is refused beside its field', async () => {
  await goTo(page, zh, 'catalog');
  await closeToasts(page, zh);
  await press(page, 'button', zh('add_course'));
  await type(page, zh('field_title_zh'), '数据治理入门：喆堃讲义');
  await type(page, zh('field_price'), '很贵');
  await saveForm(page);
  await saysBeside(page, zh('field_price'), zh('need_number'));
  await type(page, zh('field_price'), '128.5');
  await type(page, zh('field_hours'), '1.5');
  await chooseOption(page, zh('field_level'), zh('level_1'));
  await chooseOption(page, zh('price_currency'), 'USD');
  await chooseOption(page, zh('field_skill'), '数据治理');
  await chooseOption(page, zh('lift_to', '数据治理'), zh('level_n', '2'));
  await saveForm(page);
  await appears(find(page, 'link', '数据治理入门：喆堃讲义'));
  await isSaved(page, zh);
});

test('a person is added with a Chinese name, and no login is given twice', async () => {
  await goTo(page, zh, 'team');
  await closeToasts(page, zh);
  await press(page, 'button', zh('add_person'));
  await saveForm(page);
  await until('the login to be asked for', async () =>
    await find(page, 'textbox', zh('field_login')).first().getAttribute('aria-invalid') ===
      'true');
  await type(page, zh('field_login'), 'lisi');
  await type(page, zh('field_name_zh'), '李四');
  await chooseOption(page, zh('field_access'), zh('access_manager'));
  await saveForm(page);
  await appears(find(page, 'link', '李四'));
  await isSaved(page, zh);
  await closeToasts(page, zh);
  await press(page, 'button', zh('add_person'));
  await type(page, zh('field_login'), 'lisi');
  await type(page, zh('field_name_zh'), '另一个李四');
  await saveForm(page);
  await until('the login to be refused', async () =>
    /lisi/.test(await description(page, zh('field_login')) ?? ''));
  await press(page, 'button', zh('cancel'));
  await disappears(find(page, 'link', '另一个李四'));
});

test('everything typed is there after the browser died', async () => {
  await isSaved(page, zh);
  await world.killAndRestart();
  page = await world.open();
  await goTo(page, zh, 'team');
  await appears(find(page, 'link', '李四'));
  await goTo(page, zh, 'catalog');
  await press(page, 'link', '数据治理入门：喆堃讲义');
  await appears(heading(page, '数据治理入门：喆堃讲义'));
  await appears(textIn(page, '数据治理'));
  const facts = await main(page).innerText();
  assert.match(facts, /USD 128\.50/);
  assert.match(facts, /1\.5 小时/);
  assert.match(facts, new RegExp(zh('level_from_to', '0', '2')));
});

test('a deleted course comes back through the toast, also on the disk', async () => {
  await press(page, 'button', zh('delete_course'));
  await appears(page.getByText(zh('toast_deleted', '数据治理入门：喆堃讲义'), { exact: true }));
  await appears(textIn(page, zh('catalog_empty')));
  await press(page, 'button', zh('undo'));
  await appears(find(page, 'link', '数据治理入门：喆堃讲义'));
  await isSaved(page, zh);
  await world.killAndRestart();
  page = await world.open();
  await goTo(page, zh, 'catalog');
  await appears(find(page, 'link', '数据治理入门：喆堃讲义'));
  assert.deepEqual(world.problems, []);
});

test('the catalog filters by words and level, and clearing brings all back', async () => {
  const shop = await launch({ locale: 'zh-CN' });
  try {
    const view = await shop.open();
    await openDemo(view, zh);
    await goTo(view, zh, 'catalog');
    await appears(textIn(view, zh('catalog_count', '12', '12')));
    await type(view, zh('search_courses'), '容器');
    await until('two courses', async () => (await titles(view)).length === 2);
    for (const title of await titles(view)) assert.match(title, /容器/);
    await press(view, 'button', zh('clear_filter'));
    await until('all courses', async () => (await titles(view)).length === 12);
    await click(view, find(view, 'combobox', zh('level')));
    const option = view.getByRole('option', { name: new RegExp(`^${zh('level_3')}`) });
    await appears(option);
    const promised = Number((await option.innerText()).match(/(\d+)/)[1]);
    const box = await option.boundingBox();
    await view.mouse.click(box.x + 20, box.y + box.height / 2, { delay: 20 });
    await settled(view);
    await until('as many as the filter promised', async () =>
      (await titles(view)).length === promised);
    const [, ...rows] = await main(view).getByRole('row').allInnerTexts();  // without the header
    assert.equal(rows.length, promised);
    for (const row of rows) assert.match(row, new RegExp(zh('level_3')));
  } finally {
    await shop.close();
  }
});
