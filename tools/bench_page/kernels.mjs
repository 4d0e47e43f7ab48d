// The rows of tools/bench_kernels, which prints them with tabs between.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { missing, row } from './table.mjs';

const NATIVE_ROOMS = new Set(['base', 'vault', 'recommend']);

export function readKernelLine(line) {
  const [room, name, unit, figure, target] = line.split('\t');
  const isMachine = name === 'SHA-256';
  return row(isMachine ? 'machine' : room, name, unit, Number(figure), {
    where: 'native',
    target: target === '-' ? null : Number(target),
    note: isMachine ? 'speed of this machine; read all times beside it' : 'best of >= 10',
  });
}

export function kernelRows({ kernels, room }) {
  if (!existsSync(kernels)) throw new Error('the kernels are not built (build/gcc/bench)');
  const wanted = NATIVE_ROOMS.has(room) ? [room] : [];
  const { status, stdout, signal } = spawnSync(kernels, wanted, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the kernels stopped: ${signal ?? `exit code ${status}`}`);
  return stdout.trim().split('\n').map(readKernelLine);
}

// Drawing is a word of src/ui, wasm/ and tests/ui (tools/tidy), so no kernel here can draw.
export function nativeFrameRows() {
  return [missing('ui', 'frame CPU, native', 'there is no headless face outside of tests/ui')];
}
