// The import dialog as a person meets it: files chosen, dropped or pasted, and what it says.

import { find, settled } from './browser.mjs';
import { chooseFiles, main, pattern, readMirror, until } from './face.mjs';

const PREVIEW_MS_MAX = 30000;
const SCREEN = 600;
const GROUPS = ['refused', 'changed', 'warned', 'added', 'same'];

const filesButton = (page, speak) =>
  page.getByRole('button', { name: speak('door_files_go'), exact: true });

// The dialog has come to a result: something to apply, or a sentence why there is nothing.
export async function previewed(page, speak) {
  const nothing = [speak('nothing_to_apply'), speak('import_no_change')];
  await until('the preview', async () => {
    if (await find(page, 'heading', speak('preview_heading')).count() === 0) return false;
    if (await find(page, 'button', speak('apply')).count() > 0) return true;
    const texts = (await readMirror(page)).map(({ label, text }) => label || text);
    return nothing.some((one) => texts.includes(one));
  }, PREVIEW_MS_MAX);
  await settled(page);
}

export async function openFiles(page, speak, paths) {
  await chooseFiles(page, filesButton(page, speak), paths);
  await previewed(page, speak);
}

// From another window over the page and let go: the browser's own drag and drop.
export async function dragFiles(page, paths, { isDropped = true } = {}) {
  const box = await main(page).first().boundingBox();
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2,
    data: { items: [], files: paths, dragOperationsMask: 1 } };
  const session = await page.context().newCDPSession(page);
  const types = ['dragEnter', 'dragOver', ...(isDropped ? ['drop'] : [])];
  for (const type of types) await session.send('Input.dispatchDragEvent', { type, ...place });
  await session.detach();
}

// Through the clipboard of the browser and its own paste.
export async function pasteText(page, text) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((all) => navigator.clipboard.writeText(all), text);
  await page.locator('#canvas').focus();
  await page.keyboard.press('Control+V');
}

// thing -> [new, changed, same], as the table of the preview says it.
export async function readCounts(page) {
  const rows = await main(page).getByRole('row').evaluateAll((list) =>
    list.map((row) => [...row.children].map((cell) => cell.textContent)));
  const isCount = (cells) => cells.length === 4 &&
    cells.slice(1).every((cell) => /^[\d,]+$/.test(cell));
  return Object.fromEntries(rows.filter(isCount).map(([what, ...numbers]) =>
    [what, numbers.map((number) => Number(number.replace(/\D/g, '')))]));
}

// The rows of a table whose first cell says `first`, in order. Only those near the window are in
// the mirror, so the wheel is turned until no new ones come.
export async function readRows(page, first) {
  const found = new Map();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    const rows = await main(page).getByRole('row').evaluateAll((list) =>
      list.map((row) => [...row.children].map((cell) => cell.textContent)));
    for (const cells of rows) if (cells[0] === first) found.set(cells.join('|'), cells);
    const box = await main(page).first().boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, SCREEN);
    await settled(page);
  }
  return [...found.values()];
}

// group -> how many rows its tab promises.
export async function readGroups(page, language) {
  const labels = (await readMirror(page)).filter(({ role }) => role === 'radio')
    .map(({ label, text }) => label || text);
  const count = (group) => {
    const found = labels.map((label) => label.match(pattern(language, `tab_${group}`)))
      .find((match) => match);
    return found ? Number(found[1].replace(/\D/g, '')) : 0;
  };
  return Object.fromEntries(GROUPS.map((group) => [group, count(group)]));
}
