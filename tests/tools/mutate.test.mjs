// The list of mutants stays what it says: enough of them, each in one place of the sources.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { judge, mutated, parseMutants, readMutants } from '../../tools/mutate.mjs';

test('every mutant has exactly one place in the sources', () => {
  const mutants = readMutants();
  assert.ok(mutants.length >= 80, `${mutants.length} mutants`);
  for (const mutant of mutants) {
    assert.notEqual(mutant.from, mutant.to);
    assert.doesNotThrow(() => mutated(mutant));
  }
});

test('a mutant that stands nowhere or twice is refused', () => {
  for (const from of ['no such text', 'return']) {
    assert.throws(() => mutated({ file: 'src/vault/merge.cpp', from, to: '' }));
  }
});

test('files, comments, explanations and lines are told apart', () => {
  assert.deepEqual(
    parseMutants('# words\n\na.cpp\nx < y => x > y\n# survives: both\nf();\\n    g(); =>\n'),
    [{ file: 'a.cpp', from: 'x < y', to: 'x > y', survives: '' },
     { file: 'a.cpp', from: 'f();\n    g();', to: '', survives: 'both' }]);
});

test('a survivor has to be explained, and explained ones have to survive', () => {
  const mutants = Array.from({ length: 40 }, () => ({ survives: '' }));
  const fates = mutants.map(() => 'noticed');
  assert.ok(judge(mutants, fates));
  assert.ok(!judge(mutants, ['SURVIVED', ...fates.slice(1)]));
  assert.ok(!judge(mutants, ['INVALID', ...fates.slice(1)]));
  mutants[0].survives = 'equal';
  assert.ok(judge(mutants, ['SURVIVED', ...fates.slice(1)]));
  assert.ok(!judge(mutants, fates));
  for (const index of [1, 2]) mutants[index].survives = 'equal';
  assert.ok(!judge(mutants, ['SURVIVED', 'SURVIVED', 'SURVIVED', ...fates.slice(3)]));
});
