// Runs every test of the page in a real Chromium, one file after another, and counts.
//
//   node tests/e2e/run.mjs [part of a file's name …]
//
//   ZHITU_DIST        the built page, build/wasm/dist if not set
//   ZHITU_DIST_FAULT  the page whose second save fails; beside the first, built when it is absent
//   ZHITU_IDB_TESTS   the page with the tests of the storage; likewise
//   ZHITU_VAULT_TESTS the page with the random histories of the vault; likewise
//   ZHITU_CLI         the native program to compare with, build/gcc/cli if not set
//   ZHITU_DATA        the folder that holds kizak_courses, ../shared/data if not set
//
// A line per test; the last line is `N passed, N failed`, the exit code is 0 when none failed.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const clone = dirname(dirname(here));
const FILE_MS_MAX = 240000;

function prepareEnvironment() {
  const { env } = process;
  env.ZHITU_DIST = resolve(env.ZHITU_DIST ?? join(clone, 'build', 'wasm', 'dist'));
  env.ZHITU_DIST_FAULT =
    resolve(env.ZHITU_DIST_FAULT ?? join(dirname(env.ZHITU_DIST), 'dist-fault'));
  env.ZHITU_IDB_TESTS =
    resolve(env.ZHITU_IDB_TESTS ?? join(dirname(env.ZHITU_DIST), 'idb-tests'));
  env.ZHITU_VAULT_TESTS =
    resolve(env.ZHITU_VAULT_TESTS ?? join(dirname(env.ZHITU_DIST), 'vault-tests'));
  env.ZHITU_CLI = resolve(env.ZHITU_CLI ?? join(clone, 'build', 'gcc', 'cli'));
  env.ZHITU_DATA = resolve(env.ZHITU_DATA ?? join(clone, '..', 'shared', 'data'));
  if (!existsSync(join(env.ZHITU_DIST, 'index.html'))) {
    return `There is no page in ${env.ZHITU_DIST}. Build it first: tools/run`;
  }
  for (const name of ['ZHITU_NPM', 'ZHITU_CHROMIUM']) {
    if (!env[name]) return `${name} is not set: . "$(tools/setup --where)/env.sh"`;
  }
  return null;
}

// A page that only tests open is a build of its own. cmake finds out itself whether it is out of
// date. -> what is wrong with it, or null
function buildPage(folder, entry) {
  const build = dirname(folder);
  if (existsSync(join(build, 'CMakeCache.txt')) && !process.env.ZHITU_NO_BUILD) {
    const target = basename(folder);
    const built = spawnSync('cmake', ['--build', build, '--target', target], { encoding: 'utf8' });
    if (built.status !== 0) return `${target} does not build:\n${built.stdout}${built.stderr}`;
  }
  return existsSync(join(folder, entry)) ? null : `There is no ${entry} in ${folder}.`;
}

// The tests that need a page which is not there fail by themselves.
function buildPages(files) {
  const isWanted = (...parts) =>
    parts.some((part) => files.some((file) => basename(file).includes(part)));
  const { ZHITU_DIST_FAULT, ZHITU_IDB_TESTS, ZHITU_VAULT_TESTS } = process.env;
  return [
    isWanted('fault', 'platform_storage') && buildPage(ZHITU_DIST_FAULT, 'index.html'),
    isWanted('storage_test') && buildPage(ZHITU_IDB_TESTS, 'idb_tests.html'),
    isWanted('histories_test') && buildPage(ZHITU_VAULT_TESTS, 'vault_tests.html'),
  ].filter(Boolean);
}

function findFiles(parts) {
  const names = readdirSync(here).filter((name) =>
    name.endsWith('_test.mjs') || /^platform_.*\.mjs$/.test(name));
  const isWanted = (name) => parts.length === 0 || parts.some((part) => name.includes(part));
  return names.filter(isWanted).sort().map((name) => join(here, name));
}

function explain(error) {
  const cause = error?.cause ?? error;
  const text = String(cause?.stack ?? cause?.message ?? cause);
  return text.split('\n').slice(0, 40).map((line) => `      ${line}`).join('\n');
}

async function runFiles(files) {
  const counts = { passed: 0, failed: 0, files: new Set() };
  const stream = run({ files, concurrency: 1, timeout: FILE_MS_MAX });
  const seconds = (data) => `${((data.details?.duration_ms ?? 0) / 1000).toFixed(1)} s`;
  const from = (data) => (data.file ? basename(data.file) : '');
  stream.on('test:pass', (data) => {
    // A file that registers nothing is reported as a test of its own name: it tested nothing.
    if (data.details?.type === 'suite' || data.name === data.file) return;
    counts.files.add(from(data));
    const isLeftOut = data.skip !== undefined || data.todo !== undefined;
    counts[isLeftOut ? 'failed' : 'passed']++;
    console.log(`${isLeftOut ? 'FAIL  (skipped)' : 'ok  '} ${from(data)}: ${data.name}  ` +
      `${seconds(data)}`);
  });
  stream.on('test:fail', (data) => {
    if (data.details?.type === 'suite') return;
    counts.files.add(from(data));
    counts.failed++;
    console.log(`FAIL ${from(data)}: ${data.name}  ${seconds(data)}`);
    console.log(explain(data.details?.error));
  });
  // What a test has to say loudly: data that is not here, a program that is not built, how often
  // each kind of fault was met.
  stream.on('test:stdout', (data) => {
    const isLoud = (line) => /NOT REGISTERED|^T\d+: /.test(line);
    for (const line of data.message.split('\n').filter(isLoud)) console.log(line);
  });
  stream.on('test:stderr', (data) => process.stderr.write(data.message));
  await new Promise((done, broken) => stream.on('end', done).on('error', broken).resume());
  return counts;
}

// A file without a test is a mistake, but for the real files of a company: those need the folder of
// data beside the clone. Where that folder stands, they must have run.
function silent(files, heard) {
  const isDataHere = [process.env.ZHITU_DATA, join(clone, '..', 'shared')].some(existsSync);
  return files.map((file) => basename(file)).filter((name) => !heard.has(name) &&
    (isDataHere || !name.startsWith('main_job_')));
}

async function main() {
  const problem = prepareEnvironment();
  if (problem) {
    console.log(`${problem}\n0 passed, 1 failed`);
    return 1;
  }
  const files = findFiles(process.argv.slice(2));
  for (const trouble of buildPages(files)) console.log(trouble);
  const begin = performance.now();
  const counts = await runFiles(files);
  for (const name of silent(files, counts.files)) {
    counts.failed++;
    console.log(`FAIL ${name}: no test of this file ran`);
  }
  console.log(`${((performance.now() - begin) / 1000).toFixed(0)} s`);
  if (counts.passed + counts.failed === 0) counts.failed = 1;  // no test is no success
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 ? 0 : 1;
}

process.exit(await main());
