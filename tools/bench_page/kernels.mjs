// The rows of tools/bench_kernels, which prints them with tabs between.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { row, shown } from './table.mjs';

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

const RATIO_MAX = 1.6;
const WASM_ROOMS = ['recommend'];  // those whose WASM has a target

// The lines of both runs, paired by name; those without a target are left out.
export function ratioRows(nativeLines, wasmLines) {
  const natives = new Map(nativeLines.map((line) => readKernelLine(line))
    .map((one) => [one.name, one]));
  return wasmLines.map((line) => readKernelLine(line)).filter((one) => one.target !== null)
    .flatMap(({ room, name, unit, figure }) => {
      const native = natives.get(name);
      if (!native) return [];
      return [
        row(room, `${name}, WASM`, unit, figure, { where: 'Node', note: 'best of >= 10' }),
        row(room, `${name}, WASM by native`, 'x', figure / native.figure, { where: 'Node',
          target: RATIO_MAX, note: `native ${shown(native.figure)} ${unit} in the same minute` }),
      ];
    });
}

// Both anew, one after the other: what else the machine does is the same for both.
export function wasmKernelRows({ kernels, wasmKernels }) {
  if (!existsSync(wasmKernels)) throw new Error(`the kernels are not built (${wasmKernels})`);
  return WASM_ROOMS.flatMap((room) =>
    ratioRows(runLines(kernels, [room]), runLines(process.execPath, [wasmKernels, room])));
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
