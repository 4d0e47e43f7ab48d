// Files as other programs write them, and what an import says of each.

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CELL_LONG = 10000;
const MEGABYTE = 1024 * 1024;

// --- Encodings
function utf16(text, isBig) {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

// Two-byte characters of GB18030, read off the decoder that every browser has too.
function gb18030(text) {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const code = decoder.decode(Uint8Array.of(lead, trail));
      if (code.length === 1 && !codes.has(code)) codes.set(code, [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((one) =>
    (one.charCodeAt(0) < 0x80 ? [one.charCodeAt(0)] : codes.get(one))));
}

const roster = (...rows) => `login,name,manager_login\n${rows.join('\n')}\n`;
const FORMULA = '=HYPERLINK("https://evil.example.invalid","go")';
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

// Read in spite of everything: people that come in, rows refused, rows to look at, and a text that
// must be seen. `says`: a word of the page.
export const READABLE = [
  { name: 'bom.csv', bytes: `\ufeff${roster('bo.om,鲍博,')}`, added: 1, shows: '鲍博' },
  { name: 'utf16-little.csv', bytes: utf16(roster('li.tle,李小端,'), false), added: 1,
    shows: '李小端' },
  { name: 'utf16-big.csv', bytes: utf16(roster('bi.g,毕大端,'), true), added: 1, shows: '毕大端' },
  { name: 'gbk.csv', bytes: gb18030('登录名,姓名\nguo.biao,郭标准\nguo.jia,郭佳\n'), added: 2,
    shows: '郭标准' },
  { name: 'semicolon.csv', bytes: roster('fen.hao,冯浩,').replaceAll(',', ';'), added: 1,
    shows: '冯浩' },
  { name: 'cr-only.csv', bytes: roster('hui.che,惠澈,', 'hui.yi,惠艺,').replaceAll('\n', '\r'),
    added: 2, shows: '惠艺' },
  { name: 'crlf.csv', bytes: roster('huan.hang,宦航,').replaceAll('\n', '\r\n'), added: 1,
    shows: '宦航' },
  { name: 'quoted.csv', bytes: roster('yin.hao,"尹\n""昊""",', 'yin.yi,尹逸,'), added: 2,
    shows: '尹逸' },
  { name: 'formula.csv', bytes: roster(`gong.shi,${quoted(FORMULA)},`), added: 1,
    shows: FORMULA },
  { name: 'long-cell.csv', bytes: roster(`chang,${'长'.repeat(CELL_LONG)},`, 'duan,段短,'),
    added: 1, refused: 1, shows: '段短' },
  { name: 'wide-at.csv', bytes: 'login,name,email\nwei.at,韦圈,wei.at＠example.invalid\n', added: 1,
    warned: 1, shows: '韦圈' },
  { name: 'twins.csv', bytes: roster('luan,栾大,', 'LUAN,栾二,'), added: 1, refused: 1,
    shows: '栾大' },
  { name: 'circle.csv', bytes: roster('jia,甲,yi', 'yi,乙,bing', 'bing,丙,jia'), added: 3,
    warned: 3, shows: '丙' },
];

// Not one row can be read: the dialog names the file and offers nothing to apply.
export const REFUSED = [
  { name: 'empty.csv', bytes: '' },
  { name: 'picture.csv', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452ffffffff', 'hex') },
  { name: 'other.json', bytes: '{"weather":"rain"}' },
  { name: 'deep.json', bytes: '['.repeat(100000) },
  { name: 'header-renamed.csv', bytes: 'link;heading\nhttps://example.invalid;Go\n' },
  { name: 'header-missing.csv', bytes: 'amy,Amy Adams\nbob,Bob Brown\n' },
  { name: 'header-doubled.csv', bytes: 'login,登录名,email,Email,team\na,b,c,d,e\n' },
];

export const HUGE = { name: 'huge.csv', megabytes: 65 };  // one more than the limit

// Rows of cells, as the files of others have them.
export function readCsv(text) {
  const rows = [];
  for (const [, before, quoted, plain] of
    text.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (before !== ',') rows.push([]);
    rows.at(-1).push(quoted !== undefined ? quoted.replaceAll('""', '"') : plain);
  }
  return rows;
}

// -> path(name) of a file, remove() of all.
export function writeFiles(files) {
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-files-'));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  return { path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true }) };
}

export function writeDirtyFiles() {
  const files = writeFiles([...READABLE, ...REFUSED, { name: HUGE.name, bytes: '' }]);
  truncateSync(files.path(HUGE.name), HUGE.megabytes * MEGABYTE);
  return files;
}
