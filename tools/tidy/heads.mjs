// Reads the head of a C++ statement: the tokens between the last `;`, `{` or `}` and here.
// It tells functions from initialisers, lambdas from subscripts, variables from declarations.
// It is a reader of our own style (.clang-format), not a C++ front end.

const PAIRS = { '(': ')', '[': ']', '{': '}' };
const NOT_A_NAME = new Set([
  'noexcept', 'alignas', 'decltype', '__attribute__', '__declspec', 'explicit', 'requires',
]);
const NOT_A_VARIABLE = new Set([
  'using', 'typedef', 'friend', 'static_assert', 'namespace', 'template', 'concept', 'asm',
  'return', 'goto', 'break', 'continue', 'operator', 'delete', 'export', 'import',
]);
const CLASS_WORDS = new Set(['class', 'struct', 'union', 'enum']);
const BEFORE_EXPRESSION = new Set(['return', 'co_return', 'co_yield', 'case', 'else', 'in']);

export class Heads {
  constructor(tokens) {
    this.tokens = tokens;
    this.partner = new Int32Array(tokens.length).fill(-1);
    this.unmatchedLine = this.#matchBrackets();
  }

  value(index) { return this.tokens[index]?.value; }
  line(index) { return this.tokens[index].line; }
  isId(index) { return this.tokens[index]?.kind === 'id'; }

  // Fills `partner` both ways; returns the line of the first bracket without one, or 0.
  #matchBrackets() {
    const open = [];
    for (let i = 0; i < this.tokens.length; i += 1) {
      const { kind, value, line } = this.tokens[i];
      if (kind !== 'op') continue;
      if (value in PAIRS) open.push(i);
      if (value !== ')' && value !== ']' && value !== '}') continue;
      const start = open.pop();
      if (start === undefined || PAIRS[this.value(start)] !== value) return line;
      this.partner[start] = i;
      this.partner[i] = start;
    }
    return open.length === 0 ? 0 : this.line(open[0]);
  }

  // Indices of [from, to) outside all brackets and template arguments; an opening bracket itself
  // is among them.
  *top(from, to) {
    for (let i = from; i < to; i += 1) {
      yield i;
      if (this.value(i) in PAIRS) i = this.partner[i];
      else if (this.value(i) === '<') i = Math.max(i, this.angleEnd(i, to));
    }
  }

  // Index of the `>` that closes the template arguments opened at `open`, or -1.
  angleEnd(open, to) {
    const before = this.tokens[open - 1];
    if (before === undefined || before.value === 'operator') return -1;
    if (before.kind !== 'id' && before.value !== ']') return -1;
    let depth = 0;
    for (let i = open; i < to; i += 1) {
      const value = this.value(i);
      if (value === '<') depth += 1;
      if (value === '>') depth -= 1;
      if (depth === 0) return i;
      if (value === ';' || value === '{') return -1;
      if (value in PAIRS) i = this.partner[i];
    }
    return -1;
  }

  // First index after attributes and `template <...>`.
  afterPreamble(from, to) {
    let i = from;
    while (i < to) {
      let next = i;
      if (this.value(i) === '[' && this.value(i + 1) === '[') next = this.partner[i] + 1;
      if (this.value(i) === 'template' && this.value(i + 1) === '<') {
        next = this.angleEnd(i + 1, to) + 1;
      }
      if (next <= i) return i;
      i = next;
    }
    return i;
  }

  // First top-level index of [from, to) whose value is `value`, or -1.
  find(value, from, to) {
    for (const i of this.top(from, to)) {
      if (this.value(i) === value && this.value(i - 1) !== 'operator') return i;
    }
    return -1;
  }

  // Index of the class, struct, union or enum word that the `{` at `to` belongs to, or -1.
  classWord(from, to) {
    let word = -1;
    for (const i of this.top(from, to)) {
      const value = this.value(i);
      if (value === 'enum' || (CLASS_WORDS.has(value) && word < 0)) word = i;
      if (value === '=') return -1;
      if (value === '(' && word >= 0 && !NOT_A_NAME.has(this.value(i - 1))) return -1;
    }
    return word;
  }

  // Index of the `(` that opens the parameters of the function declared in [from, to), or -1.
  parameters(from, to) {
    let group = -1;
    for (const i of this.top(from, to)) {
      const value = this.value(i);
      if (value === '=' && this.value(i - 1) !== 'operator') break;
      if (group >= 0 && (value === ':' || value === '->' || value === 'requires')) break;
      if (value === '(' && i > from && !NOT_A_NAME.has(this.value(i - 1))) group = i;
    }
    return group;
  }

  // How many parameters stand between the `(` at `open` and its partner.
  parameterCount(open) {
    const close = this.partner[open];
    if (close === open + 1) return 0;
    if (close === open + 2 && this.value(open + 1) === 'void') return 0;
    let count = 1;
    for (const i of this.top(open + 1, close)) if (this.value(i) === ',') count += 1;
    const isVariadic = this.value(close - 1) === '...' && this.value(close - 2) === ',';
    return isVariadic ? count - 1 : count;
  }

  // If the `{` at `open` is the body of a lambda: { start, parameters } (-1 without list), or null.
  lambda(open, from) {
    let i = this.#beforeTrailingReturn(open, from);
    let parameters = -1;
    while (i >= from) {
      const value = this.value(i);
      if (value === ']') return this.#captures(i) ? { start: this.partner[i], parameters } : null;
      if (value === ')') {
        parameters = this.partner[i];
        i = parameters - 1;
        if (this.value(i) === 'noexcept') [parameters, i] = [-1, i - 1];
      } else if (value === '>' && parameters >= 0) i = this.#angleStart(i, from) - 1;
      else if (['mutable', 'noexcept', 'constexpr', 'static'].includes(value)) i -= 1;
      else return null;
    }
    return null;
  }

  // Steps back over `-> Type`; without one, the index before `open`.
  #beforeTrailingReturn(open, from) {
    for (let i = open - 1; i >= from; i -= 1) {
      const { kind, value } = this.tokens[i];
      if (value === '->') return i - 1;
      if (value === ')' || value === ']') i = this.partner[i];
      else if (kind === 'op' && !['::', '<', '>', '*', '&', '&&', ','].includes(value)) break;
    }
    return open - 1;
  }

  // Whether the brackets closing at `close` are captures, not a subscript nor an attribute.
  #captures(close) {
    const start = this.partner[close];
    if (this.value(start + 1) === '[') return false;
    const before = this.tokens[start - 1];
    if (before === undefined) return true;
    if (before.kind === 'id') return BEFORE_EXPRESSION.has(before.value);
    return before.kind === 'op' && ![')', ']', '['].includes(before.value);
  }

  #angleStart(close, from) {
    let depth = 0;
    for (let i = close; i >= from; i -= 1) {
      if (this.value(i) === '>') depth += 1;
      if (this.value(i) === '<') depth -= 1;
      if (depth === 0) return i;
    }
    return from;
  }

  // The variable that the statement [from, to) defines: { name, line, isMutable }, or null.
  // `isLocal`: inside a function `T name(a)` is a variable, outside it is a function.
  variable(from, to, isLocal) {
    const first = this.afterPreamble(from, to);
    if (NOT_A_VARIABLE.has(this.value(first))) return null;
    if (NOT_A_VARIABLE.has(this.value(first + 1))) return null;
    const end = this.#declaratorEnd(first, to);
    if (end < 0) return null;
    if (this.value(end) === '(' && !isLocal && !this.#holdsValue(end)) return null;
    const isPointerToFunction = this.value(end) === '(' && this.value(end + 1) === '*';
    const nameAt = isPointerToFunction ? this.partner[end] - 1 : end - 1;
    if (nameAt <= first || !this.isId(nameAt)) return null;
    const isMutable = !this.#isConst(isPointerToFunction ? end : first, nameAt);
    return { name: this.value(nameAt), line: this.line(nameAt), isMutable };
  }

  // Index of what follows the name of a variable: `=`, `{`, `(`, `[`, `,` or `to`; -1 if none.
  #declaratorEnd(first, to) {
    let body = -1;
    for (const i of this.top(first, to)) {
      const value = this.value(i);
      if (value === 'operator') return -1;
      const opensClass = value === '{' && this.classWord(first, i) >= 0;
      if (opensClass && body < 0) body = i;
      else if (value === '(' && NOT_A_NAME.has(this.value(i - 1))) continue;
      else if (['=', '{', '(', '[', ','].includes(value) && i > first) return i;
    }
    if (CLASS_WORDS.has(this.value(first)) && body < 0) return -1;
    return to;
  }

  // `(5)` and `("a")` hold values, `(*name)` a function pointer; `(int a)` and `()` are parameters.
  #holdsValue(open) {
    const next = this.tokens[open + 1];
    return next.kind === 'number' || next.kind === 'string' || next.value === '*';
  }

  // Whether the specifiers in [from, to) make a constant; of a pointer, `const` follows the star.
  #isConst(from, to) {
    let isConst = false;
    for (let i = from; i < to; i += 1) {
      const value = this.value(i);
      if (value === 'constexpr') return true;
      if (value === 'const') isConst = true;
      if (value === '*') isConst = false;
      if (value === '<') i = Math.max(i, this.angleEnd(i, to));
      if (value === '{') i = this.partner[i];
    }
    return isConst;
  }
}
