// js-library: the files under /zhitu-v1/st in IndexedDB.
//
// IDBFS fills the memory file system once, at start. It never writes: its own sync mirrors whole
// trees and deletes what another tab wrote. Saving is one strict transaction of ours over the same
// store, in IDBFS's record format {timestamp, mode, contents}, so that the next start reads it.
//
//   start    lock (web/tabs.js) -> claim EPOCH, if writer -> program loaded -> populate -> main
//   save     readwrite, strict: EPOCH ours? -> puts, deletes -> oncomplete = on disk
//
// Cold files are records of the same store, and of the same transactions, but outside the mount and
// without `timestamp`: IDBFS lists by that index, so it neither reads nor deletes them.
//
// The memory file system is not kept in step with saves: it stays as of opening, which is what
// Storage::read_all promises, and C++ keeps what it needs.

addToLibrary({
  $ZTS__deps: ['$FS', '$IDBFS', '$stringToNewUTF8', '$ZT', 'free'],
  $ZTS__postset: "Module['storageReason'] = ZTS.reason; ZTS.start();",
  $ZTS: {
    MOUNT: '/zhitu-v1',
    ROOT: '/zhitu-v1/st/',
    COLD: 'cold/',
    EPOCH: '/zhitu-v1/st/EPOCH',
    STORE: 'FILE_DATA',
    FILE_MODE: 0o100666,
    FOLDER_MODE: 0o40777,
    TASK_BYTES: 1 << 20,  // copied in a task: a millisecond

    after: { saved: () => {}, full: async () => {} },  // reserve.js, in the page

    reason: () => String(ZTS.failure?.message ?? ZTS.failure ?? ''),

    // Lock and claim go ahead while the program is still on its way. IDBFS needs its memory, which
    // is there when preRun is; from then on the program waits for us.
    start: () => {
      let tell = null;
      ZTS.begin(new Promise((resolve) => { tell = resolve; }));
      addOnPreRun(() => {
        addRunDependency('zhitu-storage');
        tell();
        ZTS.queue.then(() => removeRunDependency('zhitu-storage'));
      });
    },

    // hasMemory: a promise. The answer comes when everything is read, or `failure` says why not.
    begin: (hasMemory) => {
      Object.assign(ZTS, {
        epoch: '',           // ours; what the store must hold for our saves to count
        isWriter: false,
        failure: null,       // why nothing could be opened
        paths: [],           // files as of opening
        folders: new Set(),  // folder records known to be in the store
        lastTime: 0,         // of the newest record, ms
        puts: [],
        deletes: [],
      });
      // Saves answer in the order they were asked for.
      ZTS.queue = ZTS.open(hasMemory).catch((error) => { ZTS.failure = error; });
      return ZTS.queue;
    },

    open: async (hasMemory) => {
      const tab = await Module['tab'];
      if (!IDBFS.indexedDB()) throw new DOMException('no IndexedDB', 'NotSupportedError');
      if (tab.isWriter) await ZTS.retried(ZTS.claim);
      ZTS.isWriter = tab.isWriter;
      await hasMemory;
      FS.mkdirTree(ZTS.MOUNT);
      FS.mount(IDBFS, {}, ZTS.MOUNT);
      // Another tab may delete a file between IDBFS's listing and its reading: once more, then.
      await ZTS.populate().catch(ZTS.populate);
      ZTS.list(ZTS.ROOT.slice(0, -1));
    },

    populate: () => new Promise((resolve, reject) =>
      FS.syncfs(true, (error) => (error ? reject(error) : resolve()))),

    list: (folder) => {
      if (!FS.analyzePath(folder).exists) return;
      ZTS.folders.add(folder);
      for (const name of FS.readdir(folder)) {
        if (name === '.' || name === '..') continue;
        const path = `${folder}/${name}`;
        const stat = FS.stat(path);
        ZTS.lastTime = Math.max(ZTS.lastTime, stat.mtime.getTime());
        if (FS.isDir(stat.mode)) ZTS.list(path);
        else if (path !== ZTS.EPOCH) ZTS.paths.push(path);
      }
    },

    database: () => new Promise((resolve, reject) => {
      IDBFS.getDB(ZTS.MOUNT, (error, database) => {
        if (error) return reject(error);
        database.onclose = ZTS.drop;  // storage cleared, or the browser's database server is gone
        database.onversionchange = ZTS.drop;
        resolve(database);
      });
    }),

    drop: () => {
      IDBFS.dbs[ZTS.MOUNT]?.close();
      delete IDBFS.dbs[ZTS.MOUNT];
    },

    // A lost connection is opened once more; the transaction was atomic, so it may run again.
    retried: async (work) => {
      try {
        return await work();
      } catch (error) {
        if (!/^(InvalidState|Unknown|Abort)Error$/.test(error?.name ?? '')) throw error;
        ZTS.drop();
        return work();
      }
    },

    // Strictly increasing, whatever the clock does: IDBFS compares times with `!=` only.
    nextTime: () => {
      ZTS.lastTime = Math.max(Date.now(), ZTS.lastTime + 1);
      return new Date(ZTS.lastTime);
    },

    // One strict transaction; `fill(store)` makes the requests. All or nothing: no request error is
    // ever prevented, so each aborts the whole, and an exception in a callback aborts by hand.
    transact: async (fill) => {
      const database = await ZTS.database();
      return new Promise((resolve, reject) => {
        const transaction = database.transaction([ZTS.STORE], 'readwrite',
          { durability: 'strict' });
        let reason = null;
        const stop = (error) => {
          reason = error;
          transaction.abort();
        };
        transaction.oncomplete = () => resolve();
        transaction.onabort = () =>
          reject(reason ?? transaction.error ?? new DOMException('aborted', 'AbortError'));
        fill(transaction.objectStore(ZTS.STORE), stop);
      });
    },

    isCold: (path) => path.startsWith(ZTS.COLD),

    pathOf: (name) => (ZTS.isCold(name) ? name : ZTS.ROOT + name),

    put: (store, path, contents) => store.put(ZTS.isCold(path)
      ? { contents } : { timestamp: ZTS.nextTime(), mode: ZTS.FILE_MODE, contents }, path),

    // Folder records of a path: populate cannot make a file in a folder it never saw.
    putFolders: (store, path, added) => {
      let at = ZTS.MOUNT.length;
      while ((at = path.indexOf('/', at + 1)) > 0) {
        const folder = path.slice(0, at);
        if (ZTS.folders.has(folder) || added.has(folder)) continue;
        store.put({ timestamp: ZTS.nextTime(), mode: ZTS.FOLDER_MODE }, folder);
        added.add(folder);
      }
    },

    // From here on every save of an earlier writer is refused.
    claim: () => {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      ZTS.epoch = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      return ZTS.transact((store) => {
        ZTS.putFolders(store, ZTS.EPOCH, new Set());
        ZTS.put(store, ZTS.EPOCH, new TextEncoder().encode(ZTS.epoch));
      });
    },

    // The puts from number `at` on, then the deletes. Every put copies its bytes: what is more than
    // a task should copy waits for the answer to what came before.
    write: (save, at) => {
      try {
        for (let size = 0; at < save.puts.length; ++at) {
          const { path, bytes } = save.puts[at];
          if (!ZTS.isCold(path)) ZTS.putFolders(save.store, path, save.added);
          const request = ZTS.put(save.store, path, bytes);
          size += bytes.length;
          if (size < ZTS.TASK_BYTES) continue;
          request.onsuccess = () => ZTS.write(save, at + 1);
          return;
        }
        for (const path of save.deletes) save.store.delete(path);
      } catch (error) {
        save.stop(error);
      }
    },

    // Goes on only if the store is still ours.
    owned: (store, stop, goOn) => {
      store.get(ZTS.EPOCH).onsuccess = ({ target }) => {
        const contents = target.result?.contents;
        if (!contents) return stop(new DOMException('the storage was cleared', 'ClearedError'));
        if (new TextDecoder().decode(contents) !== ZTS.epoch) {
          return stop(new DOMException('another tab writes now', 'FencedError'));
        }
        goOn();
      };
    },

    save: async (puts, deletes) => {
      const added = new Set();
      await ZTS.transact((store, stop) => ZTS.owned(store, stop, () =>
        ZTS.write({ store, stop, puts, deletes, added }, 0)));
      for (const folder of added) ZTS.folders.add(folder);
    },

    commit: (puts, deletes) => {
      ZTS.queue = ZTS.queue
        .then(() => ZTS.retried(() => ZTS.save(puts, deletes)))
        .then(() => ZTS.answer(0, ''), async (error) => {
          if (error?.name === 'QuotaExceededError') await ZTS.after.full().catch(() => {});
          const codes = { QuotaExceededError: 1, FencedError: 2 };
          if (error?.name === 'FencedError') ZTS.isWriter = false;
          ZTS.answer(codes[error?.name] ?? 3,
            `${error?.name ?? 'Error'}: ${error?.message ?? error}`);
        });
    },

    // One file as it is on disk now; null: not there.
    load: async (path) => {
      const database = await ZTS.database();
      return new Promise((resolve, reject) => {
        const transaction = database.transaction([ZTS.STORE]);
        const request = transaction.objectStore(ZTS.STORE).get(path);
        transaction.oncomplete = () => resolve(request.result?.contents ?? null);
        transaction.onabort = () =>
          reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
      });
    },

    // After the saves that were asked for before it.
    read: (path) => {
      ZTS.queue = ZTS.queue
        .then(() => ZTS.retried(() => ZTS.load(path)))
        .catch(() => null)
        .then((bytes) => {
          if (bytes) ZT.withBytes(bytes, (at, size) => _zt_read_answered(at, size));
          else _zt_read_answered(0, -1);
          Module['page'].answered();
        });
    },

    answer: (code, reason) => {
      ZT.withText(reason, (text) => _zt_flush_answered(code, text));
      Module['page'].answered();
      if (code === 0) ZTS.after.saved();
    },
  },

  zt_js_storage_state__deps: ['$ZTS'],
  zt_js_storage_state: () => (ZTS.failure ? 0 : ZTS.isWriter ? 2 : 1),
  zt_js_storage_reason__deps: ['$ZTS', '$ZT'],
  zt_js_storage_reason: (out, sizeMax) =>
    ZT.putText(ZTS.reason(), out, sizeMax),
  zt_js_files_count__deps: ['$ZTS'],
  zt_js_files_count: () => ZTS.paths.length,
  zt_js_file_name__deps: ['$ZTS', '$ZT'],
  zt_js_file_name: (index, out, sizeMax) =>
    ZT.putText(ZTS.paths[index].slice(ZTS.ROOT.length), out, sizeMax),
  zt_js_file_size__deps: ['$ZTS'],
  zt_js_file_size: (index) => FS.stat(ZTS.paths[index]).size,
  zt_js_file_read__deps: ['$ZTS'],
  zt_js_file_read: (index, out) => HEAPU8.set(FS.readFile(ZTS.paths[index]), out),
  zt_js_flush_put__deps: ['$ZTS', '$UTF8ToString'],
  zt_js_flush_put: (name, bytes, size) => ZTS.puts.push({
    path: ZTS.pathOf(UTF8ToString(name)), bytes: HEAPU8.slice(bytes, bytes + size),
  }),
  zt_js_flush_delete__deps: ['$ZTS', '$UTF8ToString'],
  zt_js_flush_delete: (name) => ZTS.deletes.push(ZTS.pathOf(UTF8ToString(name))),
  zt_js_read__deps: ['$ZTS', '$UTF8ToString'],
  zt_js_read: (name) => ZTS.read(ZTS.pathOf(UTF8ToString(name))),
  zt_js_flush_commit__deps: ['$ZTS'],
  zt_js_flush_commit: () => {
    ZTS.commit(ZTS.puts, ZTS.deletes);
    ZTS.puts = [];
    ZTS.deletes = [];
  },
});
