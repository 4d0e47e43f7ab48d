// js-library of the worker's module: one job, bytes in, bytes out.

addToLibrary({
  $ZTW__deps: ['malloc', 'free'],
  $ZTW__postset: "Module['zt'] = ZTW;",
  $ZTW: {
    copy: (address, size) => HEAPU8.slice(address, address + size),
    // False: no request of ours.
    begin: (bytes) => {
      const address = _malloc(bytes.length || 1);
      HEAPU8.set(bytes, address);
      const isRequest = _zt_job_begin(address, bytes.length);
      _free(address);
      return isRequest !== 0;
    },
    // Works for about so long. Millionths done, or < 0: finished.
    work: (msMax) => {
      const end = performance.now() + msMax;
      let millionths;
      do {
        millionths = _zt_job_step(200);  // rows: well below a millisecond
      } while (millionths >= 0 && performance.now() < end);
      return millionths;
    },
    // Of a finished job's result: the pieces of its tail, and its head.
    piecesCount: () => _zt_job_pieces_count(),
    piece: (index) => ZTW.copy(_zt_job_piece(index), _zt_job_piece_size(index)),
    head: () => ZTW.copy(_zt_job_head(), _zt_job_head_size()),
  },
  // Named on the link line, so that the linker takes this library in.
  zt_js_worker__deps: ['$ZTW'],
  zt_js_worker: () => {},
});
