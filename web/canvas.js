// The canvas's size in CSS pixels and in device pixels, exact at every zoom; a lost GL context.

// onResize(width, height, pixelsWide, pixelsHigh) is called once at the start and on each change.
export function watchSize(canvas, onResize) {
  const observer = new ResizeObserver((entries) => {
    const entry = entries.at(-1);
    const { width, height } = entry.contentRect;
    onResize(width, height, ...pixelsOf(width, height, entry.devicePixelContentBoxSize?.[0]));
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas);  // Safari knows no device-pixel box
  }
  watchRatio(() => onResize(...sizeOf(canvas)));
}

// Only the browser knows how it rounded the box at 1.25 or 1.5. A box that is far from what the
// ratio says comes from device emulation, which reports CSS pixels there.
function pixelsOf(width, height, exact) {
  const [wide, high] = rounded(width, height);
  if (!exact) return [wide, high];
  const { inlineSize, blockSize } = exact;
  const isNear = Math.abs(inlineSize - wide) <= 1 && Math.abs(blockSize - high) <= 1;
  return isNear ? [inlineSize, blockSize] : [wide, high];
}

export function sizeOf(canvas) {
  const { width, height } = canvas.getBoundingClientRect();
  return [width, height, ...rounded(width, height)];
}

function rounded(width, height) {
  return [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
}

// A media query of one resolution fires once, when it stops being true; then a new one is needed.
function watchRatio(onChange) {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
    onChange();
    watchRatio(onChange);
  }, { once: true });
}

// The browser may take the GPU away at any time; without preventDefault it never gives it back.
export function watchContext(canvas, { onLost, onRestored }) {
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    onLost();
  });
  canvas.addEventListener('webglcontextrestored', onRestored);
}

// Makes the context early, while the program is still loading: the GPU process starts meanwhile.
// The module asks for the same one later. False: there is none.
export function makeContext(canvas) {
  return canvas.getContext('webgl2', {
    alpha: false, depth: false, stencil: false, antialias: false,
    failIfMajorPerformanceCaveat: false,  // software drawing is better than none
  }) !== null;
}
