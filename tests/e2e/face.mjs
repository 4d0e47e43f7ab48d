// The face as a person meets it: its words in both languages, hands that scroll, point and type.
// Everything goes through real pointer and key events on the canvas; the mirror only says where.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { find, settled } from './browser.mjs';

export const clone = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

// --- Words
// name -> { zh, en } of every ZT_WORD.
export function readWords() {
  const text = readFileSync(join(clone, 'src', 'ui', 'words.inc'), 'utf8');
  const pattern = /^ZT_WORD\((\w+),\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\)/gm;
  const plain = (word) => JSON.parse(`"${word}"`);
  const words = {};
  for (const [, name, zh, en] of text.matchAll(pattern)) {
    words[name] = { zh: plain(zh), en: plain(en) };
  }
  return words;
}

export const WORDS = readWords();

// say('zh')('toast_enrolled', '云原生') -> what the page says
export function say(language) {
  return (name, ...values) => {
    if (!WORDS[name]) throw new Error(`words.inc has no word ${name}`);
    return WORDS[name][language].replace(/\{(\d)\}/g, (_, index) => values[index] ?? '');
  };
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// The word with anything in its places: a whole-string expression with one group per place.
export function pattern(language, name) {
  const parts = WORDS[name][language].split(/\{\d\}/).map(escaped);
  return new RegExp(`^${parts.join('(.*)')}$`, 's');
}

// --- Seeing
const WAIT_MS = 10000;

// Waits until the answer is true; says what was waited for when it does not come.
export async function until(what, ask, timeout = WAIT_MS) {
  const end = performance.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${timeout} ms in vain for: ${what}`);
    await new Promise((done) => setTimeout(done, 40));
  }
}

// In the mirror, in view or not.
export async function appears(locator, timeout = WAIT_MS) {
  await locator.first().waitFor({ state: 'attached', timeout });
  return locator.first();
}

export async function disappears(locator, timeout = WAIT_MS) {
  await until(`${locator} to go`, async () => await locator.count() === 0, timeout);
}

export const mirror = (page) => page.locator('#mirror');
export const main = (page) => page.getByRole('main');
export const textIn = (page, text) => mirror(page).getByText(text, { exact: true });
export const heading = (page, name) => page.getByRole('heading', { name, exact: true });

// Everything the mirror says, as a flat list in reading order.
export function readMirror(page) {
  return page.evaluate(() => [...document.querySelectorAll('#mirror *')].map((element) => ({
    id: element.id,
    role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
    label: element.getAttribute('aria-label') ?? '',
    text: element.children.length === 0 ? element.textContent : '',
    value: element.value ?? '',
    valueText: element.getAttribute('aria-valuetext') ?? '',
    description: element.getAttribute('aria-description') ?? '',
    parent: element.parentElement.id,
    attributes: element.getAttributeNames(),
  })));
}

// --- The saved mark
export const mark = (page) => page.getByRole('region').getByRole('status');

export async function markSays(page, text) {
  await until(`the mark to say ${text}`, async () => {
    const marks = await mark(page).allTextContents();
    return marks.some((one) => one.includes(text));
  });
}

export const isSaved = (page, speak) => markSays(page, speak('saved'));

// --- Pointing
const SOON_MS = 3000;
const TALL_ENOUGH = 12;  // of a row half under a header, the visible half will do

async function boxOf(locator) {
  if (await locator.count() === 0) return null;
  return locator.first().boundingBox();
}

const isVisible = (box) => box !== null && box.width >= 4 && box.height >= TALL_ENOUGH;

// Where the wheel turns: in the middle of the page's content, or of an open list.
async function wheelPlace(page) {
  const box = await main(page).first().boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

// Turns the wheel until the node is in view. Long tables mirror only the rows near the window, so
// what is not there yet is looked for from the top down.
export async function bringIntoView(page, locator) {
  let box = await boxOf(locator);
  if (isVisible(box)) return box;
  const [x, y] = await wheelPlace(page);
  await page.mouse.move(x, y);
  if (box === null) await wheel(page, -100000);
  for (let turn = 0; turn < 60; turn++) {
    box = await boxOf(locator);
    if (isVisible(box)) return box;
    await wheel(page, box !== null && box.y < y ? -240 : 240);
  }
  throw new Error(`could not scroll to ${locator}`);
}

async function wheel(page, distance) {
  await page.mouse.wheel(0, distance);
  await settled(page);
}

// A real click at the middle of the visible part of the mirrored box: canvas, SDL, ImGui.
export async function click(page, locator) {
  // A row far down a long table is in the mirror only once it is scrolled to.
  await appears(locator, SOON_MS).catch(() => null);
  await settled(page);
  const box = await bringIntoView(page, locator);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 20 });
  await settled(page);
}

export const press = (page, role, name) => click(page, find(page, role, name));

// Toasts lie over the lower right corner, and over buttons there. One may go by itself meanwhile.
export async function closeToasts(page, speak) {
  const close = find(page, 'button', speak('close'));
  for (;;) {
    await settled(page);
    const box = await close.first().boundingBox({ timeout: 200 }).catch(() => null);
    if (box === null) return;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 20 });
  }
}

// --- Typing
// Through the text agent, as a keyboard or an input method does it; replaces what is there.
export async function type(page, label, text) {
  const field = find(page, 'textbox', label);
  await click(page, field);
  await until(`a caret in ${label}`, () =>
    page.evaluate(() => document.activeElement?.id === 'agent'));
  await page.keyboard.press('Control+A');
  if (text === '') await page.keyboard.press('Delete');
  else await insertText(page, text);
  await until(`${label} to hold ${text}`, async () => await field.first().inputValue() === text);
}

export async function insertText(page, text) {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.insertText', { text });
  await session.detach();
}

export async function chooseOption(page, label, option) {
  await press(page, 'combobox', label);
  const wanted = find(page, 'option', option);
  await until(`the option ${option}`, async () => await wanted.count() > 0);
  await settled(page);
  const box = await wanted.first().boundingBox();
  if (!isVisible(box)) throw new Error(`the option ${option} is not in view`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 20 });
  await settled(page);
}

// --- Going
export async function goTo(page, speak, word) {
  const links = page.getByRole('navigation').getByRole('link', { name: speak(word), exact: true });
  await click(page, links);
  await appears(heading(page, speak(word)));
}

export async function openDemo(page, speak) {
  await press(page, 'button', speak('door_demo_go'));
  await appears(page.getByRole('navigation'));
  await isSaved(page, speak);
  await closeToasts(page, speak);
}

// Through the real file dialog that the button opens.
export async function chooseFiles(page, button, files) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click(page, button)]);
  await chooser.setFiles(files);
}

export const isChinese = (text) => /[\u3400-\u9fff]/.test(text);
