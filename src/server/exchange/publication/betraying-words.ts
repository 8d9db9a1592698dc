import { isHard, type PersonFinding, personCheck } from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';

/**
 * What stands in the way of a text that everybody will read at once: words that could betray one person.
 * Other nouns wait for a second editor; these few are said again without them.
 */
export function betrayingWords(texts: Readonly<Record<string, string>>): Problem | null {
  return refusal(personCheck(texts));
}

/** What no second editor lets pass: a number of a document, a phone and the like. The rest is shown to him. */
export function hardFinds(texts: Readonly<Record<string, string>>): Problem | null {
  return refusal(personCheck(texts).filter(({ rule }) => isHard(rule)));
}

function refusal(findings: readonly PersonFinding[]): Problem | null {
  const found = [...new Set(findings.map(({ words }) => words.slice(0, 80)))];
  if (found.length === 0) return null;
  return { code: 'words_betray_somebody', details: { words: found.slice(0, 5) } };
}
