#!/usr/bin/env node
// Holds the laws and budgets of ARCHITECTURE.md over a tree. There is no allow-list: if a rule is
// wrong, change the rule.
//
//   node tools/tidy.mjs [DIR]     prints `path:line: rule: what, and what to do`
//   exit 0 no finding, 1 findings, 2 nothing could be checked

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingsOf, rules } from './tidy/rules.mjs';
import { readTree } from './tidy/tree.mjs';

const HELP = `Usage: node tools/tidy.mjs [DIR]

Checks the laws and budgets of ARCHITECTURE.md on the tree DIR (default: this project).
In a git checkout it looks at what git does not ignore, elsewhere at every file.
Exit code: 0 no finding, 1 findings, 2 nothing could be checked.

Rules:
`;

function help() {
  const width = Math.max(...rules.map(({ name }) => name.length));
  return HELP + rules.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}\n`).join('');
}

// Runs the command line; returns the exit code.
function main(args) {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help());
    return 0;
  }
  if (args.length > 1 || args[0]?.startsWith('-')) return complain('unknown arguments; see --help');
  const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
  return check(args[0] ?? home);
}

function check(directory) {
  let tree;
  try {
    tree = readTree(directory);
  } catch (error) {
    return complain(`cannot read ${directory}: ${error.message}`);
  }
  if (tree.files.length === 0) return complain(`no files in ${directory}`);
  const findings = findingsOf(tree);
  const lines = findings.map(({ path, line, rule, what }) => `${path}:${line}: ${rule}: ${what}`);
  const counts = [`${tree.files.length} files`, `${rules.length} rules`];
  lines.push(`tidy: ${counts.join(', ')}, ${findings.length} findings`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return findings.length === 0 ? 0 : 1;
}

function complain(message) {
  process.stderr.write(`tidy: ${message}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
