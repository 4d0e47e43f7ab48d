// Hands on the page: input methods, clipboard, keys of the browser, assistive tools, files.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { find, launch, press, settled, stats } from './browser.mjs';

const FIELD = '公司名称';

let world;
let page;
before(async () => {
  world = await launch();
  await world.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await world.open();
});
after(() => world.close());

const value = async () => {
  await page.waitForTimeout(60);
  await settled(page);
  return find(page, 'textbox', FIELD).inputValue();
};

async function emptyField() {
  await press(page, 'textbox', FIELD);
  await settled(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  assert.equal(await value(), '');
}

test('a_composition_is_shown_and_committed_once', async () => {
  await emptyField();
  const session = await world.context.newCDPSession(page);
  const composing = { text: 'li si', selectionStart: 5, selectionEnd: 5 };
  await session.send('Input.imeSetComposition', composing);
  const agent = page.locator('#agent');
  assert.equal(await agent.inputValue(), 'li si');
  assert.equal(await agent.evaluate((area) => getComputedStyle(area).opacity), '1');
  assert.equal(await value(), '');
  await session.send('Input.insertText', { text: '李四' });
  assert.equal(await value(), '李四');
  assert.equal(await agent.inputValue(), '');
  await page.keyboard.type('abc');
  await page.keyboard.press('Backspace');
  assert.equal(await value(), '李四ab');
});

test('a_composition_stands_at_the_caret', async () => {
  const field = await find(page, 'textbox', FIELD).boundingBox();
  const agent = await page.locator('#agent').boundingBox();
  assert.ok(agent.x >= field.x && agent.x <= field.x + field.width, `${agent.x}`);
  assert.ok(Math.abs(agent.y - field.y) <= field.height, `${agent.y}`);
});

test('rare_characters_arrive_whole', async () => {
  await emptyField();
  const session = await world.context.newCDPSession(page);
  await session.send('Input.insertText', { text: '𠮷 喆堃 é ω' });
  assert.equal(await value(), '𠮷 喆堃 é ω');
});

test('copy_cut_and_paste_go_through_the_system_clipboard', async () => {
  await emptyField();
  await page.keyboard.type('one two');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await settled(page);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'one two');
  await page.keyboard.press('Control+x');
  assert.equal(await value(), '');
  await page.evaluate(() => navigator.clipboard.writeText('王伟 ok'));
  await page.keyboard.press('Control+v');
  assert.equal(await value(), '王伟 ok');
});

test('keys_of_the_browser_stay_with_the_browser', async () => {
  await page.evaluate(() => {
    globalThis.keysSeen = [];
    globalThis.addEventListener('keydown', (event) => {
      const { key } = event;
      setTimeout(() => globalThis.keysSeen.push([key, event.defaultPrevented]));
    }, { capture: true });
  });
  const fire = (key, more = {}) => page.evaluate(([name, options]) => {
    const event = new KeyboardEvent('keydown',
      { key: name, bubbles: true, cancelable: true, ...options });
    document.getElementById('canvas').dispatchEvent(event);
    return event.defaultPrevented;
  }, [key, more]);
  assert.equal(await fire('F5', { code: 'F5', keyCode: 116 }), false);
  assert.equal(await fire('F12', { code: 'F12', keyCode: 123 }), false);
  for (const letter of ['r', 'f', 't', 'w', 'l', 'p', 'n']) {
    const upper = letter.toUpperCase();
    const options = { code: `Key${upper}`, keyCode: upper.charCodeAt(0) };
    assert.equal(await fire(letter, { ...options, ctrlKey: true }), false, letter);
  }
  assert.equal(await fire('ArrowLeft', { code: 'ArrowLeft', keyCode: 37, altKey: true }), false);
  assert.equal(await fire('s', { code: 'KeyS', keyCode: 83, ctrlKey: true }), true, 'ours');
  const release = { code: 'KeyS', keyCode: 83 };
  await page.evaluate((options) => document.getElementById('canvas').dispatchEvent(
    new KeyboardEvent('keyup', { key: 's', bubbles: true, ...options })), release);
});

test('an_assistive_tool_fills_a_field', async () => {
  await find(page, 'textbox', FIELD).fill('张三丰', { force: true });
  assert.equal(await value(), '张三丰');
  await find(page, 'textbox', FIELD).fill('', { force: true });
  assert.equal(await value(), '');
});

test('a_blinking_caret_is_all_that_moves_in_a_focused_field', async () => {
  await press(page, 'textbox', FIELD);
  await page.waitForTimeout(500);
  const earlier = await stats(page);
  await page.waitForTimeout(2000);
  const frames = (await stats(page)).frames - earlier.frames;
  assert.ok(frames <= 14, `${frames} frames in 2 s`);
  await page.keyboard.press('Escape');
});

test('files_come_in_by_the_dialog', async () => {
  const waits = page.waitForEvent('filechooser');
  await press(page, 'button', '选择文件');
  const chooser = await waits;
  assert.ok(chooser.isMultiple());
  const roster = 'login,name\nwang,王伟\n';
  await chooser.setFiles([{ name: 'roster.csv', mimeType: 'text/csv',
    buffer: Buffer.from(roster) }]);
  await page.waitForURL(/#\/data$/);
  const urls = () => page.evaluate(() => performance.getEntriesByType('resource')
    .map((entry) => entry.name));
  await page.waitForTimeout(1500);
  assert.ok((await urls()).some((url) => url.endsWith('/worker.js')), 'a worker read them');
});

test('back_goes_back', async () => {
  await page.goBack();
  await page.waitForURL(/#\/doors$/);
  await settled(page);
  assert.equal(await find(page, 'textbox', FIELD).count(), 1);
});

test('a_dropped_file_does_not_replace_the_page', async () => {
  const isPrevented = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['login,name\nli,李娜\n'], 'more.csv'));
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.ok(isPrevented);
  await page.waitForURL(/#\/data$/);
});

test('nothing_was_complained_about', () => {
  assert.deepEqual(world.problems, []);
});
