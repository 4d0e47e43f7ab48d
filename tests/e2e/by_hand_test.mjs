// A small company made by hand: two short files for its people and the role, then a catalogue typed
// course by course, as the source document has it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { find, launch } from './browser.mjs';
import {
  appears, chooseOption, closeToasts, disappears, goTo, heading, isSaved, main, press, say,
  textIn, type, until,
} from './face.mjs';
import { openPerson, readGaps, readList, titlesOf } from './advice_face.mjs';
import { stateHash } from './company.mjs';
import { dragFiles, previewed } from './import_face.mjs';
import { writeFiles } from './dirty_files.mjs';

const language = 'zh';
const speak = say(language);
const ROLE = '{"后端工程师":[{"skill":"分布式架构","priority":0.8},{"skill":"容器","priority":0.55}]}';
const ROSTER = 'login,姓名,邮箱,岗位,技能\n' +
  'wu.shi,吴时,wu.shi@example.invalid,后端工程师,\n' +
  'lin.mo,林默,lin.mo@example.invalid,后端工程师,分布式架构:1\n' +
  'he.gang,何岗,,,\n';
// id of the source -> [title, score, a skill that it teaches]
const COURSES = {
  c1: ['分布式架构入门', '0.8', '分布式架构'],
  c2: ['微服务架构进阶', '0.6', '分布式架构'],
  c3: ['容器技术实战', '0.9'],
  c4: ['云计算平台深度学习', '0.7'],
  c5: ['消息队列与分布式架构', '0.4'],
  c6: ['容器编排与部署', '0.5', '容器'],
};
const VIEW = ['c3', 'c1', 'c4', 'c2', 'c6'];
const title = (id) => COURSES[id][0];

let world;
let page;
let files;
let job;

const titles = () => main(page).getByRole('row').getByRole('link').allTextContents();
const isInvalid = (label) => find(page, 'textbox', label).first().getAttribute('aria-invalid');

before(async () => {
  files = writeFiles([{ name: 'roles.json', bytes: ROLE }, { name: 'people.csv', bytes: ROSTER }]);
  world = await launch({ locale: 'zh-CN', size: [1280, 1100] });
  page = await world.open();
  job = { page, speak, language };
  await type(page, speak('company_name'), '松石科技');
  await press(page, 'button', speak('door_empty_go'));
  await appears(page.getByRole('navigation'));
  await dragFiles(page, [files.path('roles.json'), files.path('people.csv')]);
  await previewed(page, speak);
  await press(page, 'button', speak('apply'));
  await disappears(find(page, 'button', speak('apply')));
  await isSaved(page, speak);
  await closeToasts(page, speak);
});
after(async () => {
  await world.close();
  files.remove();
});

async function editCourse(id) {
  await goTo(page, speak, 'catalog');
  await press(page, 'link', title(id));
  await appears(heading(page, title(id)));
  await press(page, 'button', speak('edit'));
  await appears(heading(page, speak('edit_course')));
}

async function askToDelete() {
  await press(page, 'button', speak('delete_course'));
  await appears(textIn(page, speak('delete_course_enrolled', '1', '林默')));
  await appears(textIn(page, speak('delete_course_required', '1', title('c6'))));
}

async function save(form) {
  await closeToasts(page, speak);
  await press(page, 'button', speak('save'));
  await disappears(heading(page, speak(form)));
}

test('an empty catalogue and a person without a role are said to be so', async () => {
  await openPerson(job, '林默');
  await appears(textIn(page, speak('advice_no_course')));
  await openPerson(job, '何岗');
  await appears(textIn(page, speak('advice_no_role')));
});

test('who has no skill on record is told so, and the gap is counted from nothing', async () => {
  await openPerson(job, '吴时');
  await appears(textIn(page, speak('evidence_empty')));
  const gaps = Object.fromEntries(await readGaps(job));
  assert.deepEqual(gaps, {
    分布式架构: { level: 0, wanted: 3, gap: 3, weight: 0.8, priority: 2.4,
      evidence: speak('evidence_none') },
    容器: { level: 0, wanted: 2, gap: 2, weight: 0.55, priority: 1.1,
      evidence: speak('evidence_none') },
  });
});

test('the six courses of the source are typed, and its view is best first', async () => {
  for (const [name, score, skill] of Object.values(COURSES)) {
    await goTo(page, speak, 'catalog');
    await press(page, 'button', speak('add_course'));
    await type(page, speak('field_title_zh'), name);
    await type(page, speak('field_popularity'), score);
    if (skill) {
      await chooseOption(page, speak('field_skill'), skill);
      await chooseOption(page, speak('lift_to', skill), speak('level_n', '2'));
    }
    await save('add_course');
  }
  await goTo(page, speak, 'catalog');
  await until('six courses', async () => (await titles()).length === 6);
  await press(page, 'checkbox', speak('source_view'));
  await until('the view in order', async () =>
    JSON.stringify(await titles()) === JSON.stringify(VIEW.map(title)));
  await press(page, 'checkbox', speak('source_view'));
});

test('a score that is no share is refused beside its field', async () => {
  await editCourse('c1');
  const before = await stateHash(page);
  for (const score of ['0,8', '1.0000001', '-0', 'NaN']) {
    await type(page, speak('field_popularity'), score);
    await press(page, 'button', speak('save'));
    await until(`${score} to be refused`, async () =>
      await isInvalid(speak('field_popularity')) === 'true');
    await type(page, speak('field_popularity'), '');
    await until('the complaint to go', async () =>
      await isInvalid(speak('field_popularity')) === null);
  }
  assert.equal(await stateHash(page), before);
  await press(page, 'button', speak('cancel'));
});

test('now there is a list, and the person with a skill stands elsewhere', async () => {
  await openPerson(job, '吴时');
  const beginner = await readList(job);
  assert.deepEqual(titlesOf(beginner).sort(), ['c1', 'c2', 'c6'].map(title).sort());
  await openPerson(job, '林默');
  const gaps = await readGaps(job);
  assert.equal(gaps.get('分布式架构').priority, 1.6);
  assert.notDeepEqual(await readList(job), beginner);
});

test('a circle of prerequisites is refused and named whole', async () => {
  for (const [id, before] of [['c2', 'c1'], ['c6', 'c2']]) {
    await editCourse(id);
    await chooseOption(page, speak('field_prerequisites'), title(before));
    await save('edit_course');
  }
  await editCourse('c1');
  await chooseOption(page, speak('field_prerequisites'), title('c6'));
  await press(page, 'button', speak('save'));
  const names = ['c1', 'c2', 'c6'].map(title);
  await until('the circle to be named', async () => (await main(page).innerText())
    .split('\n').some((line) => names.every((name) => line.includes(name))));
  await appears(heading(page, speak('edit_course')));
  await press(page, 'button', speak('cancel'));
  await openPerson(job, '吴时');
  const list = titlesOf(await readList(job));
  assert.ok(list.indexOf(title('c1')) < list.indexOf(title('c2')), list.join());
  assert.ok(list.indexOf(title('c2')) < list.indexOf(title('c6')), list.join());
});

test('a course in use names who hangs on it before it goes, and undo brings all back', async () => {
  await openPerson(job, '林默');
  await press(page, 'button', speak('act_as_person'));
  await goTo(page, speak, 'catalog');
  await press(page, 'link', title('c2'));
  await press(page, 'button', speak('enroll'));
  await appears(find(page, 'button', speak('withdraw')));
  await closeToasts(page, speak);
  await askToDelete();
  await press(page, 'button', speak('delete_all_the_same'));
  await appears(page.getByText(speak('toast_deleted', title('c2')), { exact: true }));
  await until('the course to go', async () => !(await titles()).includes(title('c2')));
  await press(page, 'button', speak('undo'));
  await press(page, 'link', title('c2'));
  await appears(find(page, 'button', speak('withdraw')));
  await askToDelete();
  await press(page, 'button', speak('cancel'));
});

test('nothing of this troubled the page', async () => {
  await isSaved(page, speak);
  assert.deepEqual(world.problems, []);
});
