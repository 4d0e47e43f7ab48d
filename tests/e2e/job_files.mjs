// The main job, its files: what the preview says of them, one batch in and out again, nothing new
// the second time, the same numbers on the terminal, and all of it as one file on another device.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launch, ready } from './browser.mjs';
import {
  appears, chooseFiles, click, closeToasts, goTo, isSaved, main, pattern, press, textIn, until,
} from './face.mjs';
import { actAsCompany } from './advice_face.mjs';
import {
  button, COURSES_FILE, FILES, importCompany, LEARNER, listOnTerminal, repairBox, stateHash,
  withTerminal,
} from './company.mjs';
import { readCsv } from './dirty_files.mjs';
import { openFiles, readCounts, readGroups, readRows } from './import_face.mjs';

// Things in the order in which page and terminal count them.
const THINGS = { courses: 'things_courses', skills: 'things_skills', roles: 'things_roles',
  teams: 'things_teams', people: 'things_people' };

// Thirty people of the roster, each in the course that most people take.
export function enrolments() {
  const courses = readCsv(readFileSync(COURSES_FILE, 'utf8'));
  const column = (name) => courses[0].indexOf(name);
  const learners = (row) => Number(row[column('students')]) || 0;
  const [most] = courses.slice(1).sort((a, b) => learners(b) - learners(a));
  const logins = readCsv(readFileSync(FILES.at(-1), 'utf8')).slice(1, 31).map(([login]) => login);
  return ['login,course,status,date', ...logins.map((login) =>
    `${login},${most[column('url')]},enrolled,2026-03-02`)].join('\n');
}

// 749 rows are 697 courses, 16 refused and 36 merged into the one before; what was taken otherwise
// than written is counted too.
export async function previewCounts({ page, speak, language }) {
  await openFiles(page, speak, COURSES_FILE);
  const size = pattern(language, 'rows_in_file').source.replace('(.*)', '([\\d,]+)').slice(1, -1);
  const about = (await main(page).innerText()).match(`· ${size}`);
  const rows = Number(about[1].replace(',', ''));
  const [added] = (await readCounts(page))[speak('things_courses')];
  await appears(textIn(page, speak('assume_rating_zero', '64')));
  await appears(textIn(page, speak('assume_price_empty', '210')));
  await appears(repairBox(page, speak));  // 170 descriptions, 14 titles
  const groups = await readGroups(page, language);
  const listed = async (group) => {
    await press(page, 'radio', speak(`tab_${group}`, groups[group]));
    await appears(textIn(page, speak(`group_${group}`)));
    return readRows(page, 'courses_final.csv');
  };
  const refused = await listed('refused');
  const warned = await listed('warned');
  assert.deepEqual([refused.length, warned.length], [groups.refused, groups.warned],
    'every row that a tab promises is listed');
  const merged = warned.filter((cells) => cells[4].includes(speak('taken_merged')));
  const difficulties = warned.filter(([, , column]) => column === 'difficulty');
  assert.deepEqual([rows, refused.length, merged.length, added], [749, 16, 36, 697]);
  assert.equal(rows - refused.length - merged.length, added);
  assert.equal(difficulties.length, 18);
  await press(page, 'button', speak('cancel'));
}

// The same files on the terminal: the same counts, titles and scores.
export function terminalAgrees({ speak, counts, list, isRepaired }) {
  withTerminal((cli) => {
    const said = cli('import', ...FILES, ...(isRepaired ? ['--repair'] : []));
    for (const [what, word] of Object.entries(THINGS)) {
      const numbers = said.match(new RegExp(`^${what} +(\\d+) +(\\d+) +(\\d+)$`, 'm'));
      assert.deepEqual(numbers?.slice(1).map(Number), counts[speak(word)], what);
    }
    assert.deepEqual(list.map(({ title, whole }) => ({ title, whole })),
      listOnTerminal(cli, LEARNER.login, list.length), 'page and terminal agree');
  });
}

// One batch: undone whole, and applied again.
export async function takeIn(job) {
  job.empty = await stateHash(job.page);
  job.counts = await importCompany(job);
  if (job.isUndone) await undoAndRedo(job);
  await closeToasts(job.page, job.speak);
}

async function undoAndRedo(job) {
  const { page, speak } = job;
  await press(page, 'button', speak('undo'));
  await until('the empty company', async () => await stateHash(page) === job.empty);
  await isSaved(page, speak);
  await page.reload();
  await ready(page);
  assert.equal(await stateHash(page), job.empty, 'the undone batch is not on the disk either');
  assert.deepEqual(await importCompany(job), job.counts);
}

export async function nothingNew({ page, speak }) {
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

// Taken to an empty profile as a file: the same hash there, and on the terminal.
export async function carryToEmptyProfile(job) {
  const { page, speak } = job;
  await actAsCompany(job);
  await goTo(page, speak, 'data_privacy');
  const [download] = await Promise.all([page.waitForEvent('download'),
    press(page, 'button', speak('export_go'))]);
  const path = join(mkdtempSync(join(tmpdir(), 'zhitu-export-')), 'company.json');
  await download.saveAs(path);
  const hash = await stateHash(page);
  await appears(textIn(page, hash));
  withTerminal((cli) => assert.match(cli('import', path), new RegExp(`state ${hash}`)));
  const other = await launch({ locale: job.locale });
  try {
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
