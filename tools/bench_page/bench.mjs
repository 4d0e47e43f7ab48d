// The command behind tools/bench: runs the rows, prints the table, writes the JSON.
//
// A source of rows is { rooms, run(context) -> rows }; rows are those of table.mjs. What a source
// cannot measure it says in a row of its own, so that no figure goes missing in silence.

import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findDist, fontRows } from './files.mjs';
import { contentRows, previewRows } from './import_rows.mjs';
import { kernelRows, nativeFrameRows, wasmKernelRows } from './kernels.mjs';
import { frameRows, idleRows, payloadRows, saveRows, startRows } from './page_rows.mjs';
import { flatObject, missing, printTable, readArguments } from './table.mjs';

const clone = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const SOURCES = [
  { rooms: ['base', 'vault', 'recommend'], title: 'native kernels', run: kernelRows },
  { rooms: ['recommend'], title: 'kernels as WASM', run: wasmKernelRows },
  { rooms: ['fonts'], title: 'fonts', run: fontRows },
  { rooms: ['page'], title: 'payload before the first frame', run: payloadRows },
  { rooms: ['page'], title: 'first interactive frame', run: startRows },
  { rooms: ['page'], title: 'idle frames', run: idleRows },
  { rooms: ['ui'], title: 'frame CPU with 10,000 courses', run: frameRows },
  { rooms: ['ui'], title: 'frame CPU, native', run: nativeFrameRows },
  { rooms: ['import'], title: 'files to preview', run: previewRows },
  { rooms: ['page'], title: 'pages to content', run: contentRows },
  { rooms: ['vault'], title: 'save of one op', run: saveRows },
];

async function rowsOf(source, context) {
  process.stderr.write(`bench: ${source.title} ...\n`);
  try {
    return await source.run(context);
  } catch (error) {
    const why = String(error.message ?? error).split('\n')[0];
    return [missing(source.rooms[0], source.title, why)];
  }
}

async function main(list) {
  const rooms = [...new Set(SOURCES.flatMap((source) => source.rooms))];
  const options = readArguments(list, rooms);
  if (options.error) {
    process.stderr.write(`bench: ${options.error}\n`);
    return 2;
  }
  const context = { clone, room: options.room, dist: options.dist ?? findDist(clone),
    kernels: join(clone, 'build/native/bench'), wasmKernels: join(clone, 'build/wasm/bench.js'),
    frameKernel: join(clone, 'build/native/bench_frame') };
  const rows = [];
  for (const source of SOURCES) {
    if (options.room && !source.rooms.includes(options.room)) continue;
    rows.push(...await rowsOf(source, context));
  }
  const asked = rows.filter(({ room }) =>
    !options.room || room === options.room || room === 'machine');
  printTable(asked);
  if (options.json) {
    writeFileSync(options.json, `${JSON.stringify(flatObject(asked), null, 1)}\n`);
  }
  return asked.some((row) => row.figure !== null) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
