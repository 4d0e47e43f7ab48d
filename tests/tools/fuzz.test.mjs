// What tools/fuzz.mjs keeps and counts.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chooseInputs, corpusText, linesReached, parseCorpus } from '../../tools/fuzz.mjs';

test('a corpus reads back as it was written', () => {
  const inputs = [Buffer.from('{"a":1}'), Buffer.from([0, 255, 10])];
  assert.deepEqual(parseCorpus(corpusText('json', inputs)), inputs);
  assert.deepEqual(parseCorpus('# words\n\n'), []);
});

test('the smallest inputs are kept, each once', () => {
  const chosen = chooseInputs(['bbb', 'a', '', 'bbb', 'x'.repeat(401), 'cc']
    .map((text) => Buffer.from(text)));
  assert.deepEqual(chosen.map(String), ['a', 'cc', 'bbb']);
  const many = Array.from({ length: 500 }, (_, at) => Buffer.from(`input ${at}`));
  assert.equal(chooseInputs(many).length, 120);
});

test('only the lines of the named sources count', () => {
  const file = (filename, covered, count) =>
    ({ filename, summary: { lines: { covered, count } } });
  const summary = { data: [{ files: [file('/w/src/base/json.cpp', 90, 100),
                                     file('/w/src/base/text.cpp', 0, 100),
                                     file('/w/src/vault/op.cpp', 40, 100)] }] };
  const { rows, percent } = linesReached(summary, ['src/base/json.cpp', 'src/vault/op.cpp']);
  assert.equal(percent, 65);
  assert.deepEqual(rows.map((row) => row.name), ['src/base/json.cpp', 'src/vault/op.cpp']);
  assert.equal(linesReached({ data: [{ files: [] }] }, []).percent, 0);
});
