// Rules about size and shape: lines, functions, nesting, parameters, variables that live too long.

const COLUMNS_MAX = 100;
const LINES_MAX = { cpp: 500, h: 250 };
const FUNCTION_LINES_MAX = 70;
const NESTING_MAX = 3;
const PARAMETERS_MAX = 5;
const HAS_COLUMNS = /\.(?:cpp|h|js|mjs|css|py|sh|cmake)$|(?:^|\/)CMakeLists\.txt$/;

export const shapeRules = [
  { name: 'columns', about: `a line of code has at most ${COLUMNS_MAX} columns`, check: columns },
  {
    name: 'file-lines',
    about: `a .cpp has at most ${LINES_MAX.cpp} lines, a .h ${LINES_MAX.h}`,
    check: fileLines,
  },
  {
    name: 'function-lines',
    about: `a function has at most ${FUNCTION_LINES_MAX} lines`,
    check: functionLines,
  },
  { name: 'nesting', about: `a function nests at most ${NESTING_MAX} deep`, check: nesting },
  { name: 'parameters', about: `at most ${PARAMETERS_MAX} parameters`, check: parameters },
  { name: 'mutable-globals', about: 'none, but in *_main.cpp', check: mutableGlobals },
  {
    name: 'static-locals',
    about: 'constant; in *_main.cpp outside src/ui they may change',
    check: staticLocals,
  },
  { name: 'brackets', about: 'brackets match, or tidy cannot see functions', check: brackets },
];

function* columns(tree) {
  for (const file of tree.files) {
    if (!file.isText || !HAS_COLUMNS.test(file.path)) continue;
    for (const [index, line] of file.lines.entries()) {
      if (line.length <= COLUMNS_MAX) continue;
      const count = [...line].length;
      if (count <= COLUMNS_MAX) continue;
      const what = `${count} columns, at most ${COLUMNS_MAX}; break the line`;
      yield { path: file.path, line: index + 1, what };
    }
  }
}

function* fileLines(tree) {
  for (const file of cppFiles(tree)) {
    const max = file.path.endsWith('.h') ? LINES_MAX.h : LINES_MAX.cpp;
    if (file.lines.length <= max) continue;
    const what = `${file.lines.length} lines, at most ${max}; split by what a part is about`;
    yield { path: file.path, line: max + 1, what };
  }
}

function cppFiles(tree) {
  return tree.files.filter((file) => file.isCpp);
}

function* functionLines(tree) {
  for (const { path, shape } of cppFiles(tree)) {
    for (const { name, line, lastLine } of shape.functions) {
      const count = lastLine - line + 1;
      if (count <= FUNCTION_LINES_MAX) continue;
      const what = `\`${name}\` has ${count} lines, at most ${FUNCTION_LINES_MAX}; split it`;
      yield { path, line, what };
    }
  }
}

function* nesting(tree) {
  for (const { path, shape } of cppFiles(tree)) {
    for (const { name, deepest } of shape.functions) {
      if (deepest.level <= NESTING_MAX) continue;
      const what = `\`${name}\` nests ${deepest.level} deep, at most ${NESTING_MAX}; ` +
        'return early or name the inner part';
      yield { path, line: deepest.line, what };
    }
  }
}

function* parameters(tree) {
  for (const { path, shape } of cppFiles(tree)) {
    for (const { name, line, parameters: count } of [...shape.functions, ...shape.declarations]) {
      if (count <= PARAMETERS_MAX) continue;
      const what = `\`${name}\` takes ${count} parameters, at most ${PARAMETERS_MAX}; ` +
        'make a struct of what belongs together';
      yield { path, line, what };
    }
  }
}

function* mutableGlobals(tree) {
  for (const { path, shape } of cppFiles(tree)) {
    if (path.endsWith('_main.cpp')) continue;
    for (const { name, line, place, isMutable } of shape.variables) {
      if (!isMutable || place === 'local') continue;
      const what = `\`${name}\` is a mutable global; make it const or pass it as a parameter`;
      yield { path, line, what };
    }
  }
}

function* staticLocals(tree) {
  for (const { path, shape } of cppFiles(tree)) {
    if (path.endsWith('_main.cpp') && !path.startsWith('src/ui/')) continue;
    for (const { name, line, place, isMutable } of shape.variables) {
      if (!isMutable || place !== 'local') continue;
      const what = `\`${name}\` is a mutable static; make it const or keep it in a state struct`;
      yield { path, line, what };
    }
  }
}

function* brackets(tree) {
  for (const { path, shape } of cppFiles(tree)) {
    if (shape.unmatchedLine === 0) continue;
    const what = 'bracket without partner, functions stay unseen; close it, also under #if';
    yield { path, line: shape.unmatchedLine, what };
  }
}
