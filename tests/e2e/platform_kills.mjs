// The browser is killed while it saves, again and again on one profile: nothing that was
// acknowledged is lost, nothing is torn, and the next start goes on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, stats } from './browser.mjs';
import { appears, say } from './face.mjs';
import {
  SAVING, acknowledged, beginEditing, dice, editOnce, isNightly, keepEditing, openSettled,
  printTable,
} from './saving.mjs';

const KILLS = isNightly ? 200 : 20;
const WORK_MS_MIN = 60;
const WORK_MS_SPREAD = 240;

// Edits for a random while and tells what was seen last before the browser dies.
async function editUntil(page, base, duration) {
  const seen = { acknowledged: base, issued: base, isSaving: false };
  const end = performance.now() + duration;
  await keepEditing(page);
  while (performance.now() < end) {
    const now = await stats(page);
    seen.acknowledged = acknowledged(now, base);
    seen.issued = now.changes;
    seen.isSaving = now.saveState === SAVING;
  }
  return seen;
}

test('T5_what_was_acknowledged_outlives_a_kill_while_saving', async () => {
  const speak = say('zh');
  const roll = dice(20261120);
  const counts = { kills: 0, 'while saving': 0, 'changes acknowledged': 0, lost: 0,
    'not acknowledged and there': 0 };
  const world = await launch({ locale: 'zh-CN' });
  try {
    let { page } = await openSettled(world);
    const address = await beginEditing(page);
    let base = 0;  // the whole profile was written in this visit
    for (let round = 0; round < KILLS; round++) {
      const seen = await editUntil(page, base, WORK_MS_MIN + roll(WORK_MS_SPREAD));
      await world.killAndRestart();
      counts.kills++;
      counts['while saving'] += seen.isSaving ? 1 : 0;
      counts['changes acknowledged'] += seen.acknowledged - base;
      const opened = await openSettled(world, address);
      page = opened.page;
      base = opened.now.changes;
      counts.lost += Math.max(0, seen.acknowledged - base);
      counts['not acknowledged and there'] += Math.max(0, base - seen.acknowledged);
      assert.ok(base >= seen.acknowledged, `${base} of ${seen.acknowledged} in round ${round}`);
      await editOnce(page);
      base = (await stats(page)).changes - (await stats(page)).savedThrough;
    }
    await page.evaluate(() => { location.hash = '#/doctor'; });
    for (const name of ['fact_opening', 'fact_chain', 'fact_forks']) {
      const line = page.getByRole('listitem', { name: speak(name), exact: true });
      await appears(line.getByText(speak('health_good'), { exact: true }));
    }
  } finally {
    await world.close();
    printTable('T5', counts);
  }
  assert.equal(counts.kills, KILLS);
  assert.ok(counts['while saving'] > 0, 'some kills met a save under way');
  assert.ok(counts['changes acknowledged'] > KILLS, 'there was something to lose');
});
