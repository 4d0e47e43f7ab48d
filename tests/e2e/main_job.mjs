// The main job on real input: a company's own files go in, a reasoned course list comes out, and
// what is done there moves it at once and is still there after the browser died. A file carries it
// to another device. One company goes through all of these tests, in this order.
// The files are not ours: where they are not, nothing is registered and the count is said aloud.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';

import { launch } from './browser.mjs';
import { isSaved, say, until } from './face.mjs';
import { actAs } from './advice_face.mjs';
import { COURSES_FILE, folder, LEARNER, stateHash } from './company.mjs';
import { writeFiles } from './dirty_files.mjs';
import {
  assertRejected, dismissed, isDismissed, listIsASum, restored, whyNot, whyThis, wrongSynonyms,
} from './job_advice.mjs';
import {
  carryToEmptyProfile, enrolments, nothingNew, previewCounts, takeIn, terminalAgrees,
} from './job_files.mjs';
import { failing, passing, progress } from './job_learning.mjs';
import { labCounts, labKnowsFew, labKnowsNobody, teamIsTheGap } from './job_team.mjs';

async function dieAndCome(job) {
  await isSaved(job.page, job.speak);
  const hash = await stateHash(job.page);
  await job.world.killAndRestart();
  job.page = await job.world.open();
  await until('the same state', async () => await stateHash(job.page) === hash);
}

async function allIsThere(job) {
  await dieAndCome(job);
  await nothingNew(job);
  await assertRejected(job);
  await actAs(job, LEARNER[job.language]);
  await isDismissed(job);
}

// Each is a sentence about the page, and leaves it as the next one needs it.
const STEPS = [
  ['the preview counts every row of a dirty file', previewCounts],
  ['four files are one batch', takeIn],
  ['the list is best first, and its terms sum to its scores', listIsASum],
  ['the terminal counts and lists the same', terminalAgrees],
  ['the map of the team is the gap of the person, and its product', teamIsTheGap],
  ['without enrolments the lab has nothing to compare', labKnowsNobody],
  ['the lab counts hits of thirty people as by hand', labCounts],
  ['a wrong synonym is rejected, and the list moves', wrongSynonyms],
  ['a course says why it stands first', whyThis],
  ['a course says why not, and keeps its promise', whyNot],
  ['a course is taken and finished', progress],
  ['a fail is kept and lifts nothing', failing],
  ['a pass lifts the skills, and gap and list move', passing],
  ['what is not wanted leaves the list', dismissed],
  ['with one person the lab says that it is few', labKnowsFew],
  ['after the browser died all is there, and the same files bring nothing', allIsThere],
  ['what is restored is recommended again', restored],
  ['a file carries the company to an empty profile', carryToEmptyProfile],
];

// job: { language, locale, scale, isRepaired?, isUndone? }
export async function begin(job) {
  job.speak = say(job.language);
  job.files = writeFiles([{ name: 'enrolments.csv', bytes: enrolments() }]);
  job.world = await launch({ locale: job.locale, scale: job.scale });
  job.page = await job.world.open();
}

export async function end(job) {
  await job.world.close();
  job.files.remove();
  assert.deepEqual(job.world.problems, []);
}

// What comes after a broken step would only say so late.
async function inTurn(job, sentence, step) {
  assert.ok(!job.broken, `it comes after: ${job.broken}`);
  job.broken = sentence;
  await step(job);
  job.broken = null;
}

// [sentence, test]; none where the files are not.
export function testsOf(job) {
  if (existsSync(COURSES_FILE)) {
    return STEPS.map(([sentence, step]) => [sentence, () => inTurn(job, sentence, step)]);
  }
  console.log(`${STEPS.length} tests NOT REGISTERED: there is no ${folder}`);
  return [];
}
