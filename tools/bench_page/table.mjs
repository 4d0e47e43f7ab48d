// Rows and what is made of them.
//
//   row  { room, name, unit, figure, target, where, note }
//     figure  number, or null when it could not be measured; then `note` says why
//     target  the most it may be, or null
//     where   native, Node or Chromium

export function row(room, name, unit, figure, rest = {}) {
  return { room, name, unit, figure, target: null, where: 'Chromium', note: '', ...rest };
}

export function missing(room, name, why) {
  return row(room, name, '', null, { where: '-', note: why });
}

// Of an even count the lower middle: a figure that was really measured. Requires a number at least.
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1];
}

export function verdict({ figure, target }) {
  if (figure === null) return 'not measured';
  if (target === null) return '';
  return figure <= target ? 'pass' : 'MISS';
}

// Four digits that count, and never an exponent.
export function shown(figure) {
  if (figure === null) return '-';
  if (Number.isInteger(figure) || Math.abs(figure) >= 1000) return String(Math.round(figure));
  return String(Number(figure.toPrecision(4)));
}

function cells(one) {
  const target = one.target === null ? '' : `<= ${shown(one.target)}`;
  const unit = one.unit === '' ? '' : `, ${one.unit}`;
  return [one.room, one.name + unit, target, shown(one.figure), verdict(one), one.where, one.note];
}

const TITLES = ['room', 'what', 'target', 'figure', '', 'measured in', 'note'];
const RIGHT = new Set([2, 3]);

// The table as text, one line a row, without blanks at the end of a line.
export function tableText(rows) {
  const lines = [TITLES, ...rows.map(cells)];
  const widths = TITLES.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const padded = (text, column) =>
    (RIGHT.has(column) ? text.padStart(widths[column]) : text.padEnd(widths[column]));
  return lines.map((line) => `${line.map(padded).join('  ').trimEnd()}\n`).join('');
}

export function printTable(rows) {
  process.stdout.write(tableText(rows));
}

// What was not measured is not in it.
export function flatObject(rows) {
  const measured = rows.filter(({ figure }) => figure !== null);
  return Object.fromEntries(measured.map(({ name, unit, figure }) =>
    [`${name}, ${unit}`, Number(figure.toPrecision(6))]));
}

// { room, json, dist }, each undefined when not said, or { error }.
export function readArguments(list, rooms) {
  const options = {};
  const rest = [...list];
  while (rest.length > 0) {
    const word = rest.shift();
    if (word === '--built') continue;
    if (word === '--json' || word === '--dist') {
      if (rest.length === 0) return { error: `${word} needs a value.` };
      options[word.slice(2)] = rest.shift();
    } else if (rooms.includes(word) && options.room === undefined) options.room = word;
    else return { error: `'${word}' is not known; the rooms are ${rooms.join(', ')}. See --help.` };
  }
  return options;
}
