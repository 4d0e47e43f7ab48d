// The shape of a C++ file: its functions, the declarations of functions, and its static variables.
//
//   functions     [{ name, line, lastLine, parameters, deepest: { level, line } }]  lambdas too
//   declarations  [{ name, line, parameters }]
//   variables     [{ name, line, place, isMutable }]  place: global, member or local (static)
//   unmatchedLine  line of a bracket without partner, or 0; then the lists are empty
//
// Levels are counted by control words, with braces or without: a loop in an `if` is level 2.
// A lambda is a function of its own and starts at level 0. `else if` adds no level.

import { Heads } from './heads.mjs';

const CONTROL = new Set(['if', 'for', 'while', 'do', 'switch', 'else']);
const LABELS = new Set(['case', 'default', 'public', 'protected', 'private']);

export function shapeOf(tokens) {
  const reader = new Reader(new Heads(tokens));
  if (reader.shape.unmatchedLine === 0) reader.scope({ kind: 'namespace' }, 0, tokens.length);
  return reader.shape;
}

class Reader {
  constructor(heads) {
    this.heads = heads;
    const unmatchedLine = heads.unmatchedLine;
    this.shape = { functions: [], declarations: [], variables: [], unmatchedLine };
  }

  // Reads the statements of [from, to). `place.kind`: namespace, class or block.
  scope(place, from, to) {
    const heads = this.heads;
    let start = from;
    for (let i = from; i < to; i += 1) {
      const value = heads.value(i);
      if (value === ';') {
        this.statement(place, start, i);
        start = i + 1;
      } else if (value === ':' && this.isLabel(place, start, i)) {
        start = i + 1;
      } else if (value === '(' || value === '[') {
        this.expression(i + 1, heads.partner[i]);
        i = heads.partner[i];
      } else if (value === '{') {
        const endsStatement = this.braces(place, start, i);
        i = heads.partner[i];
        if (endsStatement) start = i + 1;
      }
    }
  }

  isLabel(place, start, colon) {
    if (LABELS.has(this.heads.value(start))) return true;
    return place.kind === 'block' && colon === start + 1 && this.heads.isId(start);
  }

  // Inside parentheses and initialisers only lambdas are of interest.
  expression(from, to) {
    for (let i = from; i < to; i += 1) {
      if (this.heads.value(i) !== '{') continue;
      const lambda = this.heads.lambda(i, from);
      if (lambda === null) continue;
      this.lambda(lambda, i);
      i = this.heads.partner[i];
    }
  }

  // Reads the braces at `open`; returns whether they end the statement begun at `start`.
  braces(place, start, open) {
    const close = this.heads.partner[open];
    const lambda = this.heads.lambda(open, start);
    if (lambda !== null) {
      this.lambda(lambda, open);
      return false;
    }
    const kind = place.kind === 'block' ? this.kindInBlock(start, open) : this.kind(start, open);
    if (kind === 'namespace') this.scope({ kind }, open + 1, close);
    if (kind === 'class') this.scope({ kind }, open + 1, close);
    if (kind === 'value') this.expression(open + 1, close);
    if (kind === 'function') this.namedFunction(start, open);
    if (kind === 'block') this.block(place, start, open);
    return kind === 'namespace' || kind === 'function' || kind === 'block';
  }

  // What the braces at `open` hold, outside functions.
  kind(start, open) {
    const heads = this.heads;
    const first = heads.afterPreamble(start, open);
    if (heads.find('=', first, open) >= 0) return 'value';
    if (heads.find('namespace', first, open) >= 0) return 'namespace';
    if (heads.value(first) === 'extern' && first + 2 === open) return 'namespace';
    const classWord = heads.classWord(first, open);
    if (classWord >= 0) return heads.value(classWord) === 'enum' ? 'enum' : 'class';
    const parameters = heads.parameters(first, open);
    if (parameters < 0) return 'value';
    const colon = heads.find(':', heads.partner[parameters], open);
    if (colon < 0) return 'function';
    // Among initialisers `a_{...}` and `Base<T>{...}` are values; a body follows `)` or `}`.
    return heads.isId(open - 1) || heads.value(open - 1) === '>' ? 'value' : 'function';
  }

  // What the braces at `open` hold, inside a function.
  kindInBlock(start, open) {
    const heads = this.heads;
    if (start === open) return 'block';
    const classWord = heads.classWord(heads.afterPreamble(start, open), open);
    if (classWord >= 0) return heads.value(classWord) === 'enum' ? 'enum' : 'class';
    const before = heads.value(open - 1);
    if (before === 'else' || before === 'do' || before === 'consteval') return 'block';
    if (CONTROL.has(heads.value(start)) && (before === ')' || before === ']')) return 'block';
    const isValue = heads.value(start) === 'return' || heads.find('=', start, open) >= 0;
    return before === ')' && !isValue ? 'block' : 'value';
  }

  block(place, start, open) {
    const level = this.level(place, start, open);
    const { function: owner } = place;
    this.scope({ kind: 'block', level, function: owner }, open + 1, this.heads.partner[open]);
  }

  // Level of the statement whose head is [start, end), noted at its function.
  level(place, start, end) {
    let level = place.level;
    let line = 0;
    for (const i of this.heads.top(start, end)) {
      const value = this.heads.value(i);
      if (!CONTROL.has(value) || (value === 'else' && this.heads.value(i + 1) === 'if')) continue;
      level += 1;
      line = this.heads.line(i);
    }
    if (level > place.function.deepest.level) place.function.deepest = { level, line };
    return level;
  }

  namedFunction(start, open) {
    const heads = this.heads;
    const parameters = heads.parameters(heads.afterPreamble(start, open), open);
    this.function(this.nameAndCount(parameters), open);
  }

  lambda({ start, parameters }, open) {
    const count = parameters < 0 ? 0 : this.heads.parameterCount(parameters);
    this.function({ name: 'lambda', line: this.heads.line(start), parameters: count }, open);
  }

  function(named, open) {
    const close = this.heads.partner[open];
    const deepest = { level: 0, line: named.line };
    const made = { ...named, lastLine: this.heads.line(close), deepest };
    this.shape.functions.push(made);
    this.scope({ kind: 'block', level: 0, function: made }, open + 1, close);
  }

  // A name all in capitals is a macro: what it takes are not parameters. A function of SDL's or the
  // browser's that we put in the place of theirs has the parameters they gave it.
  nameAndCount(open) {
    const at = open - 1;
    const name = this.heads.isId(at) ? this.heads.value(at) : 'operator';
    const isTheirs = /^[A-Z][A-Z0-9_]+$|^(SDL|EGL|egl|Emscripten|emscripten)_/.test(name);
    return {
      name, line: this.heads.line(at), parameters: isTheirs ? 0 : this.heads.parameterCount(open),
    };
  }

  // A statement that ended in `;`.
  statement(place, start, end) {
    if (start === end) return;
    if (place.kind === 'block') this.level(place, start, end);
    const isLocal = place.kind === 'block';
    const hasStaticLife = this.hasStaticLife(place, start, end);
    const variable = hasStaticLife ? this.heads.variable(start, end, isLocal) : null;
    if (variable !== null) {
      const places = { namespace: 'global', class: 'member', block: 'local' };
      this.shape.variables.push({ ...variable, place: places[place.kind] });
    } else if (!isLocal) this.declaration(place, start, end);
  }

  hasStaticLife(place, start, end) {
    if (place.kind === 'namespace') return true;
    const words = ['static', 'thread_local', 'inline', 'constexpr', 'constinit'];
    const first = this.heads.afterPreamble(start, end);
    for (let i = first; i < end && words.includes(this.heads.value(i)); i += 1) {
      if (this.heads.value(i) === 'static' || this.heads.value(i) === 'thread_local') return true;
    }
    return false;
  }

  declaration(place, start, end) {
    const heads = this.heads;
    const first = heads.afterPreamble(start, end);
    if (['using', 'typedef', 'static_assert', 'template'].includes(heads.value(first))) return;
    if (heads.find('{', first, end) >= 0) return;
    const open = heads.parameters(first, end);
    if (open < 0 || (place.kind === 'namespace' && open === first + 1)) return;
    this.shape.declarations.push(this.nameAndCount(open));
  }
}
