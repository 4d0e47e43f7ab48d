#!/usr/bin/env node
// Fuzzing (T10): clang's libFuzzer with sanitizers over each parser of tests/vault/parsers.h, from
// the good examples and from tests/fuzz/corpus; then the lines of the parsers that the inputs
// reached. At least 90 % of the lines must be.
//
//   tools/fuzz.mjs [--seconds N] [--keep]     60 seconds a parser unless told otherwise
//
//   --keep    writes the inputs that reach something new into tests/fuzz/corpus, the smallest first
//
// Builds build/fuzz. What broke a parser stays in build/fuzz/broken; put it into the corpus with
// --keep once it is mended. Needs ZHITU_CLANG and ZHITU_CLANGXX (tools/setup). Exit code 0: nothing
// broke, and the coverage is reached.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const build = path.join(root, 'build/fuzz');
const parsers = ['json', 'change', 'segment', 'manifest'];
const sources = ['src/base/json.cpp', 'src/vault/change.cpp', 'src/vault/json_readers.cpp',
                 'src/vault/manifest.cpp', 'src/vault/op.cpp', 'src/vault/segment.cpp'];
const percentToReach = 90;
const inputBytesMax = 4096;
const keptBytesMax = 400;  // of one input, so that the corpus stays a small text
const keptInputsMax = 120;

// A corpus is text: one input a line, in hexadecimal.
export function parseCorpus(text) {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => Buffer.from(line, 'hex'));
}

export function corpusText(name, inputs) {
  const lines = inputs.map((input) => input.toString('hex'));
  return [`# Inputs that take the parser ${name} somewhere: one a line, in hexadecimal.`,
          ...lines, ''].join('\n');
}

// The smallest inputs, each once.
export function chooseInputs(inputs) {
  const small = inputs.filter((input) => input.length > 0 && input.length <= keptBytesMax);
  small.sort((a, b) => a.length - b.length || Buffer.compare(a, b));
  return small.filter((input, at) => at === 0 || !input.equals(small[at - 1]))
    .slice(0, keptInputsMax);
}

// Of llvm-cov's summary: lines reached and lines there are, by source and in all.
export function linesReached(summary, wanted) {
  const rows = summary.data[0].files
    .filter((file) => wanted.some((source) => file.filename.endsWith(`/${source}`)))
    .map((file) => ({ name: file.filename.slice(file.filename.indexOf('/src/') + 1),
                      reached: file.summary.lines.covered, count: file.summary.lines.count }));
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return { rows, percent: 100 * sum('reached') / Math.max(1, sum('count')) };
}

const corpusFile = (name) => path.join(root, 'tests/fuzz/corpus', `${name}.txt`);
const inputsFolder = (name) => path.join(build, 'inputs', name);

function run(command, words, environment = {}) {
  const done = spawnSync(command, words, { cwd: build, encoding: 'utf8', maxBuffer: 1 << 28,
                                           env: { ...process.env, ...environment } });
  if (done.error) throw done.error;
  return done;
}

function mustRun(command, words, environment) {
  const done = run(command, words, environment);
  if (done.status !== 0) throw new Error(`${command} ${words.join(' ')}\n${done.stderr}`);
  return done.stdout;
}

function buildFuzz() {
  const { ZHITU_CLANG: c, ZHITU_CLANGXX: cxx, ZHITU_THIRD_PARTY: sodium } = process.env;
  fs.mkdirSync(build, { recursive: true });
  mustRun('cmake', ['-S', root, '-B', build, '-G', 'Ninja', '-DZHITU_FUZZ=ON',
                    `-DCMAKE_C_COMPILER=${c}`, `-DCMAKE_CXX_COMPILER=${cxx}`,
                    '-DCMAKE_C_COMPILER_LAUNCHER=ccache', '-DCMAKE_CXX_COMPILER_LAUNCHER=ccache',
                    `-DZHITU_THIRD_PARTY=${sodium}`]);
  mustRun('cmake', ['--build', build, '--target', 'fuzz']);
}

function prepareInputs(name) {
  const folder = inputsFolder(name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.mkdirSync(path.join(build, 'broken'), { recursive: true });
  mustRun('./fuzz', [], { ZHITU_FUZZ_PARSER: name, ZHITU_FUZZ_SEEDS: folder });
  if (!fs.existsSync(corpusFile(name))) return;
  parseCorpus(fs.readFileSync(corpusFile(name), 'utf8')).forEach((input, at) => {
    fs.writeFileSync(path.join(folder, `kept${at}`), input);
  });
}

// True when nothing broke.
function fuzz(name, seconds) {
  const done = run('./fuzz', [`-max_total_time=${seconds}`, `-max_len=${inputBytesMax}`,
                              `-artifact_prefix=${path.join(build, 'broken')}/${name}-`,
                              '-print_final_stats=1', inputsFolder(name)],
                   { ZHITU_FUZZ_PARSER: name, LLVM_PROFILE_FILE: '/dev/null' });
  const executions = /number_of_executed_units: (\d+)/.exec(done.stderr)?.[1] ?? '0';
  const isFine = done.status === 0 && executions !== '0';
  console.log(`fuzz ${name.padEnd(9)} ${executions.padStart(10)} executions, ` +
    `${fs.readdirSync(inputsFolder(name)).length} inputs, ${isFine ? 'nothing broke' : 'BROKEN'}`);
  if (!isFine) console.log(done.stderr.split('\n').slice(-60).join('\n'));
  return isFine;
}

// Runs every input once more and prints what was reached; gives the percentage.
function measure() {
  const version = process.env.ZHITU_CLANG.replace(/^clang/, '');
  const profiles = parsers.map((name) => {
    const profile = path.join(build, `${name}.profraw`);
    mustRun('./fuzz', ['-runs=0', `-max_len=${inputBytesMax}`, inputsFolder(name)],
            { ZHITU_FUZZ_PARSER: name, LLVM_PROFILE_FILE: profile });
    return profile;
  });
  mustRun(`llvm-profdata${version}`, ['merge', '-o', 'fuzz.profdata', ...profiles]);
  const summary = JSON.parse(mustRun(`llvm-cov${version}`, ['export', '-summary-only',
    '-instr-profile=fuzz.profdata', './fuzz']));
  const { rows, percent } = linesReached(summary, sources);
  for (const { name, reached, count } of rows) {
    console.log(`lines ${name.padEnd(28)} ${reached} of ${count}`);
  }
  console.log(`lines reached: ${percent.toFixed(1)} %, at least ${percentToReach} % wanted`);
  return percent;
}

function keep(name) {
  const merged = path.join(build, 'inputs', `${name}-few`);
  fs.rmSync(merged, { recursive: true, force: true });
  fs.mkdirSync(merged);
  mustRun('./fuzz', ['-merge=1', `-max_len=${keptBytesMax}`, merged, inputsFolder(name)],
          { ZHITU_FUZZ_PARSER: name, LLVM_PROFILE_FILE: '/dev/null' });
  const broken = fs.readdirSync(path.join(build, 'broken'))
    .filter((file) => file.startsWith(`${name}-`)).map((file) => path.join(build, 'broken', file));
  const found = fs.readdirSync(merged).map((file) => path.join(merged, file));
  const read = (files) => files.map((file) => fs.readFileSync(file));
  const inputs = [...read(broken), ...chooseInputs(read(found))];
  fs.mkdirSync(path.dirname(corpusFile(name)), { recursive: true });
  fs.writeFileSync(corpusFile(name), corpusText(name, inputs));
  console.log(`kept ${inputs.length} inputs of ${name}`);
}

function main(words) {
  const at = words.indexOf('--seconds');
  const seconds = at < 0 ? 60 : Number(words[at + 1]);
  buildFuzz();
  let isFine = true;
  for (const name of parsers) {
    prepareInputs(name);
    isFine = fuzz(name, seconds) && isFine;
    if (words.includes('--keep')) keep(name);
  }
  const percent = measure();
  process.exitCode = isFine && percent >= percentToReach ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
