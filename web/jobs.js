// Jobs in a worker of their own. Cancelling is ending the worker, so one works on one job; a worker
// that has finished waits for the next.

const policy = globalThis.trustedTypes?.createPolicy('zhitu-worker', {
  createScriptURL: (url) => {
    if (url !== 'worker.js') throw new TypeError(`not our worker: ${url}`);
    return url;
  },
});

// What a worker is for us, where none can be had: the same work between frames of this page. Its
// code comes when it is needed.
function standIn() {
  let run = null;
  const worker = {
    isEnded: false,
    terminate() {
      worker.isEnded = true;
    },
    postMessage({ bytes }) {
      run ??= import('./page_worker.js').then(({ runnerOf }) => runnerOf(worker));
      run.then((work) => !worker.isEnded && work(bytes), (error) => worker.onerror(error));
    },
  };
  return worker;
}

function hireNew() {
  const url = policy ? policy.createScriptURL('worker.js') : 'worker.js';
  try {
    return new Worker(url, { type: 'module' });
  } catch {
    return standIn();
  }
}

// report: { progress(id, millionths), piece(id, bytes), done(id, bytes), failed(id, reason) }
// Pieces of a long result come one a task, before done.
export function createJobs(report) {
  const running = new Map();  // id -> worker
  let idle = null;

  function hire() {
    const worker = idle ?? hireNew();
    idle = null;
    return worker;
  }

  function finish(id, worker, isUsable) {
    running.delete(id);
    if (!isUsable || idle !== null) worker.terminate();
    else idle = worker;
  }

  function start(id, bytes) {
    const worker = hire();
    running.set(id, worker);
    worker.onmessage = ({ data }) => {
      if (data.progress !== undefined) return report.progress(id, data.progress);
      if (data.piece !== undefined) return report.piece(id, new Uint8Array(data.piece));
      finish(id, worker, data.bytes !== undefined);
      if (data.bytes !== undefined) report.done(id, new Uint8Array(data.bytes));
      else report.failed(id, data.failed);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      finish(id, worker, false);
      report.failed(id, event.message ?? 'the worker stopped');
    };
    worker.postMessage({ bytes: bytes.buffer }, [bytes.buffer]);
  }

  function cancel(id) {
    running.get(id)?.terminate();
    running.delete(id);
  }

  return { start, cancel };
}
