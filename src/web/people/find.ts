import { SAME_WORD, similarity } from '#domain/people/name/similarity.ts';
import { type NameKeys, nameKeys, queryKeys } from '#domain/people/name.ts';
import type { Person } from '#domain/people/person.ts';
import { queryOf } from '#domain/people/search.ts';

/** Somebody on this device who can be found: by any of the names, or by the file's number. */
export interface Findable {
  readonly person_id: string;
  readonly names: readonly Person['name'][];
  readonly numbers: readonly string[];
}

/** The mean over the typed words from which on somebody is shown. */
const ENOUGH = 0.55;
const MOST = 50;

// The keys of a name are made once: two hundred people are searched with each letter typed.
const made = new WeakMap<object, NameKeys>();

/**
 * The people who fit what was typed, the best first, with the same keys as the server's search and
 * without a line. A word may be half typed: it then fits the beginning of a word of the name.
 */
export function find<F extends Findable>(all: Iterable<F>, typed: string): F[] {
  const wanted = queryKeys(typed);
  const { number } = queryOf(typed);
  const found: { one: F; score: number }[] = [];
  for (const one of all) {
    const byNumber = number !== null && one.numbers.includes(number) ? 2 : 0;
    const byName = one.names.map((name) => scoreOf(keysOf(name), wanted));
    const score = Math.max(byNumber, ...byName);
    if (score >= ENOUGH) found.push({ one, score });
  }
  found.sort((a, b) => b.score - a.score);
  return found.slice(0, MOST).map(({ one }) => one);
}

function keysOf(name: Person['name']): NameKeys {
  const known = made.get(name) ?? nameKeys(name);
  made.set(name, known);
  return known;
}

function scoreOf(name: NameKeys, wanted: NameKeys): number {
  if (wanted.words.length === 0 || name.words.length === 0) return 0;
  // Every typed word has its own in the name: what the name has beside it does not count against it.
  const shares = wanted.words.map((word) => {
    const begins = name.tokens.some((token) => token.startsWith(word.text));
    if (begins) return 1;
    if (word.text.length === 1) return 0;
    const one = { ...wanted, words: [word] };
    return Math.max(...name.words.map((own) => similarity({ ...name, words: [own] }, one).score));
  });
  // One word must be meant; another may be torn by script or haste and only lowers the rank.
  if (Math.max(...shares) < SAME_WORD) return 0;
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
