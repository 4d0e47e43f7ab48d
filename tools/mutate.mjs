#!/usr/bin/env node
// Mutation testing (T3): makes each mistake listed in tests/mutation/mutants.txt, one by one, and
// runs the tests of the rooms base and vault. At least 95 % must be noticed.
//
//   tools/mutate.mjs [FIRST [COUNT]]      a part of the list
//
// Needs a configured build/gcc; works in build/mutation. Exit code 0: enough were noticed.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const build = path.join(root, 'build/gcc');
const work = path.join(root, 'build/mutation');
const shareToNotice = 0.95;

export function parseMutants(text) {
  const mutants = [];
  let file = '';
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# ')) continue;
    const arrow = line.indexOf(' =>');
    if (arrow < 0) {
      file = line;
      continue;
    }
    const unescape = (piece) => piece.replaceAll('\\n    ', '\n    ');
    mutants.push({ file, from: unescape(line.slice(0, arrow)),
                   to: unescape(line.slice(arrow + 3).replace(/^ /, '')) });
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

function run(command, options = {}) {
  return spawnSync('/bin/sh', ['-c', command], { cwd: build, encoding: 'utf8', ...options });
}

// The compile command of a source as build/gcc knows it, to another object, of another file.
function compileCommand(entry, source, object) {
  return entry.command.replace(/ -O3 /, ' -O1 ').replace(/ -o \S+ -c \S+$/, '') +
    ` -I ${path.dirname(entry.file)} -w -o ${object} -c ${source}`;
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

  prepare() {
    for (const unit of this.units) {
      const made = run(compileCommand(unit.entry, unit.entry.file, unit.object));
      if (made.status !== 0) throw new Error(made.stderr);
    }
  }

  // Whether the tests of a room pass with some objects exchanged.
  passes(room, exchanged) {
    const isUsed = (unit) => unit.name.startsWith(`tests/${room}/`) ||
      unit.name.startsWith('src/');
    const objects = this.units.filter(isUsed)
      .map((unit) => exchanged.get(unit.name) ?? unit.object);
    const program = path.join(work, `${room}_tests`);
    const linked = run(
      ['c++', '-o', program, ...objects, ...this.libraries, '-lpthread'].join(' '));
    if (linked.status !== 0) throw new Error(linked.stderr);
    const environment = { ...process.env, ZHITU_HISTORIES: '300', ZHITU_CRASH_POINTS: '400',
                          ZHITU_FUZZ_SECONDS: '0' };
    const tested = run(`${program} --gtest_fail_fast --gtest_brief=1`,
                       { env: environment, timeout: 120_000, stdio: 'ignore' });
    return tested.status === 0;
  }

  // Compiles wrong: noticed by the compiler. Otherwise a test has to notice.
  isNoticed(mutant) {
    const unit = this.units.find((each) => each.name === mutant.file);
    const source = path.join(work, 'mutant.cpp');
    const object = path.join(work, 'mutant.o');
    fs.writeFileSync(source, mutated(mutant));
    if (run(compileCommand(unit.entry, source, object)).status !== 0) return true;
    const exchanged = new Map([[mutant.file, object]]);
    const rooms = mutant.file.startsWith('src/base/') ? ['base', 'vault'] : ['vault'];
    return rooms.some((room) => !this.passes(room, exchanged));
  }
}

function main() {
  const [first = 1, count = Infinity] = process.argv.slice(2).map(Number);
  const mutants = readMutants().slice(first - 1, first - 1 + count);
  const bench = new Bench();
  bench.prepare();
  if (!bench.passes('vault', new Map())) throw new Error('the tests fail without any mutant');
  let noticed = 0;
  mutants.forEach((mutant, index) => {
    const isNoticed = bench.isNoticed(mutant);
    noticed += isNoticed ? 1 : 0;
    const place = `${mutant.file}: ${mutant.from.replaceAll('\n', ' ')}`;
    console.log(`${first + index} ${isNoticed ? 'noticed ' : 'SURVIVED'} ${place}`);
  });
  console.log(`${noticed} of ${mutants.length} mutants noticed`);
  process.exitCode = noticed >= shareToNotice * mutants.length ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
