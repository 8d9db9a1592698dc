import { describe, expect, it } from 'vitest';
import { lacksShared, ownRows, report, sharedRows, sharedText } from '#test/data/names/read.ts';
import { type NameKeys, queryKeys } from '../name.ts';
import { SAME_NAME, similarity } from './similarity.ts';

/** Figures on data written by others (decision 0004); a limit lies just below what was reached. */

interface Shares {
  readonly pairs: number;
  /** Equal folded text. */
  readonly equal: number;
  /** Similarity .85 or more. */
  readonly similar: number;
  /** Every word of the one has a phonetic key among those of the other. */
  readonly found: number;
}

function shares(pairs: readonly (readonly [string, string])[]): Shares {
  let [equal, similar, found] = [0, 0, 0];
  for (const [one, other] of pairs) {
    const [left, right] = [queryKeys(one), queryKeys(other)];
    if (left.folded === right.folded && left.folded !== '') equal += 1;
    if (similarity(left, right).score >= 0.85) similar += 1;
    if (finds(left, right)) found += 1;
  }
  const share = (count: number) => count / pairs.length;
  return { pairs: pairs.length, equal: share(equal), similar: share(similar), found: share(found) };
}

function finds(query: NameKeys, stored: NameKeys): boolean {
  if (query.words.length === 0) return false;
  return query.words.every((word) => word.phonetic.some((key) => stored.phonetic.includes(key)));
}

function print(what: string, { pairs, equal, similar, found }: Shares): void {
  const [a, b, c] = [equal, similar, found].map((share) => share.toFixed(3));
  report(
    `${what.padEnd(22)} ${String(pairs).padStart(6)} pairs  equal ${a}  similar ${b}  found ${c}`,
  );
}

/** Left out: a table known to be wrong, and one that does not leave the Arabic script. */
const LEFT_OUT = new Set(['bgnpcgn-uzb-Cyrl-Latn-2000', 'var-ara-Arab-Arab-rababa']);

const INTERSCRIPT = 'names/interscript/transliteration-pairs.csv';
const ROMANISATION = [
  // language, least share similar, least share found
  ['uzb', 0.86, 0.86],
  ['kaz', 1, 1],
  ['kir', 1, 1],
  ['tgk', 0.97, 0.97],
  ['tuk', 0.97, 0.97],
  ['rus', 0.91, 0.88],
  ['ukr', 0.97, 0.89],
  ['ara', 0.88, 0.82],
  ['fas', 0.97, 0.93],
  ['prs', 0.97, 0.91],
  ['pus', 0.96, 0.87],
] as const;

describe('published romanisations (interscript)', () => {
  it.skipIf(lacksShared(INTERSCRIPT)).each(ROMANISATION)('%s', (language, similar, found) => {
    const rows = sharedRows(INTERSCRIPT);
    const pairs = rows
      .filter((row) => row.system?.split('-')[1] === language)
      .filter((row) => !LEFT_OUT.has(row.system ?? ''))
      .map((row) => [row.source ?? '', row.expected ?? ''] as const);
    const reached = shares(pairs);
    print(`interscript ${language}`, reached);
    expect(reached.similar).toBeGreaterThanOrEqual(similar);
    expect(reached.found).toBeGreaterThanOrEqual(found);
  });
});

describe('Uzbek Cyrillic and Latin (CLDR territories and scripts)', () => {
  it('agrees except where the two say different words', () => {
    const pairs = ownRows('cldr/uz.csv').map(
      (row) => [row['uz-Cyrl'] ?? '', row.uz ?? ''] as const,
    );
    const reached = shares(pairs);
    print('cldr uz', reached);
    expect(reached.equal).toBeGreaterThanOrEqual(0.92);
    expect(reached.similar).toBeGreaterThanOrEqual(0.95);
    expect(reached.found).toBeGreaterThanOrEqual(0.95);
  });
});

describe('words of names (Wikidata)', () => {
  it.skipIf(lacksShared('names/wikidata-words/wd_arabic_16')).each([
    ['russian', 0.53, 0.8, 0.69],
    ['arabic', 0.14, 0.8, 0.79],
  ])('English and %s', (language, equal, similar, found) => {
    const text = sharedText(`names/wikidata-words/wd_${language}_16`);
    const pairs = text.split('\n').flatMap((row) => {
      const [english, other] = row.split('\t');
      return english && other ? [[english, other.replaceAll(' ', '')] as const] : [];
    });
    const reached = shares(pairs);
    print(`wikidata ${language}`, reached);
    expect(reached.equal).toBeGreaterThanOrEqual(equal);
    expect(reached.similar).toBeGreaterThanOrEqual(similar);
    expect(reached.found).toBeGreaterThanOrEqual(found);
  });
});

describe('labelled pairs of persons (name-bench)', () => {
  it('tells the same person from another, on rows the threshold was not set on', () => {
    const scored = ownRows('name-bench/persons.csv').map((row) => ({
      score: similarity(queryKeys(row.name1 ?? ''), queryKeys(row.name2 ?? '')).score,
      same: row.is_match === 'true',
    }));
    // SAME_NAME was set on the rows of even index; the odd ones were not looked at for it.
    const odd = f1(scored.filter((_, at) => at % 2 === 1));
    const all = f1(scored);
    report(
      `name-bench persons     ${scored.length} pairs  F1 all ${all.toFixed(3)}  odd rows ${odd.toFixed(3)}`,
    );
    expect(all).toBeGreaterThanOrEqual(0.83);
    expect(odd).toBeGreaterThanOrEqual(0.81);
  });
});

function f1(scored: readonly { score: number; same: boolean }[]): number {
  const called = scored.filter(({ score }) => score >= SAME_NAME);
  const right = called.filter(({ same }) => same).length;
  return (2 * right) / (called.length + scored.filter(({ same }) => same).length);
}
