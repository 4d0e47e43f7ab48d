// Files that nobody can read: a clear sentence, nothing applied, and the app goes on.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { launch } from './browser.mjs';
import {
  appears, chooseFiles, disappears, goTo, main, openDemo, press, say, textIn,
} from './face.mjs';

const FILES = {
  'empty.csv': '',
  'picture.csv': Buffer.from('89504e470d0a1a0a0000000d49484452ffffffff', 'hex'),
  'other.json': '{"weather":"rain"}',
  'renamed.csv': 'link;heading\nhttps://example.invalid;Go\n',
  'deep.json': '['.repeat(100000),
};

function writeFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-bad-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'huge.csv'), '');
  truncateSync(join(folder, 'huge.csv'), 65 * 1024 * 1024);
  return folder;
}

test('files that cannot be read change nothing and are named', async () => {
  const speak = say('zh');
  const folder = writeFiles();
  const world = await launch({ locale: 'zh-CN', size: [1280, 1200] });
  let refused = 0;
  try {
    const page = await world.open();
    await openDemo(page, speak);
    const hash = () => page.evaluate(() => globalThis.zhitu.stats().stateHash);
    const before = await hash();
    await goTo(page, speak, 'data_privacy');
    const pick = main(page).getByRole('button', { name: speak('door_files_go'), exact: true });
    for (const name of Object.keys(FILES)) {
      await chooseFiles(page, pick, join(folder, name));
      await appears(textIn(page, speak('nothing_to_apply')));
      await appears(main(page).getByText(name).first());
      await disappears(page.getByRole('button', { name: speak('apply'), exact: true }));
      await press(page, 'button', speak('cancel'));
      refused++;
    }
    await chooseFiles(page, pick, join(folder, 'huge.csv'));
    await appears(page.locator('#mirror').getByText(speak('file_too_large_say', 'huge.csv', '64')));
    refused++;
    assert.equal(await hash(), before);
    assert.ok(refused > 0);
    console.log(`${refused} files refused`);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true });
  }
});
