// Three tabs on one company that edit, take over, freeze, load anew and crash: whatever was
// acknowledged is there in the end, and nothing that a fenced tab tried.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, ready, settled, stats } from './browser.mjs';
import { say, until } from './face.mjs';
import {
  SAVED, activateNow, beginEditing, dice, editNow, isNightly, printTable,
} from './saving.mjs';

const TABS = 3;
const ACTIONS = isNightly ? 400 : 40;
const WAIT_MS = 8000;
const REFUSAL_MS = 150;
const speak = say('zh');

const counts = { edits: 0, refused: 0, 'take-overs': 0, freezes: 0, reloads: 0, crashes: 0,
  'edits of fenced tabs': 0, 'acknowledged lost': 0, 'fenced applied': 0 };

async function lifecycle(page, state) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state });
  await session.detach();
}

class Company {
  constructor(world) {
    this.world = world;
    this.tabs = [];
    this.expected = 0;  // changes that were acknowledged, of whichever tab
  }

  async writer() {
    for (const page of this.tabs) if ((await stats(page)).isWriter) return page;
    return null;
  }

  // One change: acknowledged by the writer, refused in every other tab.
  async edit(page) {
    const before = await stats(page);
    assert.ok(await editNow(page), 'there is something to press');
    if (before.isWriter) {
      await until('a change', async () => (await stats(page)).changes > before.changes);
    } else {
      await page.waitForTimeout(REFUSAL_MS);
    }
    const now = await settled(page);
    if (!before.isWriter) {
      counts.refused++;
      assert.equal(now.stateHash, before.stateHash, 'a reading tab changes nothing');
      return;
    }
    assert.equal(now.saveState, SAVED);
    counts.edits += now.changes - before.changes;
    this.expected += now.changes - before.changes;
  }

  async takeOver(page) {
    if ((await stats(page)).isWriter) return;
    const loaded = page.waitForEvent('load', { timeout: WAIT_MS });
    await activateNow(page, speak('take_over'));
    await loaded;
    await ready(page);
    const now = await settled(page);
    assert.equal(now.isWriter, true);
    counts['take-overs']++;
    this.check(now, 'after taking over');
  }

  // The writer sleeps, another takes over, the sleeper wakes and goes on as if nothing had been.
  async freeze(roll) {
    const sleeper = await this.writer();
    if (sleeper === null) return;
    await lifecycle(sleeper, 'frozen');
    counts.freezes++;
    const others = this.tabs.filter((page) => page !== sleeper);
    const next = others[roll(others.length)];
    await next.bringToFront();
    await this.takeOver(next);
    await lifecycle(sleeper, 'active');
    await sleeper.bringToFront();
    assert.ok(await editNow(sleeper));
    counts['edits of fenced tabs']++;
    await settled(sleeper);
    assert.equal((await stats(sleeper)).isWriter, false);
    await this.reload(sleeper);  // reads what is on disk
  }

  async reload(page) {
    await page.reload();
    await ready(page);
    counts.reloads++;
    this.check(await settled(page), 'after loading anew');
  }

  async crash(index) {
    const page = this.tabs[index];
    const crashed = page.waitForEvent('crash', { timeout: WAIT_MS });
    page.goto('chrome://crash').catch(() => {});
    await crashed;
    await page.close();
    counts.crashes++;
    this.tabs[index] = await this.world.open(this.address);
    this.check(await settled(this.tabs[index]), 'after a crash');
  }

  check({ changes }, when) {
    counts['acknowledged lost'] += Math.max(0, this.expected - changes);
    counts['fenced applied'] += Math.max(0, changes - this.expected);
    assert.equal(changes, this.expected, when);
  }

  async act(roll) {
    const index = roll(this.tabs.length);
    const page = this.tabs[index];
    await page.bringToFront();
    switch (roll(8)) {
      case 0: return this.takeOver(page);
      case 1: return this.freeze(roll);
      case 2: return this.reload(page);
      case 3: return this.crash(index);
      default: return this.edit(page);
    }
  }
}

test('T6_three_tabs_lose_nothing_and_a_fenced_one_writes_nothing', async () => {
  const world = await launch({ locale: 'zh-CN' });
  const roll = dice(7);
  try {
    const company = new Company(world);
    company.tabs.push(await world.open());
    company.address = await beginEditing(company.tabs[0]);
    company.expected = (await settled(company.tabs[0])).changes;
    while (company.tabs.length < TABS) company.tabs.push(await world.open(company.address));
    for (let action = 0; action < ACTIONS; action++) await company.act(roll);
    await world.killAndRestart();
    company.check(await settled(await world.open()), 'in the end');
  } finally {
    await world.close();
    printTable('T6', counts);
  }
  for (const name of ['edits', 'refused', 'take-overs', 'freezes', 'reloads', 'crashes',
    'edits of fenced tabs']) assert.ok(counts[name] > 0, name);
});
