import { personCheck } from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';

/**
 * What stands in the way of a text that everybody will read at once: words that could betray one person.
 * Other nouns wait for a second editor; an adopted text and an owner's report are said again without them.
 */
export function betrayingWords(texts: Readonly<Record<string, string>>): Problem | null {
  const found = [...new Set(personCheck(texts).map(({ words }) => words.slice(0, 80)))];
  if (found.length === 0) return null;
  return { code: 'words_betray_somebody', details: { words: found.slice(0, 5) } };
}
