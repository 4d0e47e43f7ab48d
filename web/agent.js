// The text agent: a real text field where the canvas has its caret. Text comes from its `input`
// events only, so an input method works and nothing is doubled; keys bubble on to #app and SDL.

const REFOCUS_MS = 40;  // ImGui drops its wish for text for a frame when focus moves on

// zt: text, copy, paste of the module; onFiles(list) for pasted files, onText(text) for pasted text
// that no field waits for.
export function createAgent({ canvas, area, zt, wake, onFiles, onText }) {
  let wantsText = false;
  let isComposing = false;
  let leaving = 0;

  function commit() {
    const text = area.value;
    area.value = '';
    if (text !== '') zt.text(text);
    wake();
  }

  function showComposition(isShown) {
    isComposing = isShown;
    area.classList.toggle('composing', isShown);
    area.style.width = isShown ? `${Math.max(24, area.scrollWidth)}px` : '1px';
  }

  area.addEventListener('compositionstart', () => showComposition(true));
  area.addEventListener('compositionend', () => {
    showComposition(false);
    commit();
  });
  area.addEventListener('input', (event) => {
    // Safari says isComposing false for some steps of a composition: ask our own flag too.
    if (event.isComposing || isComposing) showComposition(true);
    else commit();
  });
  area.addEventListener('keydown', (event) => {
    // 229: the key belongs to the input method. Enter there only confirms.
    if (event.isComposing || event.keyCode === 229) event.stopPropagation();
    else if (event.key === 'Enter') event.preventDefault();  // ImGui gets the key, not a "\n"
  });
  area.addEventListener('keyup', (event) => {
    if (event.isComposing || event.keyCode === 229) event.stopPropagation();
  });
  area.addEventListener('keypress', (event) => event.stopPropagation());
  // A click on the canvas must not take the focus from the field: ImGui decides.
  canvas.addEventListener('mousedown', (event) => {
    event.preventDefault();
    if (document.activeElement !== area) canvas.focus({ preventScroll: true });
  });

  filterKeys(canvas, area);
  connectClipboard({ zt, wake, onFiles, onText });

  function ime(wants, x, y, height) {
    clearTimeout(leaving);
    if (!wants) {
      leaving = setTimeout(leave, REFOCUS_MS);
      return;
    }
    if (!wantsText) area.value = '';
    wantsText = true;
    area.style.left = `${Math.max(0, Math.min(x, canvas.clientWidth - 1))}px`;
    area.style.top = `${Math.max(0, Math.min(y, canvas.clientHeight - height))}px`;
    area.style.height = `${height}px`;
    keepFocus();
  }

  function leave() {
    wantsText = false;
    area.value = '';
    showComposition(false);
    if (document.activeElement === area) canvas.focus({ preventScroll: true });
  }

  // After each frame: the field gets its focus back if something took it, but for a field of the
  // mirror that an assistive tool fills.
  function keepFocus() {
    if (!wantsText || !document.hasFocus() || document.activeElement === area) return;
    if (document.activeElement?.matches('#mirror input, #mirror textarea')) return;
    area.focus({ preventScroll: true });
  }

  return { ime, keepFocus };
}

const BROWSER_KEYS = new Set(['F5', 'F11', 'F12']);
const BROWSER_CHORDS = new Set(['+', '=', '-', '0', 'r', 't', 'w', 'n', 'l', 'f', 'p']);
const CLIPBOARD_CHORDS = new Set(['c', 'x', 'v']);

// SDL would prevent every chord and function key. What belongs to the browser never reaches it.
function filterKeys(canvas, area) {
  let wasEscape = false;
  const filter = (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const isChord = (event.ctrlKey || event.metaKey) && !event.altKey;
    const isLeaving = key === 'Tab' && wasEscape;  // Esc, Tab leaves the canvas: no trap
    if (event.type === 'keydown' && key !== 'Shift') wasEscape = key === 'Escape';
    if (isLeaving) area.blur();
    if (isLeaving || BROWSER_KEYS.has(key) || (event.altKey && key === 'ArrowLeft') ||
        (isChord && (BROWSER_CHORDS.has(key) || CLIPBOARD_CHORDS.has(key)))) {
      event.stopImmediatePropagation();
    } else if (event.target === canvas && !isChord && (key === "'" || key === '/')) {
      event.preventDefault();  // Firefox would open its quick find
    }
  };
  const app = document.getElementById('app');
  app.addEventListener('keydown', filter, { capture: true });
  app.addEventListener('keyup', filter, { capture: true });
  app.addEventListener('wheel', (event) => {
    if (event.ctrlKey) event.stopPropagation();  // page zoom
  }, { capture: true });
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
}

// Inside the browser's own events: no permission is asked for, and Safari allows it nowhere else.
function connectClipboard({ zt, wake, onFiles, onText }) {
  const isOurs = () => !document.activeElement?.closest('#mirror');
  for (const name of ['copy', 'cut']) {
    document.addEventListener(name, (event) => {
      if (!isOurs()) return;
      const text = zt.copy(name === 'cut');
      if (text !== null) {
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
      }
      wake();
    });
  }
  document.addEventListener('paste', (event) => {
    if (!isOurs()) return;
    event.preventDefault();
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
    if (text !== '' && zt.takesPastedFile()) onText(text);
    else if (text !== '') zt.paste(text);
    else if (files.length > 0) onFiles(files);
    wake();
  });
}

// For a Copy button: outside a clipboard event.
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');  // http pages have no clipboard object
    area.value = text;
    document.body.append(area);
    const before = document.activeElement;
    area.select();
    document.execCommand('copy');
    area.remove();
    before?.focus({ preventScroll: true });
  }
}
