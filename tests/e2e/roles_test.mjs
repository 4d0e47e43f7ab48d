// What assistive tools need of the mirror on every page: known roles, ids of their own, a name for
// whatever can be acted on, values where a role asks for them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, settled } from './browser.mjs';
import { appears, heading, main, openDemo, say } from './face.mjs';

const ROLES = ['heading', 'button', 'link', 'checkbox', 'radio', 'combobox', 'option', 'tab',
  'slider', 'progressbar', 'table', 'row', 'columnheader', 'cell', 'list', 'listitem', 'listbox',
  'radiogroup', 'navigation', 'main', 'region', 'dialog', 'status', 'alert', 'img', 'image',
  'rowgroup'];
const ADDRESSES = ['today', 'catalog', 'skills', 'team', 'lab', 'data', 'add-person', 'add-course',
  'add-skill', 'add-role'];

const speak = say('en');
let world;
let page;

before(async () => {
  world = await launch({ locale: 'en-US' });
  page = await world.open();
});
after(() => world.close());

// Problems of the mirror as it stands, one sentence each.
function findProblems(roles) {
  const problems = [];
  const acting = 'button,link,checkbox,radio,textbox,combobox,option,tab,slider'.split(',');
  const elements = [...document.querySelectorAll('#mirror *')];
  const ids = new Set();
  for (const element of elements) {
    const isField = element.matches('input, textarea');
    const role = isField ? 'textbox' : element.getAttribute('role') ?? '';
    const name = element.getAttribute('aria-label') || element.textContent.trim();
    const where = `${role} "${name.slice(0, 40)}"`;
    if (ids.has(element.id)) problems.push(`${where}: its id is there twice`);
    ids.add(element.id);
    if (role !== '' && role !== 'textbox' && !roles.includes(role)) {
      problems.push(`${where}: no role of ARIA`);
    }
    if ([...acting, 'heading', 'columnheader'].includes(role) && name === '') {
      problems.push(`${role} ${element.id}: has no name`);
    }
    const asks = { checkbox: 'aria-checked', radio: 'aria-checked', combobox: 'aria-expanded',
      heading: 'aria-level', progressbar: 'aria-valuetext' }[role];
    if (asks && !element.hasAttribute(asks)) problems.push(`${where}: no ${asks}`);
    if (['table', 'navigation'].includes(role) && !element.getAttribute('aria-label')) {
      problems.push(`${where}: a group without a label`);
    }
    if (role === 'row' && element.closest('[role=table]') === null) {
      problems.push(`${where}: a row outside of a table`);
    }
  }
  const mains = elements.filter((element) => element.getAttribute('role') === 'main').length;
  const titles = elements.filter((element) => element.getAttribute('aria-level') === '1').length;
  if (mains !== 1) problems.push(`${mains} main regions`);
  if (titles !== 1) problems.push(`${titles} headings of the first level`);
  return { problems, count: elements.length };
}

async function assertSound(what) {
  await settled(page);
  const { problems, count } = await page.evaluate(findProblems, ROLES);
  assert.ok(count > 10, `${what} says ${count} things`);
  assert.deepEqual(problems, [], what);
}

async function goTo(address) {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${address}`);
  await page.waitForFunction((hash) => location.hash === hash, `#/${address}`);
}

test('the doors are sound for assistive tools', () => assertSound('doors'));

test('every page of the demo is sound for assistive tools', async () => {
  await openDemo(page, speak);
  for (const address of ADDRESSES) {
    await goTo(address);
    await assertSound(address);
  }
});

test('a course, a person and an open list are sound for assistive tools', async () => {
  for (const [list, subject] of [['catalog', 'course'], ['team', 'person']]) {
    await goTo(list);
    const link = main(page).getByRole('row').getByRole('link').first();
    await (await appears(link)).dispatchEvent('click');
    await page.waitForFunction((word) => location.hash.startsWith(`#/${word}/`), subject);
    await assertSound(subject);
  }
  await goTo('catalog');
  await appears(heading(page, speak('catalog')));
  await page.getByRole('combobox', { name: speak('level') }).dispatchEvent('click');
  await appears(page.getByRole('option'));
  await assertSound('open list');
});
