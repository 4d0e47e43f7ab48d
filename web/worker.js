// The worker: loads the module without window and runs one job a message.
// In: { bytes }. Out: { progress }…, then { piece }…, { bytes }; or { failed }.
'use strict';

const policy = self.trustedTypes?.createPolicy('zhitu-worker', {
  createScriptURL: (url) => {
    if (url !== 'worker-core.js') throw new TypeError(`not our script: ${url}`);
    return url;
  },
});
importScripts(policy ? policy.createScriptURL('worker-core.js') : 'worker-core.js');

const core = self.createWorkerCore();

self.onmessage = async ({ data }) => {
  try {
    const { zt } = await core;
    const post = (name, { buffer }) => postMessage({ [name]: buffer }, [buffer]);
    const head = zt.run(new Uint8Array(data.bytes), {
      progress: (progress) => postMessage({ progress }),
      piece: (bytes) => post('piece', bytes),
    });
    if (head === null) postMessage({ failed: 'unreadable request' });
    else post('bytes', head);
  } catch (error) {
    postMessage({ failed: String(error?.message ?? error) });
  }
};
