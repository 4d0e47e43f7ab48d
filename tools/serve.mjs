#!/usr/bin/env node
// Serves the built page on this machine only, with the headers a real host should send.
//
//   node tools/serve.mjs [--port N] [--dist DIR]   port 8080 (0: any), build/wasm/dist
//
// As a module: const { url, close } = await serve({ folder, port }).
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const port_default = 8080;
const port_max = 65535;

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

// No other origin is ever needed; wasm-unsafe-eval allows compiling the module and nothing else.
export const content_security_policy = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'",
  "connect-src 'self'", "img-src 'self' blob:", "style-src 'self'", "font-src 'self'",
  "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types zhitu zhitu-worker',
].join('; ');

const fixed_headers = {
  'Content-Security-Policy': content_security_policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

// A name with a hash in it never changes its content; everything else is asked for again each time.
function cache_control(path) {
  return /\.[0-9a-f]{8,64}\.[^/]+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

// The file that a request path names, or nothing when it lies outside of the folder.
async function find_file(folder, request_path) {
  let path;
  try {
    path = decodeURIComponent(request_path);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const wanted = join(folder, path.endsWith('/') ? path + 'index.html' : path);
  const real = await realpath(wanted).catch(() => undefined);  // A link must not lead out either.
  if (!real || !real.startsWith(folder + sep)) return undefined;
  const facts = await stat(real);
  return facts.isFile() ? { path: real, size: facts.size, time: facts.mtimeMs } : undefined;
}

// The brotli twin, when the browser takes it and it is not older than the file.
async function find_packed(file, accepted) {
  if (!/(^|,)\s*br\s*(;|,|$)/.test(accepted ?? '')) return undefined;
  const facts = await stat(file.path + '.br').catch(() => undefined);
  // brotli copies the time of the file, but only its whole seconds.
  const is_older = facts && Math.floor(facts.mtimeMs / 1000) < Math.floor(file.time / 1000);
  if (!facts?.isFile() || is_older) return undefined;
  return { path: file.path + '.br', size: facts.size, time: facts.mtimeMs };
}

const tags = new Map();  // path, size and time -> content hash, so that each file is read once

async function entity_tag(file) {
  const key = `${file.path}|${file.size}|${file.time}`;
  if (!tags.has(key)) {
    const hash = createHash('sha256').update(await readFile(file.path)).digest('base64url');
    tags.set(key, `"${hash.slice(0, 22)}"`);
  }
  return tags.get(key);
}

function refuse(response, status, sentence) {
  response.writeHead(status, { ...fixed_headers, 'Content-Type': types['.txt'],
    'Cache-Control': 'no-store' });
  response.end(sentence + '\n');
}

async function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'This server only hands out files.');
  }
  const file = await find_file(folder, request.url.split(/[?#]/)[0]);
  if (!file) return refuse(response, 404, 'There is no such file.');
  const packed = await find_packed(file, request.headers['accept-encoding']);
  const sent = packed ?? file;
  const headers = { ...fixed_headers, 'Cache-Control': cache_control(file.path),
    'Content-Type': types[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
    'ETag': await entity_tag(sent), 'Vary': 'Accept-Encoding' };
  if (packed) headers['Content-Encoding'] = 'br';
  if (request.headers['if-none-match'] === headers.ETag) {
    response.writeHead(304, headers);
    return response.end();
  }
  response.writeHead(200, { ...headers, 'Content-Length': sent.size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(sent.path).on('error', () => response.destroy()).pipe(response);
}

// Rejects with a sentence when the folder or the port cannot be used.
export async function serve({ folder, port = 0 }) {
  const root = await realpath(folder).catch(() => undefined);
  if (!root) throw new Error(`There is no folder ${folder}. Build the page first: tools/run`);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'The file could not be read.');
    });
  });
  await new Promise((done, failed) => {
    server.once('error', (error) => failed(new Error(error.code === 'EADDRINUSE'
      ? `Port ${port} is already in use. Take another one with --port N, or --port 0 for any.`
      : error.code === 'EACCES' ? `Port ${port} may not be opened; take one above 1023.`
      : `The server could not start: ${error.message}`)));
    server.listen(port, '127.0.0.1', done);
  });
  return { url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }) };
}

// Returns { port, folder } or { error } with a sentence.
function read_arguments(list) {
  const clone = dirname(dirname(fileURLToPath(import.meta.url)));
  const options = { port: port_default, folder: join(clone, 'build', 'wasm', 'dist') };
  for (let index = 0; index < list.length; index += 2) {
    const [name, value] = [list[index], list[index + 1]];
    if (name !== '--port' && name !== '--dist') {
      return { error: `Unknown option '${name}'. There are --port N and --dist DIR.` };
    }
    if (value === undefined) return { error: `${name} needs a value.` };
    if (name === '--dist') options.folder = resolve(value);
    else if (/^\d{1,5}$/.test(value) && Number(value) <= port_max) options.port = Number(value);
    else return { error: `'${value}' is not a port; a port is a number from 0 to ${port_max}.` };
  }
  return options;
}

async function main() {
  const options = read_arguments(process.argv.slice(2));
  if (options.error) {
    console.error(options.error);
    process.exit(2);
  }
  const { url, close } = await serve(options).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
  console.log(`Zhitu is at ${url}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => close().then(process.exit));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
