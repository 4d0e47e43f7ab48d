// Makes a small tree in a temporary folder and runs tidy over it.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingsOf } from '../../tools/tidy/rules.mjs';
import { readTree } from '../../tools/tidy/tree.mjs';

const TIDY = resolve(dirname(fileURLToPath(import.meta.url)), '../../tools/tidy.mjs');

// Runs the command line: { code, output, complaint }.
export function tidy(...args) {
  const run = spawnSync(process.execPath, [TIDY, ...args], { encoding: 'utf8' });
  return { code: run.status, output: run.stdout, complaint: run.stderr };
}

// Runs `use(folder)` in a folder holding `files` ({ path: text }); the folder goes afterwards.
export function withTree(files, use) {
  const folder = mkdtempSync(join(tmpdir(), 'tidy-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// What tidy finds in `files`: ['path:line: rule', ...]. Without a process of its own, for speed.
export function findingsIn(files) {
  const findings = withTree(files, (folder) => findingsOf(readTree(folder)));
  return findings.map(({ path, line, rule }) => `${path}:${line}: ${rule}`);
}
