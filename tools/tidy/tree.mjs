// The files that tidy looks at, read once.
//
//   tree.root   absolute path
//   tree.files  [{ path, lines, text, isText, isCpp, tokens, directives, shape }]  ascending path,
//               `/` between folders; the last three exist for C++ only and are made when asked for
//
// In a git checkout: what git knows or would know (ignored files are left out). Elsewhere: every
// file but those in .git, build and dist.

import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { extname, join } from 'node:path';
import { structuralTokens, tokenize } from './tokens.mjs';
import { shapeOf } from './shape.mjs';

const NOT_WALKED = new Set(['.git', 'build', 'dist']);
const CPP = new Set(['.cpp', '.h']);

export function readTree(directory) {
  const root = realpathSync(directory);
  const paths = gitPaths(root) ?? walkedPaths(root, '');
  const files = paths.filter((path) => isPlainFile(join(root, path))).sort();
  return { root, files: files.map((path) => new File(root, path)) };
}

class File {
  #cut = null;
  #shape = null;

  constructor(root, path) {
    const bytes = readFileSync(join(root, path));
    this.path = path;
    this.isText = !bytes.subarray(0, 8192).includes(0);
    this.text = this.isText ? bytes.toString('utf8') : '';
    this.lines = this.text.split('\n').map((line) => line.replace(/\r$/, ''));
    if (this.lines.at(-1) === '') this.lines.pop();
    this.isCpp = this.isText && CPP.has(extname(path));
  }

  get tokens() { return this.#cutText().tokens; }
  get directives() { return this.#cutText().directives; }

  get shape() {
    this.#shape ??= shapeOf(structuralTokens(this.#cutText()));
    return this.#shape;
  }

  #cutText() {
    this.#cut ??= tokenize(this.text);
    return this.#cut;
  }
}

// Paths as git lists them, or null if `root` is not the top of a checkout.
function gitPaths(root) {
  const top = git(root, ['rev-parse', '--show-toplevel']);
  if (top === null || realpathSync(top.trim()) !== root) return null;
  const listed = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  return listed === null ? null : [...new Set(listed.split('\0').filter((path) => path !== ''))];
}

// Inside a hook git's own variables name another checkout; they are not passed on.
function git(root, args) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const stdio = ['ignore', 'pipe', 'ignore'];
  const options = { encoding: 'utf8', stdio, env: Object.fromEntries(own), maxBuffer: 1 << 28 };
  try {
    return execFileSync('git', ['-C', root, ...args], options);
  } catch {
    return null;
  }
}

function walkedPaths(root, folder) {
  const paths = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) paths.push(path);
    if (entry.isDirectory() && !NOT_WALKED.has(path) && entry.name !== '.git') {
      paths.push(...walkedPaths(root, path));
    }
  }
  return paths;
}

// Git lists deleted files and links too; neither is ours to read.
function isPlainFile(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
