// The module without window and its jobs, one after another in slices: the worker's work, and the
// page's own where there is no worker.

import createWorkerCore from './worker-core.js';

// Runs one job: hands it { progress }…, then { piece }…, { bytes }; or { failed }.
// Between two slices it waits for pause(); where that gives false, the job is dropped.
export function createRunner({ post, sliceMs, pause }) {
  const core = createWorkerCore();

  async function work(zt, bytes) {
    if (!zt.begin(bytes)) return post({ failed: 'unreadable request' });
    for (;;) {
      const progress = zt.work(sliceMs);
      if (progress < 0) break;
      post({ progress });
      if (!await pause()) return undefined;
    }
    for (let index = 0; index < zt.piecesCount(); ++index) {
      post({ piece: zt.piece(index).buffer });
      if (!await pause()) return undefined;
    }
    return post({ bytes: zt.head().buffer });
  }

  return async (bytes) => {
    try {
      await work((await core).zt, new Uint8Array(bytes));
    } catch (error) {
      post({ failed: String(error?.message ?? error) });
    }
  };
}
