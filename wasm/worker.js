// js-library of the worker's module: one job, bytes in, bytes out.

addToLibrary({
  $ZTW__deps: ['malloc', 'free'],
  $ZTW__postset: "Module['zt'] = ZTW;",
  $ZTW: {
    // Runs the job to its end and gives the head of its result. Before: report.progress(millionths)
    // at most every 50 ms, report.piece(bytes) for the tail. Null: no request of ours.
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
        report.progress(millionths);
      }
      const copy = (address, size) => HEAPU8.slice(address, address + size);
      for (let index = 0; index < _zt_job_pieces_count(); ++index) {
        report.piece(copy(_zt_job_piece(index), _zt_job_piece_size(index)));
      }
      return copy(_zt_job_head(), _zt_job_head_size());
    },
  },
  // Named on the link line, so that the linker takes this library in.
  zt_js_worker__deps: ['$ZTW'],
  zt_js_worker: () => {},
});
