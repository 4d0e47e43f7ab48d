// Where there are no workers: the worker's jobs on the page's own thread, between frames.

import { createRunner } from './job_runner.js';

const SLICE_MS = 8;  // half a frame stays for drawing

// The function that runs a job for `worker`, the stand-in of jobs.js, until that is ended.
export function runnerOf(worker) {
  let isDue = 0;
  return createRunner({
    post: (data) => !worker.isEnded && worker.onmessage({ data }),
    sliceMs: SLICE_MS,
    async pause() {
      if (performance.now() < isDue) return true;  // small pieces share a task
      await new Promise((resolve) => setTimeout(resolve));
      isDue = performance.now() + SLICE_MS;
      return !worker.isEnded;
    },
  });
}
