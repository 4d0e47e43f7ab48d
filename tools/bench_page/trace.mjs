// What a trace of Chromium says about the page's main thread.

export const TRACE_CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

const key = ({ pid, tid }) => `${pid}:${tid}`;

// Milliseconds of the longest task on a page's main thread that drew no animation frame, or of all
// tasks; 0 where there was none. The time of the thread itself where the browser tells it, so that
// what else the machine does is not in it.
export function longestTask(events, isWithFrames = false) {
  const mains = new Set(events.filter(({ name, args }) =>
    name === 'thread_name' && args?.name === 'CrRendererMain').map(key));
  const tasks = events.filter((event) => event.name === 'RunTask' && mains.has(key(event)));
  const frames = events.filter(({ name }) => name === 'FireAnimationFrame');
  const isWithin = (frame, { ts, dur = 0 }) => frame.ts >= ts && frame.ts <= ts + dur;
  const isFrame = (task) =>
    frames.some((frame) => key(frame) === key(task) && isWithin(frame, task));
  const counted = tasks.filter((task) => isWithFrames || !isFrame(task));
  const times = counted.map(({ tdur, dur = 0 }) => tdur ?? dur);
  return Math.max(0, ...times) / 1000;
}
