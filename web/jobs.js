// Jobs in a worker of their own. Cancelling is ending the worker, so one works on one job; a worker
// that has finished waits for the next.

const policy = globalThis.trustedTypes?.createPolicy('zhitu-worker', {
  createScriptURL: (url) => {
    if (url !== 'worker.js') throw new TypeError(`not our worker: ${url}`);
    return url;
  },
});

// report: { progress(id, millionths), piece(id, bytes), done(id, bytes), failed(id, reason) }
// Pieces of a long result come one a task, before done.
export function createJobs(report) {
  const running = new Map();  // id -> worker
  let idle = null;

  function hire() {
    const worker = idle ?? new Worker(policy ? policy.createScriptURL('worker.js') : 'worker.js');
    idle = null;
    return worker;
  }

  function finish(id, worker, isUsable) {
    running.delete(id);
    if (!isUsable || idle !== null) worker.terminate();
    else idle = worker;
  }

  // False: no worker can be had here, the caller works by itself.
  function start(id, bytes) {
    let worker;
    try {
      worker = hire();
    } catch {
      return false;
    }
    running.set(id, worker);
    worker.onmessage = ({ data }) => {
      if (data.progress !== undefined) return report.progress(id, data.progress);
      if (data.piece !== undefined) return report.piece(id, new Uint8Array(data.piece));
      finish(id, worker, data.bytes !== undefined);
      if (data.bytes !== undefined) report.done(id, new Uint8Array(data.bytes));
      else report.failed(id, data.failed);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      finish(id, worker, false);
      report.failed(id, event.message ?? 'the worker stopped');
    };
    worker.postMessage({ bytes: bytes.buffer }, [bytes.buffer]);
    return true;
  }

  function cancel(id) {
    running.get(id)?.terminate();
    running.delete(id);
  }

  return { start, cancel };
}
