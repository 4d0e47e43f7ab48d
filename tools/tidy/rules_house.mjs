// Rules about the house: which rooms there are, who includes whom, what stands at the top level,
// that every source has its test.

import { includeOf } from './tokens.mjs';

// A room may include rooms of lower floors and itself.
const FLOORS = [
  ['base'],
  ['vault'],
  ['search', 'recommend', 'evaluate', 'plan', 'measure'],
  ['catalog', 'people', 'learning', 'assessment', 'community', 'commerce'],
  ['exchange'],
  ['app'],
  ['ui'],
];
const FLOOR_OF = new Map(FLOORS.flatMap((rooms, floor) => rooms.map((room) => [room, floor])));
const OUTSIDE_SRC = new Set(['wasm', 'tools', 'tests', 'web', 'src']);
const PROJECT_INCLUDES_MAX = 12;
const ARCHITECTURE_WORDS_MAX = 1200;
const TOP_LEVEL = new Set([
  'CMakeLists.txt', 'src', 'web', 'assets', 'wasm', 'tests', 'tools', 'README.md',
  'ARCHITECTURE.md', 'LICENSE',
]);
const FOREIGN_FOLDER = /(?:^|\/)(third_party|third-party|3rdparty|vendor|node_modules)\//;
const SOURCE = /\.(?:cpp|cc|cxx|c|h|hpp|hh|js|mjs|cjs|ts|css|html|py|sh|cmake)$/;
// The [f] keeps this line from naming what it looks for.
const COPYRIGHT = /copyright\s*(?:\(c\)|©|\d{4})|spdx-[f]ilecopyrighttext/i;
const COPYRIGHT_LINES = 40;

export const houseRules = [
  { name: 'floors', about: 'includes point down; written "room/file.h"', check: floors },
  {
    name: 'project-includes',
    about: `at most ${PROJECT_INCLUDES_MAX} project includes in a file`,
    check: projectIncludes,
  },
  { name: 'test-of-stem', about: 'src and tools: x.cpp has a x_test.cpp', check: testOfStem },
  { name: 'test-share', about: 'test code is at least half of production code', check: testShare },
  {
    name: 'architecture-words',
    about: `ARCHITECTURE.md has at most ${ARCHITECTURE_WORDS_MAX} words (wc -w)`,
    check: architectureWords,
  },
  { name: 'top-level', about: 'only the fixed names stand at the top level', check: topLevel },
  { name: 'third-party', about: 'no source of others in the tree', check: thirdParty },
];

function* floors(tree) {
  const paths = new Set(tree.files.map((file) => file.path));
  for (const file of tree.files) {
    if (!file.isCpp) continue;
    const home = homeOf(file.path);
    if (home.shell === 'src' && !FLOOR_OF.has(home.room)) {
      const what = `no room of the drawing; move it to one of src/{${[...FLOOR_OF.keys()]}}`;
      yield { path: file.path, line: 1, what };
      continue;
    }
    for (const include of includesOf(file)) {
      const what = wrongInclude(home, file.path, include, paths);
      if (what !== null) yield { path: file.path, line: include.line, what };
    }
  }
}

// Where a file lives: the shell is its first folder, the room the second one if that is src.
function homeOf(path) {
  const [shell, room] = path.split('/');
  return { shell, room: shell === 'src' ? room : null };
}

function includesOf(file) {
  const includes = [];
  for (const directive of file.directives) {
    const include = includeOf(directive);
    if (include !== null) includes.push({ ...include, line: directive.line });
  }
  return includes;
}

// The complaint about an include, or null.
function wrongInclude(home, path, include, paths) {
  if (home.shell === 'tests') return null;
  const folder = include.path.split('/')[0];
  if (isWrittenRelative(home, path, include, paths)) {
    return `"${include.path}" hides its room; write "room/file.h"`;
  }
  if (FLOOR_OF.has(folder)) return wrongRoom(home, folder);
  if (!include.quoted || !OUTSIDE_SRC.has(folder) || folder === home.shell) return null;
  return `${home.shell}/ includes ${folder}/; move what both need into a room of src/`;
}

function isWrittenRelative(home, path, include, paths) {
  if (/^\.\.?\/|^src\//.test(include.path)) return true;
  const beside = `${path.slice(0, path.lastIndexOf('/'))}/${include.path}`;
  return home.shell === 'src' && paths.has(beside);
}

function wrongRoom(home, room) {
  if (home.shell === 'tools' && room === 'ui') {
    return 'tools/ includes ui/; a tool draws nothing: take it from app/ or lower';
  }
  if (home.shell !== 'src' || home.room === room) return null;
  const [own, other] = [FLOOR_OF.get(home.room), FLOOR_OF.get(room)];
  if (other < own) return null;
  const direction = other === own ? 'sideways' : 'upward';
  return `${home.room}/ (floor ${own}) includes ${room}/ (floor ${other}), ${direction}; ` +
    'pass a value down or let a higher room join them';
}

function* projectIncludes(tree) {
  for (const file of tree.files.filter(({ isCpp }) => isCpp)) {
    const own = includesOf(file).filter(({ path, quoted }) => quoted || isRoomPath(path));
    if (own.length <= PROJECT_INCLUDES_MAX) continue;
    const what = `${own.length} project includes, at most ${PROJECT_INCLUDES_MAX}; split the file`;
    yield { path: file.path, line: own[PROJECT_INCLUDES_MAX].line, what };
  }
}

function isRoomPath(path) {
  return path.includes('/') && FLOOR_OF.has(path.split('/')[0]);
}

function* testOfStem(tree) {
  const tests = new Set();
  for (const { path } of tree.files) {
    if (path.startsWith('tests/') && path.endsWith('_test.cpp')) tests.add(baseName(path));
  }
  for (const { path } of tree.files) {
    if (!/^(?:src|tools)\/.*\.cpp$/.test(path) || path.endsWith('_main.cpp')) continue;
    const test = baseName(path).replace(/\.cpp$/, '_test.cpp');
    if (!tests.has(test)) yield { path, line: 1, what: `no test; write ${test} under tests/` };
  }
}

function baseName(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}

function* testShare(tree) {
  const production = linesIn(tree, /^(?:src|wasm|web|tools)\/.*\.(?:cpp|h|js|mjs)$/);
  const tests = linesIn(tree, /^tests\/.*\.(?:cpp|h|js|mjs)$/);
  if (2 * tests >= production) return;
  const what = `${tests} lines of tests for ${production} lines of production code; ` +
    `write at least ${Math.ceil(production / 2) - tests} lines more`;
  yield { path: 'tests', line: 1, what };
}

function linesIn(tree, pattern) {
  const files = tree.files.filter(({ path }) => pattern.test(path));
  return files.reduce((sum, file) => sum + file.lines.length, 0);
}

function* architectureWords(tree) {
  const file = tree.files.find(({ path }) => path === 'ARCHITECTURE.md');
  if (file === undefined) return;
  let words = 0;
  for (const [index, line] of file.lines.entries()) {
    const before = words;
    words += line.split(/\s+/).filter((word) => word !== '').length;
    if (before > ARCHITECTURE_WORDS_MAX || words <= ARCHITECTURE_WORDS_MAX) continue;
    const what = `passes ${ARCHITECTURE_WORDS_MAX} words here; shorten, details belong to headers`;
    yield { path: file.path, line: index + 1, what };
  }
}

function* topLevel(tree) {
  const names = new Set(tree.files.map(({ path }) => path.split('/')[0]));
  for (const name of names) {
    if (TOP_LEVEL.has(name) || name.startsWith('.')) continue;
    const what = 'does not belong at the top level; move it into a folder of the house';
    yield { path: name, line: 1, what };
  }
}

function* thirdParty(tree) {
  for (const file of tree.files) {
    const folder = FOREIGN_FOLDER.exec(file.path);
    if (folder !== null) {
      const what = `${folder[1]}/ holds sources of others; fetch them at build time`;
      yield { path: file.path, line: 1, what };
    } else if (SOURCE.test(file.path)) yield* foreignCopyright(file);
  }
}

function* foreignCopyright(file) {
  for (const [index, line] of file.lines.slice(0, COPYRIGHT_LINES).entries()) {
    if (!COPYRIGHT.test(line) || /zhitu/i.test(line)) continue;
    const what = 'names a foreign copyright; fetch such sources at build time';
    yield { path: file.path, line: index + 1, what };
    return;
  }
}
