// Runs the tests as soon as it is opened; globalThis.finished = { code, lines } when they are over.

import createTests from './vault_tests.js';

const lines = [];
const say = (line) => lines.push(line);
const finish = (code) => { globalThis.finished = { code, lines }; };
createTests({ print: say, printErr: say, onExit: finish }).catch((error) => {
  // Exit is an exception of Emscripten's; onExit has heard of it.
  if (globalThis.finished) return;
  say(String(error));
  finish(-1);
});
