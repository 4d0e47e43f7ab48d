// What the tests of disk, tabs and quota share: edits as fast as the page takes them, what of them
// was acknowledged, and the table of what was met.

import { settled, stats } from './browser.mjs';
import { click, isSaved, press, say, until } from './face.mjs';

export const SAVED = 0;
export const SAVING = 1;
export const FAILED = 2;
export const READ_ONLY = 3;
export const isNightly = process.env.ZHITU_NIGHTLY === '1';

const speak = say('zh');

// What can be pressed for ever on the page of a course: each is a change.
const EDITS = [speak('undo'), speak('enroll'), speak('withdraw')];

// The demo, at the page of a course. -> its address
export async function beginEditing(page) {
  await press(page, 'button', speak('door_demo_go'));
  await isSaved(page, speak);
  await page.evaluate(() => { location.hash = '#/catalog'; });
  await click(page, page.getByRole('main').getByRole('row').getByRole('link').first());
  await until('a course', () => page.evaluate(() => location.hash.startsWith('#/course/')));
  await editOnce(page);
  return page.evaluate(() => location.hash);
}

export async function editOnce(page) {
  const { changes } = await stats(page);
  await until('something to edit', () => editNow(page));
  await until('a change', async () => (await stats(page)).changes > changes);
  await isSaved(page, speak);
}

// As a screen reader presses the last button of the first name that is there, in view or not.
// False: there is none.
export function activateNow(page, ...names) {
  return page.evaluate((labels) => {
    const buttons = [...document.querySelectorAll('#mirror [role=button]')];
    const nameOf = (button) => button.getAttribute('aria-label') ?? button.textContent;
    const found = labels.map((label) => buttons.findLast((one) => nameOf(one) === label));
    const button = found.find(Boolean);
    button?.dispatchEvent(new MouseEvent('click'));
    return button !== undefined;
  }, names);
}

export const editNow = (page) => activateNow(page, ...EDITS);

// Edits every few milliseconds until the page is gone.
export function keepEditing(page, everyMs = 5) {
  return page.evaluate(([labels, pause]) => {
    setInterval(() => {
      const buttons = [...document.querySelectorAll('#mirror [role=button]')];
      const nameOf = (button) => button.getAttribute('aria-label') ?? button.textContent;
      const found = labels.map((label) => buttons.findLast((one) => nameOf(one) === label));
      found.find(Boolean)?.dispatchEvent(new MouseEvent('click'));
    }, pause);
  }, [EDITS, everyMs]);
}

// Changes of which the storage said that they are on disk. `base`: how many were read at the start.
export const acknowledged = ({ savedThrough }, base) => base + savedThrough;

export async function openSettled(world, address = '') {
  const page = await world.open(address);
  return { page, now: await settled(page) };
}

// Numbers that come out the same with one seed.
export function dice(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * bound);
  };
}

// One line that the runner passes on.
export function printTable(title, counts) {
  const cells = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  console.log(`${title}: ${cells.join(' · ')}`);
}
