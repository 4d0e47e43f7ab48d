// Rules about words: which may be spoken where. C++ is read as tokens, so comments and strings
// are free; rules over all text say so.

import { wordsOf } from './tokens.mjs';

const EMSCRIPTEN = /emscripten|^EM_(?:JS|ASM|ASYNC_JS)|^MAIN_THREAD_EM_/i;
const IMGUI = /imgui|^Im(?:Vec[24]|Draw|Font|Texture|U32|Wchar|Plot|Vector|Color)|^IM_COL32/i;
const EXCEPTIONS = /^(?:throw|try|catch|dynamic_cast|typeid)$/;

// Words of the world, and those that mean the world only after `std::` or as a call.
const WORLD = new RegExp(`^(?:${[
  '(?:system|steady|high_resolution|utc)_clock', 'clock_gettime', 'gettimeofday', 'random_device',
  'mt19937(?:_64)?', 'minstd_rand0?', 'default_random_engine', 'srand', 'pthread_create',
  'jthread', 'this_thread', 'condition_variable', 'fopen', 'freopen', '[io]?fstream',
  '(?:secure_)?getenv',
].join('|')})$`);
const WORLD_IN_STD = /^(?:thread|mutex|async|time|rand|clock|filesystem)$/;
const WORLD_HEADERS = /^(?:thread|mutex|random|fstream|filesystem|future|condition_variable)$/;
const BEFORE_CALL = /^(?:return|co_return|else|case|[=(,;{}<>+*/%!?:-])$/;

// Spelled in pieces, or these lines would be findings themselves.
const LOOSE_ENDS = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`);
const WRITTEN_BY_US = /(?:\.(?:cpp|h|js|mjs|css|html|py|sh|cmake|md|ya?ml)|CMakeLists\.txt)$/;
const MACHINE_PATH = /(?<![\w.~)}\]/-])\/(?:work|root)\/|(?:-[ILB]|\/\/)\/(?:work|root)\//;
const SKIPPED_JS = /\.(?:skip|only|todo)\s*\(|\b(?:skip|only|todo)\s*:\s*(?:true|'|"|`)/;
const SKIPPED_CMAKE = /\bDISABLED\b|\bSKIP_(?:RETURN_CODE|REGULAR_EXPRESSION)\b/;
const SKIPPED_CPP = /^(?:DISABLED_\w*|GTEST_SKIP|GTEST_SKIP_)$/;

export const wordRules = [
  { name: 'emscripten-word', about: 'emscripten is a word of wasm/', check: emscriptenWord },
  { name: 'imgui-word', about: 'ImGui is a word of src/ui, wasm/ and tests/ui', check: imguiWord },
  {
    name: 'world-words', about: 'src/ has no clock, chance, file or thread', check: worldWords,
  },
  { name: 'exceptions', about: 'no exceptions, no RTTI', check: exceptions },
  { name: 'skipped-tests', about: 'no skipped or disabled test', check: skippedTests },
  { name: 'machine-paths', about: 'no path of one machine outside assets/', check: machinePaths },
  { name: 'loose-ends', about: 'no note to do it later', check: looseEnds },
];

function* emscriptenWord(tree) {
  const what = (word) => `\`${word}\` is a word of wasm/; go through a port`;
  yield* confined(tree, (path) => !path.startsWith('wasm/'), EMSCRIPTEN, what);
}

function* imguiWord(tree) {
  const isElsewhere = (path) => !/^(?:src\/ui|wasm|tests\/ui)\//.test(path);
  const what = (word) => `\`${word}\` is a word of src/ui; return values, let a view draw them`;
  yield* confined(tree, isElsewhere, IMGUI, what);
}

function* exceptions(tree) {
  const what = (word) => `\`${word}\`: exceptions and RTTI are off; return Result or ASSERT`;
  yield* confined(tree, () => true, EXCEPTIONS, what);
}

// Findings for words that match `pattern` in C++ files whose path satisfies `isForbidden`.
function* confined(tree, isForbidden, pattern, what) {
  for (const { path, word, line } of wordsIn(tree, isForbidden)) {
    if (pattern.test(word)) yield { path, line, what: what(word) };
  }
}

// Identifiers of code and of preprocessor lines.
function* wordsIn(tree, isWanted) {
  for (const file of tree.files) {
    if (!file.isCpp || !isWanted(file.path)) continue;
    for (const { kind, value, line } of file.tokens) {
      if (kind === 'id') yield { path: file.path, word: value, line };
    }
    for (const directive of file.directives) {
      for (const word of new Set(wordsOf(directive))) {
        yield { path: file.path, word, line: directive.line };
      }
    }
  }
}

function* worldWords(tree) {
  for (const file of tree.files) {
    if (!file.isCpp || !file.path.startsWith('src/')) continue;
    for (const { word, line } of worldWordsOf(file)) {
      const what = `\`${word}\` touches the world; take it through a port of a shell`;
      yield { path: file.path, line, what };
    }
  }
}

function* worldWordsOf(file) {
  for (const { text, line } of file.directives) {
    const header = /^#\s*include\s*<(\w+)>/.exec(text)?.[1] ?? '';
    if (WORLD_HEADERS.test(header)) yield { word: `<${header}>`, line };
  }
  for (const [index, token] of file.tokens.entries()) {
    if (token.kind === 'id' && isOfTheWorld(file.tokens, index)) {
      yield { word: token.value, line: token.line };
    }
  }
}

function isOfTheWorld(tokens, index) {
  const word = tokens[index].value;
  if (WORLD.test(word)) return true;
  const before = tokens[index - 1]?.value;
  if (before === '::' && tokens[index - 2]?.value === 'std') return WORLD_IN_STD.test(word);
  const isGlobal = before === '::' && tokens[index - 2]?.kind !== 'id';
  if (tokens[index + 1]?.value !== '(' || !(isGlobal || BEFORE_CALL.test(before))) return false;
  const argument = tokens[index + 2]?.value;
  if (word === 'rand') return argument === ')';
  return word === 'time' && ['nullptr', 'NULL', '0', '&'].includes(argument);
}

function* skippedTests(tree) {
  const what = (word) => `\`${word}\` skips a test; make it pass, or do not register it`;
  const isTest = (path) => path.startsWith('tests/');
  yield* confined(tree, isTest, SKIPPED_CPP, what);
  for (const { path, directives } of tree.files.filter((file) => file.isCpp && isTest(file.path))) {
    for (const { text, line } of directives) {
      if (/^#\s*if\s+0\b/.test(text)) yield { path, line, what: what('#if 0') };
    }
  }
  const isJs = (path) => isTest(path) && /\.m?js$/.test(path);
  const isCMake = (path) => /(?:^|\/)CMakeLists\.txt$|\.cmake$/.test(path);
  yield* linesWith(tree, isJs, SKIPPED_JS, what);
  yield* linesWith(tree, isCMake, SKIPPED_CMAKE, what);
}

// A lesson in assets/ may well name such a path.
function* machinePaths(tree) {
  const what = (word) => `\`${word}\` exists on one machine only; take it from a variable`;
  yield* linesWith(tree, (path) => !path.startsWith('assets/'), MACHINE_PATH, what);
}

function* looseEnds(tree) {
  const what = (word) => `\`${word}\`: do it now, or write an issue and delete the note`;
  const isOurs = (path) => WRITTEN_BY_US.test(path) && !path.startsWith('assets/');
  yield* linesWith(tree, isOurs, LOOSE_ENDS, what);
}

// Findings for the raw lines (comments and strings too) of text files that match `pattern`.
function* linesWith(tree, isWanted, pattern, what) {
  for (const file of tree.files) {
    if (!file.isText || !isWanted(file.path)) continue;
    for (const [index, line] of file.lines.entries()) {
      const found = pattern.exec(line);
      if (found !== null) yield { path: file.path, line: index + 1, what: what(found[0].trim()) };
    }
  }
}
