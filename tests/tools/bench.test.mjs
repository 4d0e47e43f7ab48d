// What tools/bench makes of its figures. The measuring itself is not tested here: figures differ.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { wordOf } from '../../tools/bench_page/browser.mjs';
import { courseFile } from '../../tools/bench_page/courses.mjs';
import { brotliSize, findDist, partOf, sizesByPart } from '../../tools/bench_page/files.mjs';
import { ratioRows, readKernelLine } from '../../tools/bench_page/kernels.mjs';
import { rosterFile } from '../../tools/bench_page/roster.mjs';
import { longestTask } from '../../tools/bench_page/trace.mjs';
import {
  flatObject, median, missing, readArguments, row, shown, tableText, verdict,
} from '../../tools/bench_page/table.mjs';

const rooms = ['base', 'page'];

function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the median is one of the figures, and one slow run does not move it', () => {
  assert.equal(median([5, 1, 900]), 5);
  assert.equal(median([4, 1, 3, 2]), 2);
  assert.equal(median([7]), 7);
});

test('a figure passes up to its target', () => {
  assert.equal(verdict(row('page', 'a', 'ms', 700, { target: 700 })), 'pass');
  assert.equal(verdict(row('page', 'a', 'ms', 700.1, { target: 700 })), 'MISS');
  assert.equal(verdict(row('page', 'a', 'ms', 0, { target: 0 })), 'pass');
  assert.equal(verdict(row('page', 'a', 'ms', 5)), '');
  assert.equal(verdict(missing('page', 'a', 'no browser')), 'not measured');
});

test('figures are short and never in exponents', () => {
  assert.equal(shown(0.123456), '0.1235');
  assert.equal(shown(123456.7), '123457');
  assert.equal(shown(0), '0');
  assert.equal(shown(null), '-');
});

test('the table has a line for each row and says why one is missing', () => {
  const text = tableText([row('page', 'start', 'ms', 690.24, { target: 700 }),
    missing('ui', 'frame CPU', 'there is no Chromium')]);
  const lines = text.split('\n');
  assert.equal(lines.length, 4);
  assert.match(lines[1], /^page +start, ms +<= 700 +690.2 +pass +Chromium$/);
  assert.match(lines[2], /^ui +frame CPU +- +not measured +- +there is no Chromium$/);
});

test('the JSON is flat, and only what was measured is in it', () => {
  const rows = [row('base', 'SHA-256', 'MB/s', 312.25), missing('ui', 'frame CPU', 'why')];
  assert.deepEqual(flatObject(rows), { 'SHA-256, MB/s': 312.25 });
});

test('arguments come in any order', () => {
  assert.deepEqual(readArguments(['--json', 'a.json', 'page', '--built'], rooms),
    { room: 'page', json: 'a.json' });
  assert.deepEqual(readArguments([], rooms), {});
});

test('wrong arguments are refused with a sentence', () => {
  assert.match(readArguments(['kitchen'], rooms).error, /'kitchen' is not known.*base, page/);
  assert.match(readArguments(['--json'], rooms).error, /--json needs a value/);
  assert.match(readArguments(['page', 'base'], rooms).error, /'base'/);
});

test('a line of a native kernel becomes a row', () => {
  const one = readKernelLine('vault\tledger accepts\tms\t2.81\t-');
  assert.deepEqual([one.room, one.name, one.unit, one.figure, one.target, one.where],
    ['vault', 'ledger accepts', 'ms', 2.81, null, 'native']);
  assert.equal(readKernelLine('base\tSHA-256\tMB/s\t300\t-').room, 'machine');
});

test('a kernel with a target is held against its native twin', () => {
  const lines = (lists, matrix) => [`recommend\tlists\tms\t${lists}\t100`,
    `recommend\tgap matrix\tms\t${matrix}\t10`, 'base\tSHA-256\tMB/s\t300\t-'];
  const rows = ratioRows(lines(80, 4), lines(100, 8));
  assert.deepEqual(rows.map(({ name, figure, target }) => [name, figure, target]),
    [['lists, WASM', 100, null], ['lists, WASM by native', 1.25, 1.6],
      ['gap matrix, WASM', 8, null], ['gap matrix, WASM by native', 2, 1.6]]);
  assert.ok(rows.every(({ where }) => where === 'Node'));
  assert.deepEqual(ratioRows([], lines(100, 8)), []);
});

test('files are counted under the part they belong to', () => {
  assert.equal(partOf('app.wasm'), 'program');
  assert.equal(partOf('worker-core.wasm'), 'worker');
  assert.equal(partOf('fonts/inter-regular.otf'), 'Inter');
  assert.equal(partOf('fonts/icons.ttf'), 'icons');
  assert.equal(partOf('fonts/hanzi.ttf'), 'hanzi');
  assert.equal(partOf('boot.js'), 'page, scripts, styles');
});

test('sizes are those after brotli', () => inFolder((folder) => {
  writeFileSync(join(folder, 'app.wasm'), 'a'.repeat(100000));
  writeFileSync(join(folder, 'boot.js'), 'let one = 1;');
  assert.ok(brotliSize(join(folder, 'app.wasm')) < 100);
  const sizes = sizesByPart(folder, ['app.wasm', 'boot.js']);
  assert.equal(sizes.program, brotliSize(join(folder, 'app.wasm')) / 1000);
  assert.equal(sizes.hanzi, 0);
  assert.ok(sizes['page, scripts, styles'] > 0);
}));

test('the newest built page is measured', () => inFolder((folder) => {
  assert.equal(findDist(folder), null);
  for (const [name, seconds] of [['dist', 1000], ['build/wasm/dist', 2000]]) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.html'), '');
    utimesSync(join(folder, name, 'index.html'), seconds, seconds);
  }
  assert.equal(findDist(folder), join(folder, 'build/wasm/dist'));
}));

test('the made course list has as many different courses as asked for', () => {
  const lines = courseFile(10000).trim().split('\n');
  assert.equal(lines.length, 10001);
  assert.equal(new Set(lines.map((line) => line.split(',')[0])).size, 10001);
  assert.equal(courseFile(50), courseFile(50));
});

test('names come from the word list', () => {
  const text = 'ZT_WORD(apply, "确认导入", "Apply")\n';
  assert.equal(wordOf(text, 'apply'), 'Apply');
  assert.throws(() => wordOf(text, 'gone'), /no word 'gone'/);
});

test('the command explains itself without building anything', () => {
  const program = fileURLToPath(new URL('../../tools/bench', import.meta.url));
  const { status, stdout } = spawnSync(program, ['--help'], { encoding: 'utf8' });
  assert.equal(status, 0);
  assert.match(stdout, /tools\/bench \[ROOM\] \[--json FILE\]/);
});

test('a roster has as many people as asked for, the same ones each time, and no circle', () => {
  const text = rosterFile(200);
  assert.equal(rosterFile(200), text);
  const [head, ...rows] = text.trim().split('\n').map((line) => line.split(','));
  assert.equal(rows.length, 200);
  assert.equal(new Set(rows.map(([login]) => login)).size, 200);
  const manager = head.indexOf('manager_login');
  const number = (login) => Number(login.slice('user.'.length));
  const managed = rows.filter((cells) => cells[manager] !== '');
  assert.ok(managed.length > 100);
  for (const cells of managed) assert.ok(number(cells[manager]) < number(cells[0]));
});

test('the longest task is of the main thread and drew no frame', () => {
  const task = (tid, ts, dur, rest) => ({ name: 'RunTask', pid: 1, tid, ts, dur, ...rest });
  const events = [
    { name: 'thread_name', pid: 1, tid: 7, args: { name: 'CrRendererMain' } },
    { name: 'thread_name', pid: 1, tid: 8, args: { name: 'Compositor' } },
    task(7, 0, 4000), task(7, 10000, 90000), task(8, 0, 500000),
    task(7, 200000, 30000, { tdur: 9000 }),
    { name: 'FireAnimationFrame', pid: 1, tid: 7, ts: 20000 },
  ];
  assert.equal(longestTask(events), 9);
  assert.ok(longestTask(events, true) > 9);
  assert.equal(longestTask([]), 0);
});
