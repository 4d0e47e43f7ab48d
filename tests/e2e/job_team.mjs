// The main job, the company as a whole: the map of the team, and the list against what people took.

import assert from 'node:assert/strict';

import { appears, click, closeToasts, disappears, goTo, press, textIn, until } from './face.mjs';
import { actAsCompany, openPerson, readGaps, readTable } from './advice_face.mjs';
import { button, LEARNER, stateHash } from './company.mjs';
import { openFiles } from './import_face.mjs';
import {
  assertCells, cellButton, countLevel, readHeatMap, readNearest,
} from './team_face.mjs';

// --- The team
const NEAREST_MAX = 6;  // lines of the card
export async function teamIsTheGap(job) {
  const { page, speak, language } = job;
  const name = LEARNER[language];
  await openPerson(job, name);
  const gaps = await readGaps(job);
  for (const [skill, { gap, weight, priority }] of gaps) {
    assert.equal((gap * weight).toFixed(2), priority.toFixed(2), skill);
  }
  await goTo(page, speak, 'team');
  const map = await readHeatMap(job);
  assert.equal(map.size, 50);
  const { cells, priority } = map.get(name);
  assertCells(cells, gaps);
  const sum = [...gaps.values()].reduce((all, gap) => all + gap.priority, 0);
  assert.equal(priority, sum.toFixed(1));

  const skill = [...cells.keys()].find((one) => gaps.get(one)?.gap > 0);
  const gap = gaps.get(skill);
  await click(page, cellButton(page, speak, name, skill, gap));
  await appears(textIn(page, speak('heat_product', gap.priority.toFixed(2), String(gap.gap),
    gap.weight.toFixed(2))));
  const { needing, having, onTheWay } = countLevel(map, skill, gap.wanted);
  await appears(textIn(page, speak('nearest_text', skill, String(gap.wanted), String(needing),
    String(having))));
  const nearest = await readNearest(job);
  assert.equal(nearest.length, Math.min(onTheWay.length, NEAREST_MAX), skill);
  const missing = nearest.map(([, levels]) => levels);
  assert.deepEqual(missing, [...missing].sort((a, b) => a - b), 'nearest first');
  for (const [person, levels] of nearest) {
    const { level } = onTheWay.find((one) => one.name === person);
    assert.equal(levels, gap.wanted - level, person);
  }
}

// --- The list against what people took
export async function labKnowsNobody({ page, speak }) {
  await goTo(page, speak, 'lab');
  await appears(textIn(page, speak('own_list_nobody')));
}

async function labFigures(job, isAdvice) {
  const rows = await readTable(job.page, job.speak('own_list_heading'));
  const first = job.speak(isAdvice ? 'own_list_advice' : 'own_list_popular');
  return rows.find(([what]) => what === first).slice(1);
}

// Thirty people who all took what most people take: the popular list is right once for each.
export async function labCounts(job) {
  const { page, speak } = job;
  const before = await stateHash(page);
  await goTo(page, speak, 'data_privacy');
  await openFiles(page, speak, job.files.path('enrolments.csv'));
  await press(page, 'button', speak('apply'));
  await disappears(button(page, speak('apply')));
  await goTo(page, speak, 'lab');
  await appears(textIn(page, speak('own_list_relevance')));
  await appears(textIn(page, speak('own_list_ground', '30', '30', '697', '30')));
  for (const k of [3, 5, 10, 20]) {
    await press(page, 'radio', speak('own_list_k', String(k)));
    const f1 = (2 / (k + 1)).toFixed(3);
    await until(`the figures of ${k}`, async () => JSON.stringify(await labFigures(job, false)) ===
      JSON.stringify([(1 / k).toFixed(3), '1.000', f1, f1, String(k)]));
    const [precision, recall, f1Advice] = await labFigures(job, true);
    const hits = Math.round(Number(recall) * 30);
    assert.deepEqual([precision, recall, f1Advice],
      [hits / 30 / k, hits / 30, 2 * hits / (30 * k + 30)].map((one) => one.toFixed(3)));
  }
  await press(page, 'button', speak('undo'));
  await until('the state before', async () => await stateHash(page) === before);
  await closeToasts(page, speak);
}

export async function labKnowsFew(job) {
  const { page, speak } = job;
  await actAsCompany(job);
  await goTo(page, speak, 'lab');
  await appears(textIn(page, speak('own_list_few', '1', '30')));
  await appears(textIn(page, speak('own_list_ground', '1', '1', '697', '1')));
}
