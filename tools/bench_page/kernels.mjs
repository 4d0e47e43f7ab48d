// The rows of tools/bench_kernels, which prints them with tabs between.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { row } from './table.mjs';

const NATIVE_ROOMS = new Set(['base', 'vault', 'recommend']);

export function readKernelLine(line, note = 'best of >= 10') {
  const [room, name, unit, figure, target] = line.split('\t');
  const isMachine = name === 'SHA-256';
  return row(isMachine ? 'machine' : room, name, unit, Number(figure), {
    where: 'native',
    target: target === '-' ? null : Number(target),
    note: isMachine ? 'speed of this machine; read all times beside it' : note,
  });
}

function runLines(program, options) {
  if (!existsSync(program)) throw new Error(`the kernels are not built (${program})`);
  const { status, stdout, signal } = spawnSync(program, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the kernels stopped: ${signal ?? `exit code ${status}`}`);
  return stdout.trim().split('\n');
}

export function kernelRows({ kernels, room }) {
  const wanted = NATIVE_ROOMS.has(room) ? [room] : [];
  return runLines(kernels, wanted).map((line) => readKernelLine(line));
}

// Drawing is a word of src/ui, wasm/ and tests/ui (tools/tidy): a program of its own.
export function nativeFrameRows({ frameKernel }) {
  return runLines(frameKernel, [])
    .map((line) => readKernelLine(line, 'median of 400 frames, nothing rasterised'));
}
