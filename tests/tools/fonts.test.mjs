// The font builder: what it makes stays small, and a wrong icon name is told by name.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const builder = fileURLToPath(new URL('../../tools/fonts/build.py', import.meta.url));
const python = process.env.ZHITU_PYTHON ?? 'python3';
const latin_brotli_max = 45_000;      // two weights and the icons: what the first screen waits for
const hanzi_brotli_max_each = 120;
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-fonts-'));
});
after(() => rmSync(folder, { recursive: true }));

const build = (...list) =>
  spawnSync(python, [builder, '--out', folder, ...list], { encoding: 'utf8' });

test('the fonts keep their budget', () => {
  const { status, stderr } = build();
  assert.equal(status, 0, stderr);
  const fonts = JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8'));
  const latin = fonts['inter-regular'].bytes_brotli + fonts['inter-semibold'].bytes_brotli +
    fonts.icons.bytes_brotli;
  assert.ok(latin > 0 && latin <= latin_brotli_max, `${latin} bytes`);
  const hanzi_each = fonts.hanzi.bytes_brotli / fonts.hanzi.characters;
  assert.ok(hanzi_each <= hanzi_brotli_max_each, `${hanzi_each} bytes a character`);
});

test('a second run writes the same bytes', () => {
  const files = ['inter-regular.otf', 'icons.ttf', 'icons.h', 'hanzi.ttf'];
  const first = files.map((file) => readFileSync(join(folder, file)));
  files.forEach((file) => rmSync(join(folder, file)));
  assert.equal(build().status, 0);
  files.forEach((file, index) =>
    assert.ok(readFileSync(join(folder, file)).equals(first[index]), file));
});

test('an unknown icon is told by name', () => {
  const list = join(folder, 'icons.txt');
  writeFileSync(list, 'home\nno-such-picture\n');
  const { status, stderr } = build('--kind', 'icons', '--icons', list);
  assert.notEqual(status, 0);
  assert.match(stderr, /no-such-picture/);
});
