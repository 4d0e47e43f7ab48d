// Feeds every rule of tidy a bad file and the whole of it a clean tree.
// A bad tree is the clean tree with one file more or one file changed, so the finding of the rule
// is the only one. Words that tidy forbids in any file are written here in two pieces.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { rules } from '../../tools/tidy/rules.mjs';
import { cleanTree } from './clean_tree.mjs';
import { findingsIn, tidy, withTree } from './tree_of.mjs';

const lines = (count, line = '// line') => `${line}\n`.repeat(count);
const body = (...statements) => `void run() {\n${statements.join('\n')}\n}\n`;
const includes = (count) => Array.from({ length: count }, (_, i) => `#include "base/a${i}.h"\n`);

// Each: [rule, what is bad, { path: text }, 'path:line' of the finding].
const BAD = [
  ['floors', 'upward', { 'src/base/a.h': '\n#include "app/state.h"\n' }, 'src/base/a.h:2'],
  ['floors', 'sideways among areas', { 'src/people/a.h': '#include "catalog/b.h"\n' },
    'src/people/a.h:1'],
  ['floors', 'sideways among engines', { 'src/plan/a.h': '#include "search/b.h"\n' },
    'src/plan/a.h:1'],
  ['floors', 'upward in angles', { 'src/vault/a.h': '#include <exchange/b.h>\n' },
    'src/vault/a.h:1'],
  ['floors', 'upward from a folder of a room', { 'src/app/x/a.h': '# include "ui/b.h"\n' },
    'src/app/x/a.h:1'],
  ['floors', 'src includes a shell', { 'src/ui/a.h': '#include "wasm/b.h"\n' }, 'src/ui/a.h:1'],
  ['floors', 'tools include ui', { 'tools/a.h': '#include "ui/page.h"\n' }, 'tools/a.h:1'],
  ['floors', 'one shell includes the other', { 'wasm/a.h': '#include "tools/b.h"\n' },
    'wasm/a.h:1'],
  ['floors', 'relative path', { 'src/app/a.h': '#include "../base/result.h"\n' }, 'src/app/a.h:1'],
  ['floors', 'path from the top', { 'src/app/a.h': '#include "src/base/b.h"\n' }, 'src/app/a.h:1'],
  ['floors', 'room left out', { 'src/app/a.h': '#include "jobs.h"\n' }, 'src/app/a.h:1'],
  ['floors', 'unknown room', { 'src/misc/a.h': '#pragma once\n' }, 'src/misc/a.h:1'],
  ['floors', 'no room', { 'src/a.h': '#pragma once\n' }, 'src/a.h:1'],
  ['project-includes', '13 of them', { 'src/app/a.h': includes(13).join('') }, 'src/app/a.h:13'],
  ['test-of-stem', 'in src', { 'src/app/alone.cpp': '// x\n' }, 'src/app/alone.cpp:1'],
  ['test-of-stem', 'in tools', { 'tools/cli/alone.cpp': '// x\n' }, 'tools/cli/alone.cpp:1'],
  ['test-share', 'too few tests', { 'web/long.js': lines(400) }, 'tests:1'],
  ['architecture-words', '1,201 words', { 'ARCHITECTURE.md': lines(1201, 'word') },
    'ARCHITECTURE.md:1201'],
  ['top-level', 'a folder', { 'docs/a.md': 'text\n' }, 'docs:1'],
  ['top-level', 'a file', { 'notes.md': 'text\n' }, 'notes.md:1'],
  ['third-party', 'copyright', { 'src/base/a.h': '\n// Copyright (c) 2020 Somebody\n' },
    'src/base/a.h:2'],
  ['third-party', 'copyright in a script', { 'web/a.js': '/* Copyright 2020 Somebody */\n' },
    'web/a.js:1'],
  ['third-party', 'folder', { 'tools/vendor/a.txt': 'text\n' }, 'tools/vendor/a.txt:1'],
  ['emscripten-word', 'include', { 'src/app/a.h': '#include <emscripten.h>\n' }, 'src/app/a.h:1'],
  ['emscripten-word', 'condition', { 'src/app/a.h': '\n#ifdef __EMSCRIPTEN__\n#endif\n' },
    'src/app/a.h:2'],
  ['emscripten-word', 'call', { 'tools/a.h': body('emscripten_sleep(1);') }, 'tools/a.h:2'],
  ['emscripten-word', 'macro', { 'src/ui/a.h': 'EM_JS(void, f, (), { try {} });\n' },
    'src/ui/a.h:1'],
  ['imgui-word', 'include', { 'src/app/a.h': '#include <imgui.h>\n' }, 'src/app/a.h:1'],
  ['imgui-word', 'call', { 'tools/a.h': body('ImGui::End();') }, 'tools/a.h:2'],
  ['imgui-word', 'type', { 'tests/app/a.h': 'ImVec2 f();\n' }, 'tests/app/a.h:1'],
  ['world-words', 'clock', { 'src/app/a.h': body('auto t = std::chrono::system_clock::now();') },
    'src/app/a.h:2'],
  ['world-words', 'steady clock', { 'src/app/a.h': body('use(steady_clock::now());') },
    'src/app/a.h:2'],
  ['world-words', 'time', { 'src/app/a.h': body('long t = time(nullptr);') }, 'src/app/a.h:2'],
  ['world-words', 'std::time', { 'src/app/a.h': body('long t = std::time(&now);') },
    'src/app/a.h:2'],
  ['world-words', 'rand', { 'src/app/a.h': body('return rand() % 6;') }, 'src/app/a.h:2'],
  ['world-words', 'seed', { 'src/app/a.h': body('std::random_device d;') }, 'src/app/a.h:2'],
  ['world-words', 'generator', { 'src/plan/a.h': body('std::mt19937 g(1);') }, 'src/plan/a.h:2'],
  ['world-words', 'thread', { 'src/app/a.h': body('std::thread t(work);') }, 'src/app/a.h:2'],
  ['world-words', 'file', { 'src/app/a.h': body('auto f = fopen(p, m);') }, 'src/app/a.h:2'],
  ['world-words', 'stream', { 'src/app/a.h': body('std::ofstream f(p);') }, 'src/app/a.h:2'],
  ['world-words', 'header', { 'src/app/a.h': '#include <fstream>\n' }, 'src/app/a.h:1'],
  ['world-words', 'environment', { 'src/ui/a.h': body('f(std::getenv(n));') }, 'src/ui/a.h:2'],
  ['exceptions', 'throw', { 'src/app/a.h': body('throw 1;') }, 'src/app/a.h:2'],
  ['exceptions', 'throw in a macro', { 'tests/app/a.h': '#define X \\\n  throw 1\n' },
    'tests/app/a.h:1'],
  ['exceptions', 'dynamic_cast', { 'wasm/a.h': body('f(dynamic_cast<A*>(b));') }, 'wasm/a.h:2'],
  ['exceptions', 'typeid', { 'tools/a.h': body('f(typeid(a));') }, 'tools/a.h:2'],
  ['exceptions', 'in #else', { 'tools/a.h': '#if A\n#else\nint f() { throw 1; }\n#endif\n' },
    'tools/a.h:3'],
  ['skipped-tests', 'by name', { 'tests/app/a.h': 'TEST(A, DISABLED_b) {}\n' }, 'tests/app/a.h:1'],
  ['skipped-tests', 'at run time', { 'tests/app/a.h': body('GTEST_SKIP();') }, 'tests/app/a.h:2'],
  ['skipped-tests', 'cut out', { 'tests/app/a.h': '\n#if 0\n#endif\n' }, 'tests/app/a.h:2'],
  ['skipped-tests', 'in a script', { 'tests/a.mjs': `test.${'sk'}ip('a', run);\n` },
    'tests/a.mjs:1'],
  ['skipped-tests', 'all others', { 'tests/a.mjs': `\nit.${'on'}ly('a', run);\n` },
    'tests/a.mjs:2'],
  ['skipped-tests', 'by option', { 'tests/a.mjs': `test('a', { ${'sk'}ip: true }, run);\n` },
    'tests/a.mjs:1'],
  ['skipped-tests', 'in CMake',
    { 'CMakeLists.txt': 'set_tests_properties(a PROPERTIES DISABLED 1)' },
    'CMakeLists.txt:1'],
  ['machine-paths', 'in a document', { 'README.md': `\ncd ${'/wo'}rk/main\n` }, 'README.md:2'],
  ['machine-paths', 'as an option', { 'CMakeLists.txt': `cc -I${'/ro'}ot/include\n` },
    'CMakeLists.txt:1'],
  ['machine-paths', 'as an address', { 'web/a.js': `open('file://${'/ro'}ot/a');\n` },
    'web/a.js:1'],
  ['loose-ends', 'in code', { 'src/app/a.h': `\n// ${'TO'}DO: later\n` }, 'src/app/a.h:2'],
  ['loose-ends', 'in a document', { 'README.md': `${'FIX'}ME\n` }, 'README.md:1'],
  ['loose-ends', 'in a script', { 'web/a.js': `// ${'X'}XX why\n` }, 'web/a.js:1'],
  ['columns', 'in C++', { 'src/app/a.h': `\n// ${'知'.repeat(98)}\n` }, 'src/app/a.h:2'],
  ['columns', 'in a script', { 'web/a.js': `// ${'x'.repeat(98)}\n` }, 'web/a.js:1'],
  ['file-lines', '.h', { 'src/app/a.h': lines(251), 'tests/a.mjs': lines(200) },
    'src/app/a.h:251'],
  ['file-lines', '.cpp', { 'tests/app/a_test.cpp': lines(501) }, 'tests/app/a_test.cpp:501'],
  ['function-lines', 'function', { 'src/app/a.h': `\n${body(lines(68, 'f();'))}` },
    'src/app/a.h:2'],
  ['function-lines', 'test', { 'tests/app/a.h': `TEST(A, b) {\n${lines(69, 'f();')}}\n` },
    'tests/app/a.h:1'],
  ['function-lines', 'lambda',
    { 'wasm/a.h': `auto const f = [](int a) {\n${lines(69, 'g();')}};\n` },
    'wasm/a.h:1'],
  ['nesting', 'blocks', {
    'src/app/a.h': body('if (a) {', 'for (;;) {', 'while (b) {', 'if (c) { d(); }', '}', '}', '}'),
  }, 'src/app/a.h:5'],
  ['nesting', 'without braces', {
    'src/app/a.h': body('for (;;)', 'for (;;)', 'for (;;)', 'if (a) b();'),
  }, 'src/app/a.h:5'],
  ['nesting', 'in a lambda', {
    'src/app/a.h': body('call(1, [&] {', 'do { if (a) { switch (b) { default: if (c) d(); } } }',
      'while (e);', '});'),
  }, 'src/app/a.h:3'],
  ['parameters', 'definition', { 'src/app/a.h': '\nint f(A a, B b, C c, D d, E e, F f) {}\n' },
    'src/app/a.h:2'],
  ['parameters', 'declaration', { 'src/app/a.h': 'int f(A, B<C, D>, E, F, G, H = {1, 2});\n' },
    'src/app/a.h:1'],
  ['parameters', 'member', {
    'src/app/a.h': 'struct A {\n    virtual int f(A, B, C, D, E, F) const = 0;\n};\n',
  }, 'src/app/a.h:2'],
  ['parameters', 'constructor', {
    'src/app/a.h': 'struct A {\n    A(A a, B b, C c, D d, E e, F f) : a_{a}, b_(b) {}\n};\n',
  }, 'src/app/a.h:2'],
  ['parameters', 'lambda', { 'src/app/a.h': body('g([](A, B, C, D, E, F) {});') },
    'src/app/a.h:2'],
  ['mutable-globals', 'plain', { 'src/app/a.h': 'namespace z {\nint count = 0;\n}\n' },
    'src/app/a.h:2'],
  ['mutable-globals', 'object', { 'src/app/a.h': '\nstd::map<int, int const> cache;\n' },
    'src/app/a.h:2'],
  ['mutable-globals', 'inline', { 'src/app/a.h': 'inline std::string name{"a"};\n' },
    'src/app/a.h:1'],
  ['mutable-globals', 'pointer', { 'src/app/a.h': 'char const* name = "a";\n' }, 'src/app/a.h:1'],
  ['mutable-globals', 'function pointer', { 'src/app/a.h': 'void (*hook)(int const) = nullptr;\n' },
    'src/app/a.h:1'],
  ['mutable-globals', 'table', { 'wasm/a.h': 'static int table[2][2] = {{1}, {2}};\n' },
    'wasm/a.h:1'],
  ['mutable-globals', 'constinit', { 'wasm/a.h': 'constinit int count = 1;\n' }, 'wasm/a.h:1'],
  ['mutable-globals', 'with its struct', { 'wasm/a.h': '\nstruct A { int a; } state;\n' },
    'wasm/a.h:2'],
  ['mutable-globals', 'static member', {
    'src/app/a.h': 'struct A {\n    static inline int count = 0;\n};\n',
  }, 'src/app/a.h:2'],
  ['static-locals', 'in a view', { 'src/ui/a.h': body('static bool is_open = false;') },
    'src/ui/a.h:2'],
  ['static-locals', 'object', { 'tests/a.h': body('if (a) {', 'static Cache cache(1);', '}') },
    'tests/a.h:3'],
  ['static-locals', 'thread_local', { 'wasm/a.h': body('thread_local int depth;') }, 'wasm/a.h:2'],
  ['brackets', 'left open', { 'src/app/a.h': '\nint f() { return (1; }\n' }, 'src/app/a.h:2'],
];

for (const [rule, name, files, place] of BAD) {
  test(`${rule} fires: ${name}`, () => {
    assert.deepEqual(findingsIn({ ...cleanTree, ...files }), [`${place}: ${rule}`]);
  });
}

test('a clean tree has no findings', () => {
  const { code, output } = withTree(cleanTree, (folder) => tidy(folder));
  const files = Object.keys(cleanTree).filter((path) => !path.startsWith('build/'));
  assert.equal(output, `tidy: ${files.length} files, ${rules.length} rules, 0 findings\n`);
  assert.equal(code, 0);
});

test('every rule has a negative test', (context) => {
  const tried = new Set(BAD.map(([rule]) => rule));
  assert.deepEqual([...tried].sort(), rules.map(({ name }) => name).sort());
  assert.ok(BAD.length > 0);
  context.diagnostic(`negative tests: ${BAD.length} for ${tried.size} rules`);
});

test('a finding says where, which rule, what and what to do', () => {
  const bad = { ...cleanTree, 'src/app/a.h': 'int count;\n' };
  const { code, output } = withTree(bad, (folder) => tidy(folder));
  assert.equal(code, 1);
  assert.equal(output.split('\n')[0], 'src/app/a.h:1: mutable-globals: `count` is a mutable ' +
    'global; make it const or pass it as a parameter');
});

test('findings come in the order of paths and lines', () => {
  const files = { 'src/app/b.h': 'int b;\n\nint c;\n', 'src/app/a.h': '\nint a;\n' };
  assert.deepEqual(findingsIn({ ...cleanTree, ...files }), [
    'src/app/a.h:2: mutable-globals', 'src/app/b.h:1: mutable-globals',
    'src/app/b.h:3: mutable-globals',
  ]);
});

test('budgets are met exactly without a finding', () => {
  const files = {
    'src/app/a.h': `${includes(12).join('')}${lines(238)}`,
    'src/app/b.h': body(lines(67, 'f();')),
    'src/app/c.h': 'int f(A a, B b, C c, D d, E e) {}\n',
    'wasm/sdl_c.h': 'int SDL_RenderAll(A a, B b, C c, D d, E e, F f) { return 0; }\n',
    'src/app/d.h': `// ${'知'.repeat(97)}\n`,
    'src/app/e.h': body('for (;;) {', 'if (a) {', 'b();', '} else', 'while (c) d();', '}'),
    'tests/app/a_test.cpp': lines(500),
  };
  assert.deepEqual(findingsIn({ ...cleanTree, ...files }), []);
});

test('in a git checkout ignored files are not looked at and new ones are', () => {
  const files = {
    ...cleanTree, '.gitignore': 'build/\nout/\n', 'out/a.h': 'int a;\n', 'src/app/a.h': 'int a;\n',
  };
  withTree(files, (folder) => {
    execFileSync('git', ['init', '--quiet', folder], { stdio: 'ignore' });
    const { output } = tidy(folder);
    assert.match(output, /^src\/app\/a\.h:1: mutable-globals: .*\ntidy: .* 1 findings\n$/);
  });
});

test('help names every rule', () => {
  const { code, output } = tidy('--help');
  assert.equal(code, 0);
  for (const { name } of rules) assert.ok(output.includes(`\n  ${name} `), name);
});

test('what cannot be checked is not called clean', () => {
  withTree({}, (folder) => {
    for (const args of [[folder], [`${folder}/none`], ['--fast'], ['a', 'b']]) {
      const { code, complaint } = tidy(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(complaint, /^tidy: /);
    }
  });
});
