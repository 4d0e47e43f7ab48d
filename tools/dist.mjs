#!/usr/bin/env node
// Puts the page together: everything a web server needs in one folder, with sizes written into
// index.html, sizes.json for tests, and a .br beside each file. Scripts lose their comments.
//
//   node tools/dist.mjs --out DIR --app DIR --worker DIR --fonts DIR --licences FILE --npm DIR

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { demoBundle } from './demo_bundle.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

// Fetched before the first interactive frame; the rest comes when it is asked for.
const FIRST = ['index.html', 'style.css', 'boot.js', 'agent.js', 'canvas.js', 'files.js', 'jobs.js',
  'loop.js', 'mirror.js', 'tabs.js', 'app.js', 'app.wasm'];
const FONTS = ['inter-regular.otf', 'inter-semibold.otf', 'icons.ttf', 'hanzi.ttf'];

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

// What two people compare: the hash of the program, and the day of its last change.
function buildName(program) {
  const { stdout } = spawnSync('git', ['-C', ROOT, 'log', '-1', '--format=%cs'],
    { encoding: 'utf8' });
  return `${hashOf(program).slice(0, 12)} ${stdout?.trim() ?? ''}`.trim();
}

// Name in the folder -> bytes.
function contents(options) {
  const files = new Map();
  const copy = (name, path) => files.set(name, readFileSync(path));
  for (const name of readdirSync(join(ROOT, 'web'))) copy(name, join(ROOT, 'web', name));
  for (const name of ['app.js', 'app.wasm']) copy(name, join(options.app, name));
  for (const name of ['worker-core.js', 'worker-core.wasm']) copy(name, join(options.worker, name));
  for (const name of FONTS) copy(`fonts/${name}`, join(options.fonts, name));
  files.set('demo.json', Buffer.from(demoBundle()));
  copy('licences.txt', options.licences);
  const sizes = Object.fromEntries(['app.wasm', ...FONTS.map((name) => `fonts/${name}`)]
    .map((name) => [name, files.get(name).length]));
  const html = files.get('index.html').toString().replace(
    /(<meta name="zhitu-sizes" content=)"[^"]*"/, `$1'${JSON.stringify(sizes)}'`).replace(
    /(<meta name="zhitu-build" content=)"[^"]*"/, `$1"${buildName(files.get('app.wasm'))}"`);
  files.set('index.html', Buffer.from(html));
  return files;
}

// Everything is a module here: no name of the top level is anybody else's.
async function minified(source, { minify }) {
  const { code } = await minify(source, { module: true, ecma: 2020, compress: { passes: 2 } });
  return Buffer.from(code);
}

async function minifyScripts(files, npm) {
  const terser = createRequire(join(npm, 'dist.cjs'))('terser');
  for (const [name, bytes] of files) {
    if (name.endsWith('.js')) files.set(name, await minified(bytes.toString(), terser));
  }
}

function compressed(bytes) {
  return brotliCompressSync(bytes, { params: {
    [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: 22,
  } });
}

// Brotli takes seconds at its best quality: what has not changed is kept.
function write(out, name, bytes) {
  const path = join(out, name);
  mkdirSync(dirname(path), { recursive: true });
  const same = existsSync(path) && existsSync(`${path}.br`) && readFileSync(path).equals(bytes);
  if (!same) {
    writeFileSync(path, bytes);
    writeFileSync(`${path}.br`, compressed(bytes));
  }
  return statSync(`${path}.br`).size;
}

function removeStale(out, files) {
  for (const entry of readdirSync(out, { recursive: true })) {
    const path = join(out, entry);
    const name = entry.replaceAll('\\', '/').replace(/\.br$/, '');
    if (!files.has(name) && name !== 'sizes.json' && statSync(path).isFile()) rmSync(path);
  }
}

function report(sizes) {
  const isFont = (name) => name.startsWith('fonts/');
  const sum = (names) => names.reduce((total, name) => total + sizes[name].brotli, 0);
  const names = Object.keys(sizes);
  const groups = [
    ['before the first frame', FIRST],
    ['fonts', names.filter(isFont)],
    ['worker, on the first job', ['worker.js', 'job_runner.js', 'worker-core.js',
      'worker-core.wasm']],
    ['demo, when asked for', ['demo.json']],
  ];
  for (const [title, group] of groups) {
    process.stdout.write(`dist: ${title.padEnd(26)} ${String(sum(group)).padStart(8)} bytes br\n`);
  }
}

async function main() {
  const names = ['out', 'app', 'worker', 'fonts', 'licences', 'npm'];
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });
  const files = contents(values);
  await minifyScripts(files, values.npm);
  const sizes = {};
  mkdirSync(values.out, { recursive: true });
  for (const [name, bytes] of files) {
    sizes[name] = { bytes: bytes.length, brotli: write(values.out, name, bytes),
      sha256: hashOf(bytes) };
  }
  removeStale(values.out, files);
  const first = Object.fromEntries(FIRST.map((name) => [name, sizes[name].brotli]));
  const json = JSON.stringify({ files: sizes, before_first_frame: first }, null, 1);
  writeFileSync(join(values.out, 'sizes.json'), `${json}\n`);
  report(sizes);
}

await main();
