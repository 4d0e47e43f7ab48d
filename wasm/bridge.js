// js-library: between C++ and web/*.js. Everything here converts and hands on; the page's side is
// Module.page (set by web/boot.js), ours is Module.zt, in the page's terms: strings, Uint8Arrays.

addToLibrary({
  $ZT__deps: ['$UTF8ToString', '$stringToNewUTF8', '$stringToUTF8', '$lengthBytesUTF8',
    'malloc', 'free'],
  $ZT__postset: "Module['zt'] = ZT;",
  $ZT: {
    withText: (text, use) => {
      const address = stringToNewUTF8(text);
      const answer = use(address);
      _free(address);
      return answer;
    },
    withBytes: (bytes, use) => {
      const address = _malloc(bytes.length || 1);
      HEAPU8.set(bytes, address);
      const answer = use(address, bytes.length);
      _free(address);
      return answer;
    },
    // Copies a text out as C string, cut to fit; returns the length in bytes.
    putText: (text, out, sizeMax) => {
      stringToUTF8(text, out, sizeMax);
      return Math.min(lengthBytesUTF8(text), sizeMax - 1);
    },

    start: () => _zt_start(),
    // Seconds until a frame is due: 0 at once, < 0 never.
    frame: () => _zt_frame(),
    work: () => _zt_work() !== 0,
    resize: (width, height, pixelsWide, pixelsHigh) =>
      _zt_resize(width, height, pixelsWide, pixelsHigh),
    text: (text) => ZT.withText(text, (address) => _zt_text(address)),
    // Presses the shortcut inside the DOM event; the copied text, or null if nothing was copied.
    copy: (isCut) => {
      const address = _zt_copy(isCut ? 1 : 0);
      return address ? UTF8ToString(address) : null;
    },
    paste: (text) => ZT.withText(text, (address) => _zt_paste(address)),
    // Pasted text that no field waits for becomes a file to import.
    takesPastedFile: () => _zt_takes_pasted_file() !== 0,
    dragging: (isOver) => _zt_dragging(isOver ? 1 : 0),
    activate: (id) => _zt_activate(id),
    setText: (id, text) => ZT.withText(text, (address) => _zt_set_text(id, address)),
    contextLost: () => _zt_context_lost(),
    contextRestored: () => _zt_context_restored(),
    preferences: (isDark, isCoarse) => _zt_preferences(isDark ? 1 : 0, isCoarse ? 1 : 0),
    files: (list) => {
      for (const { name, bytes } of list) {
        ZT.withText(name, (text) => ZT.withBytes(bytes, (address, size) =>
          _zt_file_add(text, address, size)));
      }
      _zt_files_done();
    },
    fileTooLarge: (name, size) => ZT.withText(name, (text) => _zt_file_too_large(text, size)),
    demo: (bytes) => ZT.withBytes(bytes, (address, size) => _zt_demo(address, size)),
    demoFailed: (reason) => ZT.withText(reason, (text) => _zt_demo_failed(text)),
    jobProgress: (id, millionths) => _zt_job_progress(id, millionths),
    jobPiece: (id, bytes) =>
      ZT.withBytes(bytes, (address, size) => _zt_job_piece(id, address, size)),
    jobDone: (id, bytes) =>
      ZT.withBytes(bytes, (address, size) => _zt_job_done(id, address, size)),
    jobFailed: (id, reason) => ZT.withText(reason, (text) => _zt_job_failed(id, text)),
    goTo: (address) => ZT.withText(address, (text) => _zt_go_to(text)),
    loseWriter: () => _zt_lose_writer(),
    stats: () => JSON.parse(UTF8ToString(_zt_stats())),
  },

  zt_js_now_ms: () => Date.now(),
  zt_js_utc_offset_minutes: () => -new Date().getTimezoneOffset(),
  zt_js_random: (address, size) => {
    // getRandomValues gives at most 65,536 bytes a call.
    for (let at = 0; at < size; at += 65536) {
      crypto.getRandomValues(HEAPU8.subarray(address + at, address + Math.min(size, at + 65536)));
    }
  },
  zt_js_local_day__deps: ['$ZT'],
  zt_js_local_day: (out) => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    const year = String(now.getFullYear()).padStart(4, '0');
    ZT.putText(`${year}-${two(now.getMonth() + 1)}-${two(now.getDate())}`, out, 11);
    return now.getHours();
  },

  zt_js_wake: (count) => Module['page'].wake(count),
  zt_js_font_size__deps: ['$UTF8ToString'],
  zt_js_font_size: (name) => Module['fonts'][UTF8ToString(name)]?.length ?? 0,
  zt_js_font_read__deps: ['$UTF8ToString'],
  zt_js_font_read: (name, out) => {
    const key = UTF8ToString(name);
    HEAPU8.set(Module['fonts'][key], out);
    delete Module['fonts'][key];  // C++ has its copy
  },
  zt_js_language__deps: ['$ZT'],
  zt_js_language: (out, sizeMax) =>
    ZT.putText(navigator.languages?.[0] ?? navigator.language ?? 'en', out, sizeMax),
  zt_js_build__deps: ['$ZT'],
  zt_js_build: (out, sizeMax) => ZT.putText(Module['build'], out, sizeMax),
  zt_js_is_mac: () => (/Mac|iPhone|iPad/.test(navigator.platform) ? 1 : 0),
  zt_js_canvas_size: (out) => HEAPF64.set(Module['page'].canvasSize(), out >> 3),
  zt_js_mirror__deps: ['$UTF8ToString'],
  zt_js_mirror: (json) => Module['page'].mirror(JSON.parse(UTF8ToString(json))),
  zt_js_ime: (wantsText, x, y, height) => Module['page'].ime(!!wantsText, x, y, height),
  zt_js_pick_files__deps: ['$UTF8ToString'],
  zt_js_pick_files: (accept) => Module['page'].pickFiles(UTF8ToString(accept)),
  zt_js_download__deps: ['$UTF8ToString'],
  zt_js_download: (name, mime, bytes, size) => Module['page'].download(
    UTF8ToString(name), UTF8ToString(mime), HEAPU8.slice(bytes, bytes + size)),
  zt_js_load_demo: () => Module['page'].loadDemo(),
  zt_js_take_over: () => Module['page'].takeOver(),
  zt_js_set_language__deps: ['$UTF8ToString'],
  zt_js_set_language: (tag) => Module['page'].setLanguage(UTF8ToString(tag)),
  zt_js_copy_text__deps: ['$UTF8ToString'],
  zt_js_copy_text: (text) => Module['page'].copyText(UTF8ToString(text)),
  zt_js_set_address__deps: ['$UTF8ToString'],
  zt_js_set_address: (address) => Module['page'].setAddress(UTF8ToString(address)),
  zt_js_set_unsaved: (isUnsaved) => Module['page'].setUnsaved(!!isUnsaved),
  zt_js_job_start: (id, bytes, size) =>
    Module['page'].startJob(id, HEAPU8.slice(bytes, bytes + size)),
  zt_js_job_cancel: (id) => Module['page'].cancelJob(id),
});
