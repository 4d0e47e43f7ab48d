// js-library: encodings that the browser knows and we do not carry.

addToLibrary({
  zt_js_from_gb18030__deps: ['malloc'],
  zt_js_from_gb18030: (bytes, size, out) => {
    let text;
    try {
      const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
      text = new TextEncoder().encode(decoder.decode(HEAPU8.subarray(bytes, bytes + size)));
    } catch {
      return -1;
    }
    const address = _malloc(text.length || 1);
    HEAPU8.set(text, address);
    HEAPU32[out >> 2] = address;
    return text.length;
  },
});
