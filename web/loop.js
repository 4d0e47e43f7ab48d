// Frames on need. Nothing runs by itself: wake(n) asks for at least n frames (ImGui takes two or
// three to settle), a frame may name the second the next one is due, and a hidden tab is still.

const FRAMES_KEPT = 120;

// draw() -> seconds until the next frame: 0 at once, < 0 never.
export function createLoop(draw) {
  let framesLeft = 0;
  let request = 0;
  let timer = 0;
  const stats = { frames: 0, rafCallbacks: 0, frameCpuMs: [] };

  function schedule() {
    if (request === 0 && !document.hidden) request = requestAnimationFrame(tick);
  }

  function wake(count = 3) {
    framesLeft = Math.max(framesLeft, count);
    schedule();
  }

  // Draws now, inside an event: the browser lets pages open dialogs and focus fields only there.
  function drawNow() {
    clearTimeout(timer);
    timer = 0;
    const begin = performance.now();
    const seconds = draw();
    stats.frames++;
    stats.frameCpuMs.push(performance.now() - begin);
    if (stats.frameCpuMs.length > FRAMES_KEPT) stats.frameCpuMs.shift();
    if (seconds === 0) framesLeft = Math.max(framesLeft, 1);
    if (framesLeft > 0) schedule();
    else if (seconds > 0) timer = setTimeout(wake, Math.min(seconds * 1000, 86400000), 1);
  }

  function tick() {
    request = 0;
    stats.rafCallbacks++;
    if (framesLeft > 0) framesLeft--;
    drawNow();
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return wake();
    clearTimeout(timer);
    cancelAnimationFrame(request);
    request = 0;
  });

  // Until somebody does something or a timer rings, nothing more is drawn.
  const isAsleep = () => framesLeft === 0 || document.hidden;

  return { wake, drawNow, isAsleep, stats };
}

// What goes on between frames, in a hidden tab too: a task of some milliseconds after another.
// work() -> is there more to do at once.
export function createWork(work) {
  let timer = 0;

  function wake() {
    if (timer === 0) timer = setTimeout(step);
  }

  function step() {
    clearTimeout(timer);
    timer = 0;
    if (work()) wake();
  }

  return { wake, step };
}

// Whatever a person does may change the picture. Capture: nobody can stop it on the way.
export function wakeOnInput(wake) {
  const names = ['pointermove', 'pointerdown', 'pointerup', 'pointerleave', 'wheel', 'keydown',
    'keyup', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'focus', 'blur', 'resize'];
  for (const name of names) {
    window.addEventListener(name, () => wake(), { capture: true, passive: true });
  }
}
