// E-1 and E-2 of the source's case, read from the page once.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { launch } from './browser.mjs';
import { appears, goTo, main, openDemo, say, textIn } from './face.mjs';

const ROWS = {
  relevance_taken: ['11', '6', '4', '0.363636', '0.666667', '0.470588'],
  relevance_taken_half: ['10', '6', '3', '0.300000', '0.500000', '0.375000'],
  relevance_taken_table: ['11', '5', '4', '0.363636', '0.800000', '0.500000'],
  relevance_good: ['11', '4', '3', '0.272727', '0.750000', '0.400000'],
  relevance_good_table: ['11', '3', '3', '0.272727', '1.000000', '0.428571'],
  relevance_good_half: ['10', '4', '3', '0.300000', '0.750000', '0.428571'],
};

test('the lab shows every figure of the source case', async () => {
  const speak = say('en');
  const world = await launch({ locale: 'en-US', size: [1280, 1400] });
  try {
    const page = await world.open();
    await openDemo(page, speak);
    await goTo(page, speak, 'lab');
    for (const figure of ['0.500297', '0.499703']) await appears(textIn(page, figure));
    const rows = await main(page).getByRole('row').evaluateAll((list) =>
      list.map((row) => [...row.children].map((cell) => cell.textContent)));
    for (const [word, figures] of Object.entries(ROWS)) {
      const row = rows.find((cells) => cells[0] === speak(word));
      assert.deepEqual(row?.slice(1), figures, speak(word));
    }
  } finally {
    await world.close();
  }
});
