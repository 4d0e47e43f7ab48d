// What the team page says: the map of people and skills, the product of a cell, who is nearest.

import assert from 'node:assert/strict';

import { settled } from './browser.mjs';
import { appears, heading, main, pattern, readMirror } from './face.mjs';

const SCREEN = 500;
const TURNS_MAX = 30;
const said = (node) => node.label || node.text;

// What a cell says and shows: "Cui Yu, go: level 1, needs 2" and "1 −1" behind it.
function cellPattern(language, word) {
  let place = 0;
  return new RegExp(pattern(language, word).source
    .replace(/\(\.\*\)/g, () => (place++ < 2 ? '(.*)' : '(\\d)')).replace(/\$$/, ' (.+)$'));
}

function cellOf(text, language) {
  const asked = text.match(cellPattern(language, 'heat_says'));
  if (asked) return { skill: asked[2], level: +asked[3], wanted: +asked[4], shown: asked[5] };
  const unasked = text.match(cellPattern(language, 'heat_says_unasked'));
  return unasked && { skill: unasked[2], level: +unasked[3], wanted: 0, shown: unasked[4] };
}

const rowsInView = (page) => main(page).getByRole('row').evaluateAll((rows) =>
  rows.map((row) => [...row.children].map((cell) => cell.textContent)));

// person -> { cells: skill -> { level, wanted, shown }, priority }, of the skills in view. Only the
// rows near the window are in the mirror, so the wheel is turned until no new ones come.
export async function readHeatMap({ page, language }) {
  await settled(page);
  const people = new Map();
  const box = await main(page).first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let idle = 0, turn = 0; idle < 2 && turn < TURNS_MAX; turn++) {
    const before = people.size;
    for (const [name, ...texts] of await rowsInView(page)) {
      const cells = texts.map((text) => cellOf(text, language)).filter(Boolean);
      if (cells.length === 0) continue;
      people.set(name, { cells: new Map(cells.map((cell) => [cell.skill, cell])),
        priority: texts.at(-1) });
    }
    if (people.size > 0 && people.size === before) idle++;
    await page.mouse.wheel(0, SCREEN);
    await settled(page);
  }
  return people;
}

export const cellButton = (page, speak, name, skill, { level, wanted }) =>
  main(page).getByRole('button', { name: speak('heat_says', name, skill, String(level),
    String(wanted)) });

// [person, levels missing] in the order of the card.
export async function readNearest({ page, speak, language }) {
  await appears(heading(page, speak('nearest_heading')));
  const nodes = await readMirror(page);
  const begin = nodes.findIndex((node) =>
    node.role === 'heading' && said(node) === speak('nearest_heading'));
  const row = pattern(language, 'nearest_row');
  const nearest = [];
  for (const node of nodes.slice(begin)) {
    if (node.role === 'link') nearest.push([said(node), null]);
    const missing = said(node).match(row);
    if (missing) nearest.at(-1)[1] = Number(missing[1]);
  }
  return nearest.filter(([, missing]) => missing !== null);
}

// How many need this level and how many have it, counted in the map.
export function countLevel(map, skill, level) {
  const cells = [...map].map(([name, { cells: of }]) => ({ name, ...of.get(skill) }));
  const needing = cells.filter(({ wanted }) => wanted >= level);
  return {
    needing: needing.length,
    having: cells.filter((cell) => cell.level >= level).length,
    onTheWay: needing.filter((cell) => cell.level < level),
  };
}

export function assertCells(cells, gaps) {
  assert.ok(cells.size >= 4, `${cells.size} skills in view`);
  for (const [skill, cell] of cells) {
    const { level = cell.level, wanted = 0, gap = 0 } = gaps.get(skill) ?? {};
    assert.deepEqual([cell.level, cell.wanted], [level, wanted], skill);
    const shown = gap > 0 ? `${level} −${gap}` : String(level);
    assert.equal(cell.shown, wanted === 0 && level === 0 ? '–' : shown, skill);
  }
}
