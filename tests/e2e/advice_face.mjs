// What the pages say about a person: the list and its reasons, the gap, and who is acting.

import assert from 'node:assert/strict';

import { find } from './browser.mjs';
import {
  appears, chooseOption, click, goTo, heading, main, pattern, press, readMirror, until,
} from './face.mjs';

const said = (node) => node.label || node.text;
const number = (text) => Number(text.replace('−', '-').replace('+', ''));

// The bars of reasons among these nodes, and the score that closes each group of them.
function readSums(nodes, language) {
  const sum = pattern(language, 'sum_is');
  const list = [];
  for (const node of nodes) {
    if (node.role === 'link') list.push({ title: said(node), parts: [], score: null });
    const part = node.role === 'listitem' && said(node).match(/([+−]\d\.\d+|0\.00)$/);
    if (part && list.length > 0) list.at(-1).parts.push(number(part[0]));
    const total = said(node).match(sum);
    if (total && list.length > 0) {
      list.at(-1).score = Number(total[1]);
      list.at(-1).whole = Number(node.description);
    }
  }
  return list.filter((item) => item.score !== null);
}

// The list of a person's page: title, score as shown and whole, and the parts it is the sum of.
export async function readList({ page, speak, language }) {
  const nodes = await readMirror(page);
  const begin = nodes.findIndex((node) =>
    node.role === 'heading' && said(node) === speak('recommended_for'));
  assert.ok(begin >= 0, 'the list has its heading');
  return readSums(nodes.slice(begin), language);
}

export const titlesOf = (list) => list.map(({ title }) => title);

export function assertSum({ title, parts, score }) {
  const sum = parts.reduce((a, b) => a + b, 0);
  assert.ok(parts.length >= 4, `${title} has ${parts.length} parts`);
  assert.ok(Math.abs(sum - score) < 1e-9, `${title}: ${parts.join(' ')} is not ${score}`);
}

// The card of a course page that says what it is worth to whom one acts as.
export async function readForYou({ page, language }) {
  const nodes = await readMirror(page);
  const is = pattern(language, 'for_you');
  const begin = nodes.findIndex((node) => node.role === 'heading' && is.test(said(node)));
  assert.ok(begin >= 0, 'the course page says what it is worth');
  const score = Number(said(nodes[begin]).match(is)[1]);
  const [first] = readSums([{ role: 'link', text: '' }, ...nodes.slice(begin)], language);
  assert.equal(first.score, score, 'heading and sum are the same');
  return first;
}

// A short table by its name: its rows of cells, without the header.
export async function readTable(page, name) {
  const table = await appears(main(page).getByRole('table', { name, exact: true }));
  return table.getByRole('row').evaluateAll((rows) =>
    rows.filter((row) => !row.querySelector('[role=columnheader]')).map((row) =>
      [...row.children].map((cell) => cell.textContent || cell.getAttribute('aria-label') || '')));
}

// skill -> { level, wanted, gap, weight, priority, evidence }, as the person's page says it.
export async function readGaps({ page, speak, language }) {
  const rows = await readTable(page, speak('role_against_skills'));
  const levels = pattern(language, 'n_of_m');
  const product = pattern(language, 'priority_product');
  return new Map(rows.map(([skill, dots, gap, priority, evidence]) => {
    const [, level, wanted] = dots.match(levels).map(Number);
    const [, levelsLacking, weight, result] = priority.match(product).map(Number);
    assert.equal(Number(gap), levelsLacking, skill);
    return [skill, { level, wanted, gap: levelsLacking, weight, priority: result, evidence }];
  }));
}

export async function openPerson({ page, speak }, name) {
  await goTo(page, speak, 'team');
  await press(page, 'link', name);
  await appears(heading(page, speak('recommended_for')));
}

// --- Acting as
export async function actAs(job, name) {
  await openPerson(job, name);
  await press(job.page, 'button', job.speak('act_as_person'));
  await until(`to act as ${name}`, async () =>
    (await find(job.page, 'combobox', job.speak('act_as')).textContent()).includes(name));
}

export const actAsCompany = ({ page, speak }) =>
  chooseOption(page, speak('act_as'), speak('whole_company'));

export async function openMySkills({ page, speak }) {
  await click(page, page.getByRole('navigation')
    .getByRole('link', { name: speak('my_skills'), exact: true }));
  await appears(heading(page, speak('recommended_for')));
}

// From the list to the page of one of its courses.
export async function openCourse({ page }, title) {
  await click(page, main(page).getByRole('link', { name: title, exact: true }));
  await appears(heading(page, title));
}
