// A company as it comes: four files, the person whom the tests follow, and the native program that
// does the same work. The files but for the roster are not ours.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { find } from './browser.mjs';
import {
  appears, bringIntoView, click, clone, disappears, isSaved, main, press, until,
} from './face.mjs';
import { openFiles, previewed, readCounts } from './import_face.mjs';

export const folder =
  join(process.env.ZHITU_DATA ?? join(clone, '..', 'shared', 'data'), 'kizak_courses');
export const COURSES_FILE = join(folder, 'courses_final.csv');
export const FILES = [COURSES_FILE, join(folder, 'job_skill.json'),
  join(folder, 'skill_mapping.json'), join(clone, 'tests', 'files', 'roster.csv')];
export const LEARNER = { login: 'cui.yu', zh: '崔宇', en: 'Cui Yu' };

export const stateHash = (page) => page.evaluate(() => globalThis.zhitu.stats().stateHash);
export const button = (page, name) => page.getByRole('button', { name, exact: true });

// --- In
export async function importCompany({ page, speak, isRepaired }) {
  await openFiles(page, speak, FILES);
  const counts = await readCounts(page);
  assert.deepEqual(counts[speak('things_courses')], [697, 0, 0]);
  assert.deepEqual(counts[speak('things_roles')], [60, 0, 0]);
  assert.deepEqual(counts[speak('things_people')], [50, 0, 0]);
  await appears(main(page).getByText(speak('import_refused_some', '16')));
  const currency = find(page, 'combobox', speak('currency_of', 'Stepik'));
  await bringIntoView(page, currency);
  assert.equal(await currency.first().textContent(), 'RUB');
  if (isRepaired) await repair(page, speak);
  await press(page, 'button', speak('apply'));
  await disappears(button(page, speak('apply')), 60000);
  await isSaved(page, speak);
  return counts;
}

// Text that was decoded twice: 170 descriptions and 14 titles, and the names of some authors.
export const repairBox = (page, speak) => page.getByRole('checkbox', {
  name: [speak('repair_descriptions', '170'), speak('repair_titles', '14')]
    .join(speak('list_comma')) });

async function repair(page, speak) {
  const box = repairBox(page, speak);
  await click(page, box);
  await until('the files to be read again', async () =>
    await box.first().getAttribute('aria-checked') === 'true');
  await previewed(page, speak);
}

// --- The native twin
export function withTerminal(work) {
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

// Titles and scores to the last digit.
export function listOnTerminal(cli, login, count) {
  const answer = cli('recommend', login, '--count', String(count), '--json');
  return JSON.parse(answer).items.map(({ title, score }) => ({ title, whole: score }));
}
