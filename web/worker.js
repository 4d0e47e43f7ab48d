// The worker: one job a message. In: { bytes }. Out: what the runner posts.

import { createRunner } from './job_runner.js';

const run = createRunner({
  post: (data) => postMessage(data, [data.piece ?? data.bytes].filter(Boolean)),
  sliceMs: 50,  // no frames wait here: only the progress is worth an interruption
  pause: () => true,
});

self.onmessage = ({ data }) => run(data.bytes);
