// The main job in Chinese; text that was decoded twice is repaired on the way in.

import { after, before, test } from 'node:test';

import { begin, end, testsOf } from './main_job.mjs';

const job = { language: 'zh', locale: 'zh-CN', scale: 1, isRepaired: true };
const tests = testsOf(job);

if (tests.length > 0) {
  before(() => begin(job));
  after(() => end(job));
}
for (const [sentence, run] of tests) test(sentence, run);
