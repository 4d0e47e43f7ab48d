// Page and terminal compute the same figures, to the last digit that a score has. The page shows
// two to six digits and says nine in the description of the node; the terminal prints doubles.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launch } from './browser.mjs';
import { withTerminal } from './company.mjs';
import { appears, goTo, heading, openDemo, press, say } from './face.mjs';

const LOGIN = 'xu.jiayi';
const NAME = 'Xu Jiayi';
const OWN_LIST_K = 5;  // what the page begins with
const speak = say('en');

let world;
let page;
let said;  // by the terminal, about the same company

const askTerminal = () => withTerminal((cli) => {
  cli('demo', join(process.env.ZHITU_DIST, 'demo.json'));
  const ask = (...words) => JSON.parse(cli(...words, '--json'));
  const list = ask('recommend', LOGIN, '--count', '3');
  return {
    list,
    why: ask('why', LOGIN, list.items[1].course),
    gap: ask('gap', LOGIN),
    lab: ask('evaluate'),
    own: ask('evaluate', '--own', '--k', String(OWN_LIST_K)),
  };
});

before(async () => {
  said = askTerminal();
  world = await launch({ locale: 'en-US', size: [1280, 1400] });
  page = await world.open();
  await openDemo(page, speak);
});

after(() => world.close());

// The rows of a table behind its header: each a list of whole figures, null where there is none.
async function wholes(name) {
  const table = page.getByRole('table', { name, exact: true });
  await appears(table);
  const rows = await table.first().getByRole('row').evaluateAll((list) =>
    list.map((row) => [...row.children].map((cell) => cell.getAttribute('aria-description'))));
  return rows.slice(1);
}

// Scores and their parts are whole billionths already; shares are not.
const billionths = (figures) => figures.map((figure) => Math.round(figure * 1e9) / 1e9);

const numbers = (row) => row.filter((whole) => whole !== null).map(Number);

test('the lab: precision, recall and F1 of the worked case', async () => {
  await goTo(page, speak, 'lab');
  const shown = (await wholes(speak('lab_metrics'))).map(numbers);
  assert.ok(shown.length > 0);
  assert.deepEqual(shown, said.lab.rows.map((row) =>
    billionths([row.precision, row.recall, row.f1])));
});

test('the lab: the own list against enrolments', async () => {
  const shown = (await wholes(speak('own_list_heading'))).map(numbers);
  assert.equal(shown.length, 2);
  assert.deepEqual(shown, [said.own.advice, said.own.popular].map((row) =>
    billionths([row.precision, row.recall, row.f1, row.mean_of_people.f1])));
});

test('a person: every gap as gap times weight times urgency', async () => {
  await goTo(page, speak, 'team');
  await press(page, 'link', NAME);
  await appears(heading(page, speak('recommended_for')));
  const shown = (await wholes(speak('role_against_skills'))).map((row) =>
    row.find((whole) => whole !== null).match(/[\d.]+/g).map(Number));
  const urgency = 1;  // no need has a deadline yet
  assert.deepEqual(shown,
    said.gap.skills.map((row) => [row.gap, row.weight, urgency, row.priority]));
});

test('a course: every part of both scores, and the difference', async () => {
  await press(page, 'button', speak('act_as_person'));
  await page.evaluate((id) => { location.hash = `#/course/${id}`; }, said.why.course);
  await appears(heading(page, speak('why_heading')));
  const shown = (await wholes(speak('why_terms'))).map(numbers);
  const { terms, score, other_score: otherScore } = said.why.comparison;
  assert.deepEqual(shown.slice(0, -1), terms.map(({ mine, other, difference }) =>
    [mine.value, other.value, difference]));
  assert.deepEqual(shown.at(-1).slice(0, 2), [score, otherScore]);
  assert.equal(score, said.list.items[1].score);
});
