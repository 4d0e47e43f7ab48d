// js-library of the worker's module: one job, bytes in, bytes out.

addToLibrary({
  $ZTW__deps: ['malloc', 'free'],
  $ZTW__postset: "Module['zt'] = ZTW;",
  $ZTW: {
    // Runs the job to its end. `report(millionths)` at most every 50 ms. Null: no request of ours.
    run: (bytes, report) => {
      const address = _malloc(bytes.length || 1);
      HEAPU8.set(bytes, address);
      const isRequest = _zt_job_begin(address, bytes.length);
      _free(address);
      if (!isRequest) return null;
      let reported = performance.now();
      for (;;) {
        const millionths = _zt_job_step(500);
        if (millionths < 0) break;
        if (performance.now() - reported < 50) continue;
        reported = performance.now();
        report(millionths);
      }
      const result = _zt_job_result();
      return HEAPU8.slice(result, result + _zt_job_result_size());
    },
  },
  // Named on the link line, so that the linker takes this library in.
  zt_js_worker__deps: ['$ZTW'],
  zt_js_worker: () => {},
});
