import { blockingKeys } from '#domain/people/duplicate/blocking.ts';
import {
  type ComparablePerson,
  comparable,
  compareForDuplicate,
  type DuplicateReason,
  mayBeOne,
} from '#domain/people/duplicate.ts';
import type { ReadWords } from '#domain/people/name/remembered-words.ts';
import type { ArrivalEntry } from './entry.ts';
import { familyKey } from './family.ts';
import { packRow, type RowSummary, unpackRow } from './packed-row.ts';

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
const PREPARED = 2_000;

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

/** Rows of one list, taken one by one, and the pairs among them that may be one person. */
export interface RowsCompared {
  /** Takes a row; answers it prepared, for other comparisons of the same row. */
  add(row: RowSummary): ComparablePerson;
  /** The pairs, the surest first. */
  pairs(): readonly LikelyDuplicate[];
}

/**
 * Finds the pairs of rows of one list that may be one person. Of each row are held its blocking keys as
 * numbers (8 bytes a key) and a short text; rows are brought together by their keys, then each pair is
 * scored once.
 */
export function compareRows(read: ReadWords): RowsCompared {
  const keys = growing();
  const texts: string[] = [];
  return {
    add(row) {
      const prepared = comparable(row, read);
      for (const key of blockingKeys(prepared)) keys.push(hash(key) * INDEXES + texts.length);
      texts.push(packRow(row));
      return prepared;
    },
    pairs() {
      const found: LikelyDuplicate[] = [];
      const prepare = preparer(texts, read);
      let left: Prepared | undefined;
      let at = -1;
      for (const pair of candidatePairs(keys.sorted())) {
        if (left === undefined || at !== Math.floor(pair / INDEXES)) {
          at = Math.floor(pair / INDEXES);
          left = prepare(at);
        }
        // Most pairs fall by their births, before the names of the other are looked at.
        const other = texts[pair % INDEXES] ?? '';
        if (!mayBeOne(left.person, comparable({ ...unpackRow(other), names: [] }))) continue;
        const right = prepare(pair % INDEXES);
        const { score, level, reasons } = compareForDuplicate(left.person, right.person);
        if (level !== 'none') found.push({ rows: [left.row, right.row], score, level, reasons });
      }
      return found.sort((a, b) => b.score - a.score || a.rows[0] - b.rows[0]);
    },
  };
}

/** Numbers in one block of memory that doubles: a list of JavaScript's own takes far more. */
function growing() {
  let numbers = new Float64Array(1024);
  let length = 0;
  return {
    push(number: number) {
      if (length === numbers.length) {
        const larger = new Float64Array(length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = number;
      length += 1;
    },
    sorted: () => numbers.subarray(0, length).sort(),
  };
}

/** Pairs as `left * 2^20 + right`, sorted, each once. */
function candidatePairs(sorted: Float64Array): Float64Array {
  const pairs = growing();
  for (let start = 0; start < sorted.length; ) {
    const key = Math.floor((sorted[start] ?? 0) / INDEXES);
    let end = start + 1;
    while (end < sorted.length && Math.floor((sorted[end] ?? 0) / INDEXES) === key) end += 1;
    if (end - start <= LARGEST_BLOCK) addPairs(pairs, sorted.subarray(start, end));
    start = end;
  }
  return pairs.sorted().filter((pair, at, all) => at === 0 || pair !== all[at - 1]);
}

function addPairs(pairs: ReturnType<typeof growing>, block: Float64Array): void {
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

interface Prepared {
  readonly row: number;
  readonly person: ComparablePerson;
}

/** Pairs come sorted by their left row, so a small store of the last prepared rows serves most. */
function preparer(texts: readonly string[], read: ReadWords): (index: number) => Prepared {
  const store = new Map<number, Prepared>();
  return (index) => {
    const known = store.get(index);
    if (known) return known;
    const row = unpackRow(texts[index] ?? '');
    const made = { row: row.row, person: comparable(row, read) };
    if (store.size >= PREPARED) store.delete(store.keys().next().value ?? index);
    store.set(index, made);
    return made;
  };
}
