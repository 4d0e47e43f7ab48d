#!/usr/bin/env node
// Mutation testing (T3): makes each mistake listed in tests/mutation/mutants.txt, one by one, and
// runs the tests of the rooms base and vault. At least 95 % must be noticed, and each survivor be
// explained in the list.
//
//   tools/mutate.mjs [--jobs N] [FIRST [COUNT]]      a part of the list
//
// Needs a configured build/gcc; works in build/mutation, where objects of unchanged sources stay.
// A mutant costs one compilation (-O1), one link and, mostly, the quick tests: the
// slow ones run only when those noticed nothing. Exit code 0: enough were noticed.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const build = path.join(root, 'build/gcc');
const work = path.join(root, 'build/mutation');
const shareToNotice = 0.95;
const secondsMax = 240;  // of one program of tests; an endless loop is noticed too
// Few cases each: a mistake that only the hundredth history shows is what the survivors tell.
const amounts = { ZHITU_HISTORIES: '200', ZHITU_CRASH_POINTS: '300', ZHITU_FUZZ_SECONDS: '0' };
const slowTests = 'Crash.at_every*:Convergence.every_replica*:Parsers/*:LedgerPast.no_more*';

// The lines of the list. `survives`: why no test can notice it, where a comment before it says so.
export function parseMutants(text) {
  const mutants = [];
  let file = '';
  let survives = '';
  for (const line of text.split('\n')) {
    const reason = /^# survives: (.*)/.exec(line);
    if (reason) survives = reason[1];
    if (line === '' || line.startsWith('# ')) continue;
    const arrow = line.indexOf(' =>');
    if (arrow < 0) {
      file = line;
      continue;
    }
    const unescape = (piece) => piece.replaceAll('\\n    ', '\n    ');
    mutants.push({ file, from: unescape(line.slice(0, arrow)),
                   to: unescape(line.slice(arrow + 3).replace(/^ /, '')), survives });
    survives = '';
  }
  return mutants;
}

export function readMutants() {
  return parseMutants(fs.readFileSync(path.join(root, 'tests/mutation/mutants.txt'), 'utf8'));
}

// The source with the mistake in it. Throws when its place is not found, or not only once.
export function mutated(mutant) {
  const source = fs.readFileSync(path.join(root, mutant.file), 'utf8');
  const pieces = source.split(mutant.from);
  if (pieces.length !== 2) throw new Error(`${mutant.file}: ${pieces.length - 1} × ${mutant.from}`);
  return pieces.join(mutant.to);
}

// Resolves to the exit code and what was said on stderr; null after `seconds`.
function run(command, { seconds = 600, environment = process.env, isLoud = true } = {}) {
  return new Promise((done) => {
    const child = spawn('/bin/sh', ['-c', `exec ${command}`], {
      cwd: build, env: environment, stdio: ['ignore', 'ignore', isLoud ? 'pipe' : 'ignore'] });
    let said = '';
    child.stderr?.on('data', (bytes) => { said += bytes; });
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, said });
    });
  });
}

// The compile command of a source as build/gcc knows it, to another object, of another file.
function compileCommand(entry, source, object) {
  return entry.command.replaceAll(/ -O[0-3] /g, ' ').replace(/ -o \S+ -c \S+$/, '') +
    ` -O1 -w -o ${object} -c ${source}`;
}

const modified = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

// Calls `work` for each item, `jobs` at a time.
async function inParallel(items, jobs, work) {
  let next = 0;
  const lane = async (number) => {
    while (next < items.length) {
      const index = next++;
      await work(items[index], index, number);
    }
  };
  await Promise.all(Array.from({ length: jobs }, (_, number) => lane(number)));
}

class Bench {
  constructor() {
    const entries = JSON.parse(fs.readFileSync(path.join(build, 'compile_commands.json'), 'utf8'));
    const isOurs = (entry) => /\/(src|tests)\/(base|vault)\/[^/]+\.cpp$/.test(entry.file);
    this.units = entries.filter(isOurs).map((entry) => ({
      entry, name: path.relative(root, entry.file),
      object: path.join(work, path.relative(root, entry.file).replaceAll('/', '_') + '.o') }));
    this.libraries = ['libzt_sodium.a', 'libzt_gtest.a'].map((name) => path.join(build, name));
    fs.mkdirSync(work, { recursive: true });
  }

  // Compiles what is older than any header or its source.
  async prepare(jobs) {
    const headers = ['src/base', 'src/vault', 'tests/vault'].flatMap((folder) =>
      fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.h'))
        .map((name) => modified(path.join(root, folder, name))));
    const newest = Math.max(...headers);
    const stale = this.units.filter((unit) =>
      modified(unit.object) < Math.max(newest, modified(unit.entry.file)));
    await inParallel(stale, jobs, async (unit) => {
      const made = await run(compileCommand(unit.entry, unit.entry.file, unit.object));
      if (made.code !== 0) throw new Error(made.said);
    });
  }

  // Whether the tests of a room pass with some objects exchanged.
  async passes(room, exchanged, lane) {
    const isUsed = (unit) => unit.name.startsWith(`tests/${room}/`) ||
      unit.name.startsWith('src/');
    const objects = this.units.filter(isUsed)
      .map((unit) => exchanged.get(unit.name) ?? unit.object);
    const program = path.join(work, `${room}_tests_${lane}`);
    const linked = await run(['c++', '-fuse-ld=gold', '-o', program, ...objects,
                              ...this.libraries, '-lpthread'].join(' '));
    if (linked.code !== 0) throw new Error(linked.said);
    for (const filter of [`-${slowTests}`, slowTests]) {
      const tested = await run(`${program} --gtest_fail_fast --gtest_brief=1 ` +
        `'--gtest_filter=${filter}'`,
        { seconds: secondsMax, environment: { ...process.env, ...amounts }, isLoud: false });
      if (tested.code !== 0) return false;
    }
    return true;
  }

  // 'noticed', 'SURVIVED', or 'INVALID': does not compile, so it is no mistake one could make.
  async fate(mutant, lane) {
    const unit = this.units.find((each) => each.name === mutant.file);
    const source = path.join(work, `mutant_${lane}.cpp`);
    const object = path.join(work, `mutant_${lane}.o`);
    fs.writeFileSync(source, mutated(mutant));
    const made = await run(compileCommand(unit.entry, source, object));
    if (made.code !== 0) return 'INVALID';
    const exchanged = new Map([[mutant.file, object]]);
    const rooms = mutant.file.startsWith('src/base/') ? ['base', 'vault'] : ['vault'];
    for (const room of rooms) {
      if (!await this.passes(room, exchanged, lane)) return 'noticed';
    }
    return 'SURVIVED';
  }
}

function readWish(words) {
  const at = words.indexOf('--jobs');
  const jobs = at < 0 ? os.availableParallelism() : Number(words.splice(at, 2)[1]);
  const [first = 1, count = Infinity] = words.map(Number);
  return { jobs, first, count };
}

// Enough noticed, none invalid, no survivor without an explanation, no explanation that is wrong.
export function judge(mutants, fates) {
  const noticed = fates.filter((fate) => fate === 'noticed').length;
  const isFine = mutants.every((mutant, index) => mutant.survives !== ''
    ? fates[index] === 'SURVIVED' : fates[index] === 'noticed');
  return isFine && noticed >= shareToNotice * mutants.length;
}

async function main() {
  const { jobs, first, count } = readWish(process.argv.slice(2));
  const mutants = readMutants().slice(first - 1, first - 1 + count);
  const bench = new Bench();
  await bench.prepare(jobs);
  for (const room of ['base', 'vault']) {
    if (!await bench.passes(room, new Map(), 0)) {
      throw new Error(`the tests of ${room} fail without any mutant`);
    }
  }
  const fates = [];
  await inParallel(mutants, jobs, async (mutant, index, lane) => {
    fates[index] = await bench.fate(mutant, lane);
    const place = `${mutant.file}: ${mutant.from.replaceAll('\n', ' ')}`;
    console.log(`${first + index} ${fates[index].padEnd(8)} ${place}`);
    const remark = fates[index] === 'SURVIVED' ? mutant.survives || 'not explained' : '';
    if (remark !== '') console.log(`    ${remark}`);
  });
  const noticed = fates.filter((fate) => fate === 'noticed').length;
  console.log(`${noticed} of ${mutants.length} mutants noticed`);
  process.exitCode = judge(mutants, fates) ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
