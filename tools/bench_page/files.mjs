// Rows that are read off the built files.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { row } from './table.mjs';

const FONTS_KB_MAX = 45;
const HANZI_GLYPH_KB_MAX = 0.12;

// The newest built page of a clone, or null.
export function findDist(clone) {
  const folders = ['dist', 'build/wasm/dist'].map((name) => join(clone, name));
  const pages = folders.filter((folder) => existsSync(join(folder, 'index.html')));
  const time = (folder) => statSync(join(folder, 'index.html')).mtimeMs;
  return pages.sort((a, b) => time(b) - time(a))[0] ?? null;
}

export function requireDist(dist) {
  if (dist && existsSync(join(dist, 'index.html'))) return dist;
  throw new Error('the page is not built; tools/run builds it');
}

// Bytes after brotli -q 11 with the command's own window.
export function brotliSize(path) {
  const bytes = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

export function fontRows({ dist }) {
  // The manifest stays where the fonts were made; the page needs only the fonts.
  const folder = join(dirname(requireDist(dist)), 'fonts');
  const manifest = JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8'));
  const packed = (name) => brotliSize(join(folder, manifest[name].file)) / 1000;
  const interAndIcons = packed('inter-regular') + packed('inter-semibold') + packed('icons');
  const { characters } = manifest.hanzi;  // what the page can show, not what the file has drawn
  const rest = { where: 'Node', note: 'brotli -q 11' };
  return [
    row('fonts', 'Inter, two weights, and icons', 'kB', interAndIcons,
      { ...rest, target: FONTS_KB_MAX }),
    row('fonts', 'hanzi, each glyph', 'kB', packed('hanzi') / characters,
      { ...rest, target: HANZI_GLYPH_KB_MAX, note: `brotli -q 11, ${characters} glyphs` }),
  ];
}

const PARTS = [
  ['worker', /(^|\/)worker/],
  ['Inter', /(^|\/)inter-/],
  ['icons', /(^|\/)icons\./],
  ['hanzi', /(^|\/)hanzi\./],
  ['program', /\.wasm$/],
];
const OTHER = 'page, scripts, styles';

export function partOf(path) {
  return PARTS.find(([, pattern]) => pattern.test(path))?.[0] ?? OTHER;
}

// { part: kB } of the named files, all parts, 0 where there is none.
export function sizesByPart(dist, paths) {
  const parts = [...PARTS.map(([part]) => part), OTHER];
  const sizes = Object.fromEntries(parts.map((part) => [part, 0]));
  for (const path of paths) sizes[partOf(path)] += brotliSize(join(dist, path)) / 1000;
  return sizes;
}
