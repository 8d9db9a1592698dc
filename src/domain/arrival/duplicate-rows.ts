import { blockingKeys } from '#domain/people/duplicate/blocking.ts';
import {
  comparable,
  compareForDuplicate,
  type DuplicateReason,
  type PersonSummary,
} from '#domain/people/duplicate.ts';
import type { ArrivalEntry } from './entry.ts';
import { familyKey } from './family.ts';

type Prepared = ReturnType<typeof comparable>;

/** What a comparison needs of a row. */
export interface RowSummary extends PersonSummary {
  readonly row: number;
}

/** Two rows that may be one person, with the reasons; a human decides. */
export interface LikelyDuplicate {
  readonly rows: readonly [number, number];
  readonly score: number;
  readonly level: 'likely' | 'possible';
  readonly reasons: readonly DuplicateReason[];
}

/** A key that more rows share than this tells nothing about any two of them. */
const LARGEST_BLOCK = 40;
/** Row indexes stay below this, so that a 32-bit key and an index fit one double. */
const INDEXES = 2 ** 20;
/** Prepared rows kept at hand; preparing one again is cheaper than holding 100,000. */
const PREPARED = 10_000;

export function summaryOf(entry: ArrivalEntry): RowSummary {
  return {
    row: entry.row,
    names: [entry.name, ...entry.former_names],
    sex: entry.sex === 'other' ? 'unknown' : entry.sex,
    birth: entry.birth,
    citizenship: entry.citizenships.filter((one) => one !== 'unknown'),
    papers: entry.papers.flatMap((one) => one.number ?? []),
    household: entry.family_number === undefined ? undefined : familyKey(entry.family_number),
  };
}

/**
 * Pairs of rows of one list that may be one person, the surest first. Rows are brought together by
 * blocking keys held as sorted numbers (16 bytes a key), then each pair is scored once.
 */
export function duplicateRows(rows: readonly RowSummary[]): readonly LikelyDuplicate[] {
  const found: LikelyDuplicate[] = [];
  const prepare = preparer(rows);
  for (const pair of candidatePairs(rows)) {
    const [left, right] = [Math.floor(pair / INDEXES), pair % INDEXES];
    const verdict = compareForDuplicate(prepare(left), prepare(right));
    const [first, second] = [rows[left]?.row, rows[right]?.row];
    if (verdict.level === 'none' || first === undefined || second === undefined) continue;
    const { score, level, reasons } = verdict;
    found.push({ rows: [first, second], score, level, reasons });
  }
  return found.sort((a, b) => b.score - a.score || a.rows[0] - b.rows[0]);
}

/** Pairs as `left * 2^20 + right`, sorted, each once. */
function candidatePairs(rows: readonly RowSummary[]): Float64Array {
  const keyed: number[] = [];
  rows.forEach((row, index) => {
    for (const key of blockingKeys(comparable(row))) keyed.push(hash(key) * INDEXES + index);
  });
  const sorted = Float64Array.from(keyed).sort();
  const pairs: number[] = [];
  for (let start = 0; start < sorted.length; ) {
    const key = Math.floor((sorted[start] ?? 0) / INDEXES);
    let end = start + 1;
    while (end < sorted.length && Math.floor((sorted[end] ?? 0) / INDEXES) === key) end += 1;
    if (end - start <= LARGEST_BLOCK) addPairs(pairs, sorted.subarray(start, end));
    start = end;
  }
  return Float64Array.from(pairs)
    .sort()
    .filter((pair, at, all) => at === 0 || pair !== all[at - 1]);
}

function addPairs(pairs: number[], block: Float64Array): void {
  for (let one = 0; one < block.length; one += 1) {
    for (let other = one + 1; other < block.length; other += 1) {
      const [left, right] = [(block[one] ?? 0) % INDEXES, (block[other] ?? 0) % INDEXES];
      if (left !== right) pairs.push(left * INDEXES + right);
    }
  }
}

/** FNV-1a, 32 bits. Two keys with one number cost a comparison and change no verdict. */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** Pairs come sorted by their left row, so a small store of the last prepared rows serves most. */
function preparer(rows: readonly RowSummary[]): (index: number) => Prepared {
  const store = new Map<number, Prepared>();
  return (index) => {
    const known = store.get(index);
    if (known) return known;
    const made = comparable(rows[index] ?? { names: [] });
    if (store.size >= PREPARED) store.delete(store.keys().next().value ?? index);
    store.set(index, made);
    return made;
  };
}
