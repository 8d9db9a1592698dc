import { rememberedWords } from '../people/name/remembered-words.ts';
import {
  type AlikePair,
  alike,
  blockKeys,
  type Comparable,
  comparable,
  rememberedSameWord,
  type Summary,
  wordByWord,
} from './alike.ts';

// The pairs of a directory that may be one, found by blocks of keys and kept: when an entry changes, only what stands in
// a block with it is laid side by side again. No confidential address is part of a summary, so none is kept here.

/** A block that holds more says nothing: half the country has "school" in its name. */
const LARGEST_BLOCK = 40;
/** So much is worked on before others have their turn. */
const AT_ONCE = 500;

interface Kept {
  /** The entry as it was compared, to the letter. */
  readonly print: string;
  readonly keys: readonly string[];
}

/** What is kept between two looks at a directory; of 20,000 services some 20 MB. */
export interface AlikeIndex {
  readonly entries: ReadonlyMap<string, Kept>;
  /** Blocks that say nothing: their pairs were not looked at. */
  readonly large: ReadonlySet<string>;
  /** All pairs that may be one, the lower id first. */
  readonly pairs: readonly AlikePair[];
}

export const NOTHING_KEPT: AlikeIndex = { entries: new Map(), large: new Set(), pairs: [] };

/**
 * The pairs of a directory as it stands now, from what was kept before: the same as if all were compared anew. Yields
 * now and then, so that whoever calls may let others have their turn.
 */
export function* refreshed(
  before: AlikeIndex,
  rows: readonly Summary[],
): Generator<undefined, AlikeIndex> {
  let worked = 0;
  const turn = () => {
    worked += 1;
    return worked % AT_ONCE === 0;
  };
  const compared = comparing(rows);
  const entries = new Map<string, Kept>();
  const changed = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const print = JSON.stringify(row);
    const known = before.entries.get(row.id);
    if (known?.print === print) entries.set(row.id, known);
    else {
      changed.add(at);
      entries.set(row.id, { print, keys: [...blockKeys(compared.at(at))] });
    }
    if (turn()) yield;
  }
  if (changed.size === 0 && entries.size === before.entries.size) return before;
  const blocks = blocksOf(rows, entries);
  const large = new Set<string>();
  for (const [key, block] of blocks) if (block.length > LARGEST_BLOCK) large.add(key);
  const pairs = stillPairs(before.pairs, { rows, entries, changed, large });
  const seen = seenBefore(rows, pairs);
  for (const [key, block] of blocks) {
    if (block.length > LARGEST_BLOCK) continue;
    // A block that was too large before: nobody has looked at its pairs yet.
    const all = before.large.has(key);
    if (!all && !block.some((at) => changed.has(at))) continue;
    for (const [one, other] of pairsIn(block)) {
      if (!all && !changed.has(one) && !changed.has(other)) continue;
      // A block holds its entries in the order of the list: the lower number always stands first.
      const pair = one * rows.length + other;
      if (seen.has(pair)) continue;
      seen.add(pair);
      const turned = (rows[one]?.id ?? '') > (rows[other]?.id ?? '');
      const [a, b] = [compared.at(turned ? other : one), compared.at(turned ? one : other)];
      const reasons = compared.alike(a, b);
      if (reasons !== null) pairs.push({ one: a.summary.id, other: b.summary.id, reasons });
      if (turn()) yield;
    }
  }
  return { entries, large, pairs };
}

/** Makes the keys of an entry when they are first asked for: most entries are as they were. */
function comparing(rows: readonly Summary[]) {
  const read = wordByWord(rememberedWords());
  const same = rememberedSameWord();
  const made: (Comparable | undefined)[] = [];
  return {
    at(index: number): Comparable {
      const row = rows[index];
      if (row === undefined) throw new RangeError(`no entry ${index}`);
      const known = made[index] ?? comparable(row, read);
      made[index] = known;
      return known;
    },
    alike: (a: Comparable, b: Comparable) => alike(a, b, same),
  };
}

function blocksOf(
  rows: readonly Summary[],
  entries: ReadonlyMap<string, Kept>,
): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  for (const [at, { id }] of rows.entries()) {
    for (const key of entries.get(id)?.keys ?? []) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [at]);
      else block.push(at);
    }
  }
  return blocks;
}

interface Now {
  readonly rows: readonly Summary[];
  readonly entries: ReadonlyMap<string, Kept>;
  readonly changed: ReadonlySet<number>;
  readonly large: ReadonlySet<string>;
}

/** Pairs of before whose entries are as they were, and which still stand in a block that says something. */
function stillPairs(
  before: readonly AlikePair[],
  { rows, entries, changed, large }: Now,
): AlikePair[] {
  const anew = new Set([...changed].map((at) => rows[at]?.id));
  const keys = (id: string) => (anew.has(id) ? undefined : entries.get(id)?.keys);
  return before.filter(({ one, other }) => {
    const [own, theirs] = [keys(one), keys(other)];
    if (own === undefined || theirs === undefined) return false;
    return own.some((key) => !large.has(key) && theirs.includes(key));
  });
}

/** Pairs that need no second look, each as one number. */
function seenBefore(rows: readonly Summary[], pairs: readonly AlikePair[]): Set<number> {
  const at = new Map(rows.map(({ id }, index) => [id, index]));
  return new Set(
    pairs.map(({ one, other }) => {
      const [a, b] = [at.get(one) ?? 0, at.get(other) ?? 0];
      return Math.min(a, b) * rows.length + Math.max(a, b);
    }),
  );
}

function* pairsIn(block: readonly number[]): Generator<readonly [number, number]> {
  for (const [at, one] of block.entries()) {
    for (let to = at + 1; to < block.length; to += 1) yield [one, block[to] ?? one];
  }
}
