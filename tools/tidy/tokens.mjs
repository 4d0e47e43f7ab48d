// Cuts C++ text into tokens and preprocessor lines. Comments vanish; strings stay as one token.
//
//   tokens      [{ kind, value, line }]  kind: id, number, string, op; value of a string is `""`
//   directives  [{ text, line, at }]     one logical line each; `at` = tokens before it
//
// It knows raw strings, digit separators and continued lines. It does not expand macros.

const PIECES = [
  ['newline', /\n/y],
  ['space', /[^\S\n]+|\\\r?\n/y],
  ['comment', /\/\/(?:\\\r?\n|[^\n])*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /(?:u8|[uUL])?R"([^()\\\s]{0,16})\([\s\S]*?\)\1"/y],
  ['string', /(?:u8|[uUL])?"(?:[^"\\\n]|\\[\s\S])*"/y],
  ['string', /(?:u8|[uUL])?'(?:[^'\\\n]|\\[\s\S])*'/y],
  ['number', /\.?\d(?:[eEpP][+-]|'?[\w.])*/y],
  ['id', /[A-Za-z_]\w*/y],
  ['op', /<=>|->\*?|::|\.\.\.|<<=?|&&|\|\||[-+*/%^&|!=<>]=|\+\+|--|[\s\S]/y],
];
const DIRECTIVE = /#(?:\\\r?\n|\/\*[\s\S]*?\*\/|[^\n])*/y;

export function tokenize(text) {
  const tokens = [];
  const directives = [];
  let line = 1;
  let lineIsFresh = true;
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at, lineIsFresh);
    if (piece.kind === 'directive') {
      directives.push({ text: piece.text, line, at: tokens.length });
    } else if (!['newline', 'space', 'comment'].includes(piece.kind)) {
      const value = piece.kind === 'string' ? '""' : piece.text;
      tokens.push({ kind: piece.kind, value, line });
      lineIsFresh = false;
    }
    if (piece.kind === 'newline') lineIsFresh = true;
    line += newlines(piece.text);
    at += piece.text.length;
  }
  return withoutJavaScript({ tokens, directives });
}

function pieceAt(text, at, lineIsFresh) {
  if (lineIsFresh && text[at] === '#') {
    return { kind: 'directive', text: matchAt(DIRECTIVE, text, at) };
  }
  for (const [kind, pattern] of PIECES) {
    const found = matchAt(pattern, text, at);
    if (found !== null) return { kind, text: found };
  }
  return { kind: 'space', text: text[at] };
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? null : found[0];
}

function newlines(text) {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

// The body of EM_JS and EM_ASM is JavaScript, where other words are in use.
function withoutJavaScript({ tokens, directives }) {
  const kept = [];
  const shift = new Array(tokens.length + 1).fill(0);
  for (let i = 0; i < tokens.length; i += 1) {
    shift[i] = kept.length;
    kept.push(tokens[i]);
    if (!/^(MAIN_THREAD_)?EM_(JS|ASM|ASYNC_JS)/.test(tokens[i].value)) continue;
    const close = closingParen(tokens, i + 1);
    if (close < 0) continue;
    kept.push(tokens[i + 1], tokens[close]);
    for (; i < close; i += 1) shift[i + 1] = kept.length;
  }
  shift[tokens.length] = kept.length;
  const moved = directives.map((directive) => ({ ...directive, at: shift[directive.at] }));
  return { tokens: kept, directives: moved };
}

function closingParen(tokens, open) {
  if (tokens[open]?.value !== '(') return -1;
  let depth = 0;
  for (let i = open; i < tokens.length; i += 1) {
    if (tokens[i].value === '(') depth += 1;
    if (tokens[i].value === ')') depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}

// The name and path of `#include "a/b.h"`, or null: { path, quoted }.
export function includeOf(directive) {
  const found = /^#\s*include\s*(?:"([^"]+)"|<([^>]+)>)/.exec(directive.text);
  if (found === null) return null;
  return { path: found[1] ?? found[2], quoted: found[1] !== undefined };
}

// The words of a preprocessor line; strings and comments hold none, the path of an include does.
export function wordsOf(directive) {
  const include = includeOf(directive);
  if (include !== null) return include.path.match(/[A-Za-z_]\w*/g) ?? [];
  return tokenize(directive.text.replace(/^#/, ' ').replace(/\\\r?\n/g, ' '))
    .tokens.filter((token) => token.kind === 'id')
    .map((token) => token.value);
}

// Tokens for brace matching: an #else branch whose braces do not close by themselves is left out,
// because the first branch has opened or closed the same brace already.
export function structuralTokens({ tokens, directives }) {
  const dropped = new Uint8Array(tokens.length);
  const open = [];
  for (const { text, at } of directives) {
    const word = /^#\s*(\w*)/.exec(text)[1];
    if (word.startsWith('if')) open.push(-1);
    if (word.startsWith('el') || word === 'endif') {
      const start = open.pop() ?? -1;
      if (start >= 0 && braceBalance(tokens, start, at) !== 0) dropped.fill(1, start, at);
      if (word !== 'endif') open.push(at);
    }
  }
  return tokens.filter((_, index) => dropped[index] === 0);
}

function braceBalance(tokens, from, to) {
  let balance = 0;
  for (let i = from; i < to; i += 1) {
    if (tokens[i].value === '{') balance += 1;
    if (tokens[i].value === '}') balance -= 1;
  }
  return balance;
}
