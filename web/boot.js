// The page's beginning: fetch program and fonts side by side, join the tabs, start the module, and
// connect it with everything the page is made of.

import { copyText, createAgent } from './agent.js';
import { makeContext, sizeOf, watchContext, watchSize } from './canvas.js';
import { createFiles } from './files.js';
import { createJobs } from './jobs.js';
import { createLoop, createWork, wakeOnInput } from './loop.js';
import { createMirror } from './mirror.js';
import { answerTakeOver, joinTabs, takeOver } from './tabs.js';

const STILL_READING = 3;  // of zt.start
const FONTS = {
  inter_regular: 'fonts/inter-regular.otf',
  inter_semibold: 'fonts/inter-semibold.otf',
  icons: 'fonts/icons.ttf',
  hanzi: 'fonts/hanzi.ttf',
};

const element = (id) => document.getElementById(id);

// One sentence instead of the app, in both languages.
function stop(chinese, english) {
  element('skeleton').classList.add('stopped');
  const foreign = document.createElement('span');
  foreign.lang = 'en';
  foreign.textContent = english;
  element('sentence').replaceChildren(chinese, document.createElement('br'), foreign);
}

// What is missing here, or null.
function missing() {
  if (typeof WebAssembly !== 'object') {
    return ['这个浏览器没有 WebAssembly。请换用新版的 Chrome、Edge、Firefox 或 Safari。',
      'This browser has no WebAssembly. Please use a current Chrome, Edge, Firefox or Safari.'];
  }
  if (!makeContext(element('canvas'))) {
    return ['浏览器没有 WebGL2，知途无法绘图。请打开硬件加速，或换用新版浏览器。',
      'This browser has no WebGL2, so Zhitu cannot draw. Please switch on hardware acceleration ' +
      'or use a current browser.'];
  }
  return null;
}

// Counts what has come in against the sizes written into the page at build: Content-Length would
// be the compressed size.
function createProgress() {
  const sizes = JSON.parse(document.querySelector('meta[name=zhitu-sizes]').content);
  const files = ['app.wasm', ...Object.values(FONTS)];
  const total = files.reduce((sum, name) => sum + (sizes[name] ?? 0), 0);
  let loaded = 0;
  return (size) => {
    loaded += size;
    if (total > 0) element('progress').value = Math.min(1, loaded / total);
  };
}

async function get(url, progress) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  count(response.clone(), progress);
  return response;
}

async function count(response, progress) {
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    progress(value.length);
  }
}

async function compile(progress) {
  const response = await get('app.wasm', progress);
  // The response itself, not a copy of its bytes: the browser compiles while it loads, and keeps
  // the compiled code for the next visit.
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

async function loadFonts(progress) {
  const entries = await Promise.all(Object.entries(FONTS).map(async ([name, url]) =>
    [name, new Uint8Array(await (await get(url, progress)).arrayBuffer())]));
  return Object.fromEntries(entries);
}

// Everything the module may ask for; connected once the module is there.
function createPage(loop, work, zt) {
  let isUnsaved = false;
  let whenSaved = [];
  const canvas = element('canvas');
  const area = element('agent');
  // Files may be dragged over a page that has not started yet, or could not.
  const post = (call) => (...values) => {
    if (!zt()) return;
    call(...values);
    loop.wake();
  };
  const files = createFiles(element('picker'), {
    files: post((list) => zt().files(list)),
    tooLarge: post((name, size) => zt().fileTooLarge(name, size)),
    dragging: post((is) => zt().dragging(is)),
  });
  const jobs = createJobs({
    progress: post((id, millionths) => zt().jobProgress(id, millionths)),
    piece: (id, bytes) => zt().jobPiece(id, bytes),
    done: post((id, bytes) => zt().jobDone(id, bytes)),
    failed: post((id, reason) => zt().jobFailed(id, reason)),
  });
  const mirror = createMirror({
    root: element('mirror'), canvas, area, says: [element('say-0'), element('say-1')],
    act: {
      activate: post((id) => zt().activate(id)),
      setText: post((id, text) => zt().setText(id, text)),
    },
  });
  const input = {
    text: (text) => zt().text(text),
    copy: (isCut) => zt().copy(isCut),
    paste: (text) => zt().paste(text),
    takesPastedFile: () => zt().takesPastedFile(),
  };
  const agent = createAgent({ canvas, area, zt: input, wake: loop.wake, onFiles: files.read,
    onText: files.readText });
  window.addEventListener('beforeunload', (event) => isUnsaved && event.preventDefault());
  answerTakeOver(() => new Promise((resolve) => {
    if (isUnsaved) whenSaved.push(resolve);
    else resolve();
  }));
  return guarded({
    canvasSize: () => sizeOf(canvas),
    wake: loop.wake,
    // What changed may change once more: a scrolled page learns a frame later how long it is now.
    mirror(tree) {
      mirror.update(tree);
      loop.wake(2);
    },
    ime: agent.ime,
    keepFocus: agent.keepFocus,
    pickFiles: files.pick,
    download: files.download,
    startJob: jobs.start,
    cancelJob: jobs.cancel,
    copyText,
    takeOver,
    setLanguage(tag) {
      document.documentElement.lang = tag;
      document.title = tag.startsWith('zh') ? '知途 Zhitu' : 'Zhitu 知途';
    },
    // The first one of a visit replaces the address, so that Back leaves the page.
    setAddress(address) {
      if (address === location.hash) return;
      if (location.hash === '') history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    },
    setUnsaved(is) {
      isUnsaved = is;
      if (is) return;
      for (const resolve of whenSaved) resolve();
      whenSaved = [];
    },
    // A save was answered, or a file was read: what waits for it goes on, in a hidden tab too.
    answered: work.step,
    async loadDemo() {
      try {
        const response = await fetch('demo.json');
        if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
        zt().demo(new Uint8Array(await response.arrayBuffer()));
      } catch (error) {
        zt().demoFailed(String(error.message ?? error));
      }
      loop.wake();
    },
  });
}

// C++ calls these in the middle of a frame: what goes wrong here must not tear through it.
function guarded(functions) {
  const guard = (call) => (...values) => {
    try {
      return call(...values);
    } catch (error) {
      console.error(error);
      return undefined;
    }
  };
  return Object.fromEntries(Object.entries(functions).map(([name, call]) => [name, guard(call)]));
}

function watchPreferences(zt, wake) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const coarse = matchMedia('(pointer: coarse)');
  const tell = () => {
    zt.preferences(dark.matches, coarse.matches);
    wake();
  };
  dark.addEventListener('change', tell);
  coarse.addEventListener('change', tell);
  tell();
}

function explain(code, module) {
  if (code === 2) {
    return stop('浏览器没有给出绘图环境（WebGL2）。请重新载入页面，或打开硬件加速。',
      'The browser gave no drawing context (WebGL2). Please load the page again, or switch on ' +
      'hardware acceleration.');
  }
  const reason = module.storageReason();
  return stop(`浏览器打不开本地存储，知途没有动过任何数据。请重新载入。（${reason}）`,
    `The browser could not open local storage; Zhitu has changed nothing. Please load again. ` +
    `(${reason})`);
}

async function start() {
  performance.mark('zhitu: boot');
  const gap = missing();
  if (gap) return stop(...gap);
  const progress = createProgress();
  let module = null;
  const loop = createLoop(() => {
    const seconds = module.zt.frame();
    page.keepFocus();
    work.wake();
    return seconds;
  });
  const work = createWork(() => module?.zt.work());
  const page = createPage(loop, work, () => module?.zt);
  const tab = joinTabs(() => {
    module?.zt.loseWriter();
    loop.wake();
  });
  const compiled = compile(progress);
  compiled.then(() => performance.mark('zhitu: compiled'), () => {});
  const [{ default: createApp }, fonts] =
    await Promise.all([import('./app.js'), loadFonts(progress)]);
  performance.mark('zhitu: loaded');
  const started = await createApp({
    page, tab, fonts, canvas: element('canvas'),
    build: document.querySelector('meta[name=zhitu-build]').content,
    instantiateWasm(imports, done) {
      compiled.then((wasm) => WebAssembly.instantiate(wasm, imports)
        .then((instance) => done(instance, wasm))).catch(fail);
    },
  });
  performance.mark('zhitu: storage read');
  let code = started.zt.start();
  while (code === STILL_READING) {
    await new Promise((resolve) => setTimeout(resolve));
    code = started.zt.start();
  }
  performance.mark('zhitu: started');
  if (code !== 0) return explain(code, started);
  module = started;
  connect(module, loop, work);
}

function connect(module, loop, work) {
  const { zt } = module;
  const canvas = element('canvas');
  watchPreferences(zt, loop.wake);
  watchContext(canvas, {
    onLost: zt.contextLost,
    onRestored() {
      zt.contextRestored();
      loop.wake();
    },
  });
  document.addEventListener('visibilitychange', () => document.hidden && work.step());
  wakeOnInput(loop.wake);
  // A click may open a file dialog or the keyboard of a phone: both only inside the event.
  window.addEventListener('click', loop.drawNow);
  const goTo = () => {
    zt.goTo(location.hash);
    loop.wake();
  };
  window.addEventListener('popstate', goTo);
  if (!zt.stats().isEmpty) goTo();  // an empty company has doors only
  let firstInteractiveMs = 0;
  // The observer speaks at once, before the first paint: that is the first frame.
  watchSize(canvas, (...size) => {
    zt.resize(...size);
    loop.drawNow();
    if (firstInteractiveMs !== 0) return;
    firstInteractiveMs = performance.now();
    element('skeleton').hidden = true;
    element('app').classList.add('ready');
    canvas.focus({ preventScroll: true });
    loop.wake();
  });
  window.zhitu = {
    stats: () => ({ ...loop.stats, frameCpuMs: [...loop.stats.frameCpuMs], firstInteractiveMs,
      isAsleep: loop.isAsleep(), ...zt.stats() }),
    wake: loop.wake,
  };
}

function fail(error) {
  console.error(error);
  stop(`载入失败：${error.message ?? error}。请检查网络后重新载入。`,
    `Loading failed: ${error.message ?? error}. Please check the network and load again.`);
}

start().catch(fail);
