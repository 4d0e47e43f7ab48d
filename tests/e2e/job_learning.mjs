// The main job, learning: a course is taken and finished, a fail lifts nothing, a pass does.

import assert from 'node:assert/strict';

import {
  appears, chooseOption, closeToasts, pattern, press, readMirror, textIn,
} from './face.mjs';
import {
  openCourse, openMySkills, readGaps, readList, readTable, titlesOf,
} from './advice_face.mjs';

// [skill, from, to] of a course page.
async function readLifts({ page, speak, language }) {
  const nodes = (await readMirror(page))
    .map((node) => ({ role: node.role, says: node.label || node.text }));
  const begin = nodes.findIndex(({ role, says }) =>
    role === 'heading' && says === speak('teaches_heading'));
  const rest = nodes.slice(begin + 1);
  const texts = rest.slice(0, rest.findIndex(({ role }) => role === 'heading'))
    .map(({ says }) => says);
  const lift = new RegExp(pattern(language, 'level_from_to').source
    .replaceAll('(.*)', '(\\d)').replace(/\$$/, ''));
  return texts.flatMap((text, at) => {
    const match = text.match(lift);
    return match ? [[texts[at - 1], Number(match[1]), Number(match[2])]] : [];
  });
}

export async function progress(job) {
  const { page, speak } = job;
  await openMySkills(job);
  job.taken = (await readList(job))[0].title;
  await openCourse(job, job.taken);
  job.lifts = await readLifts(job);
  await press(page, 'button', speak('enroll'));
  await appears(textIn(page, speak('course_progress', '0', '1')));
  await appears(textIn(page, speak('already_taken')));
  await closeToasts(page, speak);
  await press(page, 'button', speak('finish_course'));
  await appears(textIn(page, speak('course_progress', '1', '1')));
  await openMySkills(job);
  const row = (await readTable(page, speak('enrolments_heading')))
    .find(([title]) => title === job.taken);
  assert.ok(row[1].startsWith(speak('status_finished')), row[1]);
  assert.equal(row[2], speak('n_of_m', '1', '1'));
  assert.ok(!titlesOf(await readList(job)).includes(job.taken), 'taken is not recommended');
}

async function record(job, grade) {
  const { page, speak } = job;
  await openMySkills(job);
  await openCourse(job, job.taken);
  await chooseOption(page, speak('result_grade'), speak(grade));
  await closeToasts(page, speak);
  await press(page, 'button', speak('result_save'));
  await closeToasts(page, speak);
  const rows = await readTable(page, speak('results_heading'));
  const row = rows.find((cells) => cells[1] === speak(grade));
  await openMySkills(job);
  return { rows, meaning: row[2], gaps: await readGaps(job), list: await readList(job) };
}

export async function failing(job) {
  await openMySkills(job);
  job.before = { gaps: await readGaps(job), list: await readList(job) };
  const { rows, meaning, gaps, list } = await record(job, 'grade_fail');
  assert.equal(rows.length, 1, 'the fail is kept');
  assert.equal(meaning, job.speak('skill_unmoved'));
  assert.deepEqual({ gaps, list }, job.before);
}

export async function passing(job) {
  const { speak } = job;
  const { rows, meaning, gaps, list } = await record(job, 'grade_good');
  assert.equal(rows.length, 2, 'the fail is still there');
  let moved = 0;
  for (const [skill, , to] of job.lifts) {
    const was = job.before.gaps.get(skill);
    if (!was) continue;
    const is = gaps.get(skill);
    assert.equal(is.level, Math.max(was.level, to), skill);
    assert.equal(is.gap, Math.max(0, is.wanted - is.level), skill);
    if (was.level === is.level) continue;
    assert.ok(is.evidence.startsWith(speak('evidence_test')), is.evidence);
    const move = speak('skill_moved', skill, String(was.level), String(to));
    assert.ok(meaning.includes(move), meaning);
    moved++;
  }
  assert.ok(moved > 0, 'a skill of the role is lifted');
  assert.notDeepEqual(list, job.before.list, 'the list moves');
}
