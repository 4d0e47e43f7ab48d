// All rules. A rule is { name, about, check }: `check(tree)` gives findings { path, line, what },
// where `what` says what is wrong and what to do.

import { houseRules } from './rules_house.mjs';
import { shapeRules } from './rules_shape.mjs';
import { wordRules } from './rules_words.mjs';

export const rules = [...houseRules, ...wordRules, ...shapeRules];

// Findings of all rules in reading order: { path, line, rule, what }.
export function findingsOf(tree) {
  const findings = [];
  for (const { name, check } of rules) {
    for (const finding of check(tree)) findings.push({ ...finding, rule: name });
  }
  return findings.sort(inReadingOrder);
}

function inReadingOrder(left, right) {
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  if (left.line !== right.line) return left.line - right.line;
  return left.rule < right.rule ? -1 : Number(left.rule > right.rule);
}
