// The main job, the list: why this, why not that, what counts as a skill and what does not, and
// what somebody does not want.

import assert from 'node:assert/strict';

import {
  appears, chooseOption, click, closeToasts, goTo, heading, isSaved, main, pattern,
  press, readMirror, textIn, type, until,
} from './face.mjs';
import {
  actAs, assertSum, openCourse, openMySkills, openPerson, readForYou, readList, readTable, titlesOf,
} from './advice_face.mjs';
import { LEARNER } from './company.mjs';

const FRONTEND = { zh: '戴欣', en: 'Dai Xin' };  // whose role wants Jest
const JEST = ['jest', 'java'];
const toNumber = (text) => Number(text.replace('−', '-'));

// --- Why, and why not
export async function listIsASum(job) {
  await openPerson(job, LEARNER[job.language]);
  job.list = await readList(job);
  assert.ok(job.list.length >= 5, `${job.list.length} recommendations`);
  job.list.forEach(assertSum);
  const scores = job.list.map(({ score }) => score);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a), 'best first');
}

export async function whyThis(job) {
  const [first] = job.list;
  await actAs(job, LEARNER[job.language]);
  await openMySkills(job);
  await openCourse(job, first.title);
  const card = await readForYou(job);
  assertSum({ ...card, title: first.title });
  assert.equal(card.score, first.score);
  await appears(textIn(job.page, job.speak('why_first')));
}

// Two courses side by side: every difference is one, and the columns are the scores.
function assertComparison(rows, scores) {
  const numbers = rows.map((cells) => cells.slice(1).map(toNumber));
  const terms = numbers.slice(0, -1);
  const sums = numbers.at(-1);
  assert.ok(terms.length >= 6, `${terms.length} reasons`);
  for (const [mine, other, difference] of numbers) {
    assert.ok(Math.abs(mine - other - difference) < 0.0016, `${mine} − ${other} is ${difference}`);
  }
  for (const column of [0, 1, 2]) {
    const sum = terms.reduce((all, term) => all + term[column], 0);
    const rounding = 0.0005 * (terms.length + 1);
    assert.ok(Math.abs(sum - sums[column]) < rounding, `${sum} is shown as ${sums[column]}`);
  }
  assert.deepEqual(sums.slice(0, 2).map((one) => one.toFixed(2)),
    scores.map((one) => one.toFixed(2)));
}

const FLIPS = ['flip_rating', 'flip_rating_new', 'flip_price', 'flip_price_new', 'flip_weight',
  'flip_level', 'flip_prerequisite'];

// Each sentence of "one change would put it above" as [word, values].
async function readFlips({ page, language }) {
  const nodes = await readMirror(page);
  const sentences = nodes.map(({ label, text }) => label || text)
    .filter((words) => words.startsWith('· ')).map((words) => words.slice(2));
  return sentences.map((words) => {
    const word = FLIPS.find((one) => pattern(language, one).test(words));
    assert.ok(word, `a change we know: ${words}`);
    return [word, words.match(pattern(language, word)).slice(1)];
  });
}

// A course asks why it does not stand above the first, then above the one before it. Where a level
// of one's own would do it, that level is noted: the order of the two turns, as it was promised.
export async function whyNot(job) {
  const { page, speak, list } = job;
  let turned = 0;
  for (let at = 2; at < list.length && turned === 0; at++) {
    const [first, above, course] = [list[0], list[at - 1], list[at]];
    await openMySkills(job);
    await openCourse(job, course.title);
    await appears(textIn(page, speak('why_rank', String(at + 1))));
    assertComparison(await readTable(page, speak('why_terms')), [course.score, above.score]);
    const flips = await readFlips(job);
    const level = flips.find(([word, [, from, to]]) => word === 'flip_level' && to > from);
    await chooseOption(page, speak('why_against'), first.title);
    assertComparison(await readTable(page, speak('why_terms')), [course.score, first.score]);
    if (!level) continue;
    await noteLevel(job, level[1]);
    const titles = titlesOf(await readList(job));
    assert.ok(titles.indexOf(course.title) < titles.indexOf(above.title),
      `${course.title} above ${above.title}`);
    await press(page, 'button', speak('undo'));
    await until('the list as it was', async () =>
      JSON.stringify(await readList(job)) === JSON.stringify(list));
    await closeToasts(page, speak);
    turned++;
  }
  assert.equal(turned, 1, 'one promise was kept');
}

async function noteLevel(job, [skill, , level]) {
  const { page, speak } = job;
  await openMySkills(job);
  await chooseOption(page, speak('column_skill'), skill);
  await press(page, 'radio', speak('level_n', level));
  await press(page, 'button', speak('assess_save'));
}

// --- Synonyms that are none
// The file takes a Java course for one on Jest, and Git for Go; -> how many courses counted so.
async function rejectSynonym({ page, speak }, skill, synonym) {
  await goTo(page, speak, 'skills');
  await type(page, speak('find_skill'), skill);
  await press(page, 'link', skill);
  await appears(heading(page, skill));
  const table = main(page).getByRole('table', { name: speak('taught_by_heading'), exact: true });
  const countThrough = async () => (await table.count() === 0 ? []
    : await readTable(page, speak('taught_by_heading')))
    .filter(([, , through]) => through.toLowerCase() === synonym).length;
  const before = await countThrough();
  const row = main(page).getByRole('table', { name: speak('synonyms_heading'), exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: new RegExp(`^${synonym}$`, 'i') }) });
  await click(page, row.getByRole('button', { name: speak('reject'), exact: true }));
  await appears(row.getByRole('button', { name: speak('accept'), exact: true }));
  assert.equal(await countThrough(), 0, `nothing teaches ${skill} through ${synonym}`);
  await closeToasts(page, speak);
  return before;
}

export async function wrongSynonyms(job) {
  const { page, speak, language } = job;
  const name = FRONTEND[language];
  await openPerson(job, name);
  const before = await readList(job);
  await rejectSynonym(job, 'git', 'go');
  const jest = await rejectSynonym(job, ...JEST);
  assert.ok(jest > 0, 'courses on Java counted for Jest');
  await assertRejected(job);
  await openPerson(job, name);
  assert.notDeepEqual(await readList(job), before, 'the list moves');
}

// Of the two that were wrong; no later import brings them back.
export async function assertRejected({ page, speak, language }) {
  await goTo(page, speak, 'skills');
  const sentence = await appears(main(page).getByText(pattern(language, 'skills_sentence')));
  const [, , , , rejected] = (await sentence.textContent())
    .match(pattern(language, 'skills_sentence'));
  assert.equal(rejected, '2');
}

// --- Not for me
export async function dismissed(job) {
  const { page, speak } = job;
  await openMySkills(job);
  job.whole = await readList(job);
  job.unwanted = job.whole[0].title;
  await openCourse(job, job.unwanted);
  await chooseOption(page, speak('dismiss'), speak('dismiss_too_long'));
  await appears(textIn(page, speak('why_dismissed')));
  await closeToasts(page, speak);
  await openMySkills(job);
  job.list = await readList(job);
  const others = titlesOf(job.whole).slice(1);
  assert.deepEqual(others.filter((title) => !titlesOf(job.list).includes(title)), [],
    'all others stay');
  await isDismissed(job);
}

export async function isDismissed(job) {
  const { page, speak } = job;
  await openMySkills(job);
  const [row] = await readTable(page, speak('dismissed_heading'));
  assert.deepEqual(row.slice(0, 2), [job.unwanted, speak('dismiss_too_long')]);
  const list = await readList(job);
  assert.ok(!titlesOf(list).includes(job.unwanted), 'it is not in the list');
  assert.deepEqual(list, job.list);
}

export async function restored(job) {
  const { page, speak } = job;
  await press(page, 'button', speak('restore'));
  await until('the list as it was', async () =>
    JSON.stringify(await readList(job)) === JSON.stringify(job.whole));
  await isSaved(page, speak);
}
