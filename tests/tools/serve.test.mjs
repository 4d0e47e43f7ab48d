// The server of the built page: types, caching, twins, and nothing outside of its folder.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { content_security_policy, serve } from '../../tools/serve.mjs';

const program = fileURLToPath(new URL('../../tools/serve.mjs', import.meta.url));
const script = 'console.log("zhitu")\n';
let folder, site;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-serve-'));
  writeFileSync(join(folder, 'index.html'), '<p>知途\n');
  writeFileSync(join(folder, 'app.0123456789ab.wasm'), '\0asm');
  writeFileSync(join(folder, 'app.js'), script);
  writeFileSync(join(folder, 'app.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'old.js'), script);
  writeFileSync(join(folder, 'old.js.br'), brotliCompressSync('old'));
  utimesSync(join(folder, 'old.js.br'), 1, 1);
  writeFileSync(join(folder, 'letters.otf'), 'OTTO');
  symlinkSync('/etc/hostname', join(folder, 'leak'));
  site = await serve({ folder });
});

after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

// fetch() would tidy the path up first, so the request is made by hand.
function get(path, { method = 'GET', headers = {} } = {}) {
  const { hostname, port } = new URL(site.url);
  return new Promise((done, failed) => {
    request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers,
        body: Buffer.concat(parts) }));
    }).on('error', failed).end();
  });
}

test('the root is index.html, asked for again each time', async () => {
  const { status, headers, body } = await get('/');
  assert.equal(status, 200);
  assert.equal(body.toString(), '<p>知途\n');
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(headers['cache-control'], 'no-cache');
  assert.equal(headers['content-security-policy'], content_security_policy);
});

test('an unchanged file is not sent twice', async () => {
  const { headers } = await get('/');
  const again = await get('/', { headers: { 'If-None-Match': headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('a name with a hash is kept for ever', async () => {
  const { headers } = await get('/app.0123456789ab.wasm');
  assert.equal(headers['content-type'], 'application/wasm');
  assert.match(headers['cache-control'], /immutable/);
});

test('the packed twin goes to those who can read it', async () => {
  const packed = await get('/app.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(packed.headers['content-type'], 'text/javascript; charset=utf-8');
  assert.equal(brotliDecompressSync(packed.body).toString(), script);
  const plain = await get('/app.js', { headers: { 'Accept-Encoding': 'gzip' } });
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.toString(), script);
  assert.notEqual(plain.headers.etag, packed.headers.etag);
});

test('a twin older than its file is not used', async () => {
  const { headers, body } = await get('/old.js', { headers: { 'Accept-Encoding': 'br' } });
  assert.equal(headers['content-encoding'], undefined);
  assert.equal(body.toString(), script);
});

test('HEAD has the headers alone, other methods are refused', async () => {
  const head = await get('/letters.otf', { method: 'HEAD' });
  assert.equal(head.headers['content-type'], 'font/otf');
  assert.equal(head.headers['content-length'], '4');
  assert.equal(head.body.length, 0);
  assert.equal((await get('/', { method: 'POST' })).status, 405);
});

test('no path leads out of the folder', async () => {
  const paths = ['/../serve.mjs', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc/passwd', '/leak',
    '/..\\..\\etc\\passwd', '//etc/passwd', '/%', '/a%00b', '/nothing'];
  for (const path of paths) assert.equal((await get(path)).status, 404, path);
});

test('a busy port, a wrong option and a missing folder each give a sentence', () => {
  const { port } = new URL(site.url);
  const say = (...list) => {
    const { status, stderr } = spawnSync(process.execPath, [program, ...list],
      { encoding: 'utf8' });
    assert.notEqual(status, 0);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
    return stderr;
  };
  assert.match(say('--dist', folder, '--port', port), /already in use.*--port/);
  assert.match(say('--port', '70000'), /not a port/);
  assert.match(say('--port'), /needs a value/);
  assert.match(say('--colour', '1'), /Unknown option/);
  assert.match(say('--dist', join(folder, 'none'), '--port', '0'), /no folder.*tools\/run/);
});
