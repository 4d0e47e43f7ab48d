// js-library: what the browser tells about this storage, and a reserve in it.
//
// The reserve is a record of 2 MiB that says nothing. A save that finds no room gives it back, so
// that the next one has some, and what makes room (a compaction) can be written. It has no
// `timestamp`: IDBFS lists records by that, and never reads it.

addToLibrary({
  $ZTR__deps: ['$ZTS'],
  $ZTR__postset: 'ZTS.after = ZTR;',
  $ZTR: {
    KEY: '/zhitu-v1/reserve',
    BYTES: 2 << 20,
    TELL_MS: 30000,  // between two answers that nobody asked for
    toldAt: 0,
    isSpent: false,  // in this visit: it is not laid again

    // Not to be compressed by anybody.
    bytes: () => {
      const bytes = new Uint8Array(ZTR.BYTES);
      for (let at = 0; at < bytes.length; at += 65536) {
        crypto.getRandomValues(bytes.subarray(at, at + 65536));
      }
      return bytes;
    },

    held: async () => {
      if (ZTS.failure) return 0;
      const database = await ZTS.database();
      return new Promise((resolve, reject) => {
        const request = database.transaction([ZTS.STORE]).objectStore(ZTS.STORE).count(ZTR.KEY);
        request.onsuccess = () => resolve(request.result * ZTR.BYTES);
        request.onerror = () => reject(request.error);
      });
    },

    lay: async () => {
      if (ZTR.isSpent || !ZTS.isWriter || await ZTR.held() > 0) return;
      const record = { mode: ZTS.FILE_MODE, contents: ZTR.bytes() };
      await ZTS.transact((store, stop) =>
        ZTS.owned(store, stop, () => store.put(record, ZTR.KEY)));
    },

    // A save found no room.
    full: async () => {
      if (await ZTR.held() === 0) return;
      ZTR.isSpent = true;
      await ZTS.transact((store) => store.delete(ZTR.KEY));
      ZTR.tell();
    },

    saved: () => {
      if (performance.now() - ZTR.toldAt > ZTR.TELL_MS) ZTR.tell();
    },

    keep: async () => {
      ZTS.queue = ZTS.queue.then(ZTR.lay).catch(() => {}).then(ZTR.tell);
      if (await ZTR.asked(() => navigator.storage.persist())) ZTR.tell();
    },

    // The answer, or nothing where the browser has none.
    asked: async (ask) => {
      try {
        return await ask();
      } catch {
        return undefined;
      }
    },

    tell: async () => {
      ZTR.toldAt = performance.now();
      const { storage } = navigator;
      const [isPersistent, estimate, held] = await Promise.all([
        ZTR.asked(() => storage.persisted()), ZTR.asked(() => storage.estimate()),
        ZTR.asked(ZTR.held)]);
      _zt_storage_told(Number(isPersistent ?? -1), estimate?.usage ?? -1, estimate?.quota ?? -1,
        held ?? 0);
    },
  },

  zt_js_watch_storage__deps: ['$ZTR'],
  zt_js_watch_storage: () => { ZTR.tell(); },
  zt_js_keep_storage__deps: ['$ZTR'],
  zt_js_keep_storage: () => { ZTR.keep(); },
});
