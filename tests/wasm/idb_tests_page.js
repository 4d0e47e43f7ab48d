// Runs the tests as soon as it is opened; globalThis.finished = { code, lines } when they are over.

import createTests from './idb_tests.js';

const lines = [];
const say = (line) => lines.push(line);
const finish = (code) => { globalThis.finished = { code, lines }; };
createTests({
  print: say,
  printErr: say,
  page: { answered() {} },
  tab: Promise.resolve({ isWriter: true }),
  finished: finish,
}).then((module) => module.runTests()).catch((error) => {
  say(String(error));
  finish(-1);
});
