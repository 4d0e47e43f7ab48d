// The main job on real input: a company's own files go in, a reasoned course list comes out, what
// is done there is still there after the browser died, and a file carries it to another device.
// The files are not ours: where they are not, nothing is registered and the count is said aloud.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { find, launch, ready } from './browser.mjs';
import {
  appears, bringIntoView, chooseFiles, click, clone, closeToasts, disappears, goTo, isSaved, main,
  pattern, press, readMirror, say, textIn, until,
} from './face.mjs';
import { openFiles, previewed, readCounts } from './import_face.mjs';

const folder = join(process.env.ZHITU_DATA ?? join(clone, '..', 'shared', 'data'), 'kizak_courses');
const FILES = ['courses_final.csv', 'job_skill.json', 'skill_mapping.json']
  .map((name) => join(folder, name)).concat(join(clone, 'tests', 'files', 'roster.csv'));
const LEARNER = { login: 'cui.yu', zh: '崔宇', en: 'Cui Yu' };

const stateHash = (page) => page.evaluate(() => globalThis.zhitu.stats().stateHash);
const button = (page, name) => page.getByRole('button', { name, exact: true });

// Things in the order in which page and terminal count them.
const THINGS = { courses: 'things_courses', skills: 'things_skills', roles: 'things_roles',
  teams: 'things_teams', people: 'things_people' };

async function importFiles(page, speak, { isRepaired = false } = {}) {
  await openFiles(page, speak, FILES);
  const counts = await readCounts(page);
  assert.deepEqual(counts[speak('things_courses')], [697, 0, 0]);
  assert.deepEqual(counts[speak('things_roles')], [60, 0, 0]);
  assert.deepEqual(counts[speak('things_people')], [50, 0, 0]);
  await appears(main(page).getByText(speak('import_refused_some', '16')));
  await bringIntoView(page, find(page, 'combobox', speak('currency_of', 'Stepik')));
  assert.equal(await valueOf(page, speak('currency_of', 'Stepik')), 'RUB');
  if (isRepaired) await repair(page, speak);
  await applyAll(page, speak);
  return counts;
}

const valueOf = (page, name) => find(page, 'combobox', name).first().evaluate((element) =>
  element.value ?? element.getAttribute('aria-valuetext') ?? element.textContent);

// Text that was decoded twice: 170 descriptions and 14 titles, and the names of some authors.
async function repair(page, speak) {
  const cells = [speak('repair_descriptions', '170'), speak('repair_titles', '14')];
  const box = page.getByRole('checkbox', { name: cells.join(speak('list_comma')) });
  await click(page, box);
  await until('the files to be read again', async () =>
    await box.first().getAttribute('aria-checked') === 'true');
  await previewed(page, speak);
}

async function applyAll(page, speak) {
  await press(page, 'button', speak('apply'));
  await disappears(button(page, speak('apply')), 60000);
  await isSaved(page, speak);
}

async function openLearner(page, speak, language) {
  await goTo(page, speak, 'team');
  await press(page, 'link', LEARNER[language]);
  await appears(page.getByRole('heading', { name: speak('recommended_for'), exact: true }));
}

// The list as the page says it: title, score, and the parts it is the sum of.
async function readList(page, speak, language) {
  const nodes = await readMirror(page);
  const begin = nodes.findIndex((node) =>
    node.role === 'heading' && (node.label || node.text) === speak('recommended_for'));
  assert.ok(begin >= 0, 'the list has its heading');
  const sum = pattern(language, 'sum_is');
  const list = [];
  for (const node of nodes.slice(begin)) {
    const words = node.label || node.text;
    if (node.role === 'link') list.push({ title: words, parts: [], score: null });
    const part = node.role === 'listitem' && words.match(/[+−](\d\.\d\d)$|(0\.00)$/);
    if (part) list.at(-1).parts.push(Number(part[0].replace('−', '-')));
    const total = words.match(sum);
    if (total) list.at(-1).score = Number(total[1]);
  }
  return list.filter((item) => item.score !== null);
}

function assertSums(list) {
  assert.ok(list.length >= 5, `${list.length} recommendations`);
  for (const { title, parts, score } of list) {
    const sum = parts.reduce((a, b) => a + b, 0);
    assert.ok(parts.length >= 4, `${title} has ${parts.length} parts`);
    assert.ok(Math.abs(sum - score) < 0.001, `${title}: ${parts.join(' ')} is not ${score}`);
  }
  const scores = list.map((item) => item.score);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a), 'best first');
}

// --- The native twin
function withTerminal(work) {
  assert.ok(existsSync(process.env.ZHITU_CLI), `${process.env.ZHITU_CLI} is not built`);
  const profile = mkdtempSync(join(tmpdir(), 'zhitu-cli-'));
  try {
    return work((command, ...words) => {
      const { status, stdout, stderr } = spawnSync(process.env.ZHITU_CLI,
        [command, profile, ...words], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      return stdout;
    });
  } finally {
    rmSync(profile, { recursive: true });
  }
}

// Titles and scores to the digits the page shows.
function listOf(cli, count) {
  const answer = cli('recommend', LEARNER.login, '--count', String(count), '--json');
  return JSON.parse(answer).items.map(({ title, score }) =>
    ({ title, score: Number(score.toFixed(2)) }));
}

// The same files on the terminal: the same counts, titles and scores.
function assertTerminalAgrees(speak, counts, list, isRepaired) {
  withTerminal((cli) => {
    const said = cli('import', ...FILES, ...(isRepaired ? ['--repair'] : []));
    for (const [what, word] of Object.entries(THINGS)) {
      const numbers = said.match(new RegExp(`^${what} +(\\d+) +(\\d+) +(\\d+)$`, 'm'));
      assert.deepEqual(numbers?.slice(1).map(Number), counts[speak(word)], what);
    }
    assert.deepEqual(list.map(({ title, score }) => ({ title, score })),
      listOf(cli, list.length), 'page and terminal agree');
  });
}

// What the page exported, on the terminal: the same state hash.
function assertTerminalTakes(path, hash) {
  withTerminal((cli) => assert.match(cli('import', path), new RegExp(`state ${hash}`)));
}

// Taken to an empty profile as a file: the same hash there.
async function carryToEmptyProfile(page, speak, locale) {
  await goTo(page, speak, 'data_privacy');
  const [download] = await Promise.all([page.waitForEvent('download'),
    press(page, 'button', speak('export_go'))]);
  const path = join(mkdtempSync(join(tmpdir(), 'zhitu-export-')), 'company.json');
  await download.saveAs(path);
  const hash = await stateHash(page);
  await appears(textIn(page, hash));
  const other = await launch({ locale });
  try {
    assertTerminalTakes(path, hash);
    const empty = await other.open();
    await chooseFiles(empty, button(empty, speak('door_files_go')), path);
    await click(empty, button(empty, speak('apply')));
    await isSaved(empty, speak);
    await appears(textIn(empty, hash));
    assert.equal(await stateHash(empty), hash);
  } finally {
    await other.close();
  }
}

// One batch: undone whole, and applied again.
async function undoAndRedo(page, speak, options, empty) {
  await press(page, 'button', speak('undo'));
  await until('the empty company', async () => await stateHash(page) === empty);
  await isSaved(page, speak);
  await page.reload();
  await ready(page);
  assert.equal(await stateHash(page), empty, 'the undone batch is not on the disk either');
  await importFiles(page, speak, options);
}

async function assertNothingNew(page, speak) {
  await goTo(page, speak, 'data_privacy');
  const before = await stateHash(page);
  await openFiles(page, speak, FILES);
  await appears(textIn(page, speak('import_no_change')));
  for (const numbers of Object.values(await readCounts(page))) {
    assert.deepEqual(numbers.slice(0, 2), [0, 0]);
  }
  await press(page, 'button', speak('cancel'));
  assert.equal(await stateHash(page), before);
}

async function runMainJob(language, scale, options) {
  const speak = say(language);
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  const world = await launch({ locale, scale });
  try {
    let page = await world.open();
    const empty = await stateHash(page);
    const counts = await importFiles(page, speak, options);
    if (options.isUndone) await undoAndRedo(page, speak, options, empty);
    await closeToasts(page, speak);
    await openLearner(page, speak, language);
    const list = await readList(page, speak, language);
    assertSums(list);
    assertTerminalAgrees(speak, counts, list, options.isRepaired);
    await click(page, main(page).getByRole('button', { name: speak('enroll') }).first());
    await until('the course to leave the list', async () =>
      (await readList(page, speak, language))[0]?.title !== list[0].title);
    await isSaved(page, speak);
    const enrolled = await stateHash(page);

    await world.killAndRestart();
    page = await world.open();
    await until('the same state', async () => await stateHash(page) === enrolled);
    await openLearner(page, speak, language);
    await appears(main(page).getByRole('link', { name: list[0].title, exact: true }));
    await assertNothingNew(page, speak);
    if (options.isCarried) await carryToEmptyProfile(page, speak, locale);
    assert.deepEqual(world.problems, []);
  } finally {
    await world.close();
  }
}

if (!existsSync(FILES[0])) {
  console.log(`2 tests NOT REGISTERED: there is no ${folder}`);
} else {
  test('the main job on real files, in Chinese', () =>
    runMainJob('zh', 1, { isRepaired: true, isCarried: true }));
  test('the main job on real files, in English, at pixel ratio 1.5', () =>
    runMainJob('en', 1.5, { isUndone: true }));
}
