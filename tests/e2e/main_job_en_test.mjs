// The main job in English, at pixel ratio 1.5; the batch is undone and taken in again.

import { after, before, test } from 'node:test';

import { begin, end, testsOf } from './main_job.mjs';

const job = { language: 'en', locale: 'en-US', scale: 1.5, isUndone: true };
const tests = testsOf(job);

if (tests.length > 0) {
  before(() => begin(job));
  after(() => end(job));
}
for (const [sentence, run] of tests) test(sentence, run);
