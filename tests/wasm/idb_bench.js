// js-library of idb_tests_main.cpp: a database that is empty, and a page that starts anew, within
// one module. C++ waits meanwhile.

addToLibrary({
  $ZTBench__deps: ['$ZTS', '$FS', '$IDBFS', '$Asyncify'],
  $ZTBench__postset: "Module['runTests'] = () => _zt_run_tests();",
  $ZTBench: {
    // What a closed page leaves behind: its saves are answered, its connection is gone.
    close: async () => {
      await ZTS.queue;
      ZTS.drop();
      if (FS.analyzePath(ZTS.MOUNT).object?.mount.mountpoint === ZTS.MOUNT) FS.unmount(ZTS.MOUNT);
    },
    clear: async () => {
      await ZTBench.close();
      await new Promise((done, fail) => {
        const request = indexedDB.deleteDatabase(ZTS.MOUNT);
        request.onsuccess = done;
        request.onerror = () => fail(request.error);
        request.onblocked = () => fail(new Error('the database is still open'));
      });
    },
    open: async () => {
      await ZTBench.close();
      await ZTS.begin();
    },
  },
  zt_js_bench_clear__deps: ['$ZTBench'],
  zt_js_bench_clear__async: true,
  zt_js_bench_clear: () => Asyncify.handleAsync(ZTBench.clear),
  zt_js_bench_open__deps: ['$ZTBench'],
  zt_js_bench_open__async: true,
  zt_js_bench_open: () => Asyncify.handleAsync(ZTBench.open),
  zt_js_bench_turn__deps: ['$ZTBench'],
  zt_js_bench_turn__async: true,
  zt_js_bench_turn: () =>
    Asyncify.handleAsync(() => new Promise((done) => setTimeout(done))),
  zt_js_bench_sees__deps: ['$ZTBench', '$UTF8ToString'],
  zt_js_bench_sees__async: true,
  zt_js_bench_sees: (path) => {
    const name = UTF8ToString(path);
    return Asyncify.handleAsync(() => new Promise((done) =>
      IDBFS.getRemoteSet({ mountpoint: ZTS.MOUNT }, (error, set) =>
        // Its transaction ends in a moment; until then the database cannot be deleted.
        setTimeout(() => done(!error && name in set.entries ? 1 : 0), 20))));
  },
  zt_js_bench_finished: (code) => Module['finished'](code),
});
