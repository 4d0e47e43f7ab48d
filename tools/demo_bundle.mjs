#!/usr/bin/env node
// One file of the demo company: assets/demo/company.json and courses/c1.json … as
// {"company":…,"courses":[…]}, without white space.
//
//   node tools/demo_bundle.mjs OUT

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const DEMO = resolve(dirname(fileURLToPath(import.meta.url)), '..', 'assets', 'demo');

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

// Courses in the order of their numbers: c2 before c10.
export function demoBundle(folder = DEMO) {
  const names = readdirSync(join(folder, 'courses')).filter((name) => name.endsWith('.json'));
  names.sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  return JSON.stringify({
    company: readJson(join(folder, 'company.json')),
    courses: names.map((name) => readJson(join(folder, 'courses', name))),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(process.argv[2], demoBundle());
}
