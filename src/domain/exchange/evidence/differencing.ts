import { type Bounds, boundsFrom, type Sum } from '../../disclosure/bounds.ts';
import { type Column, columnsOf } from './column.ts';
import type { Finding, FindingCode } from './finding.ts';
import { type HxlTable, writeTag } from './hxl.ts';
import { at } from './person-columns.ts';
import { SMALLEST_SHOWN } from './small-counts.ts';
import { dimensionsOf, sumsOf } from './sums.ts';
import { readValue, type Value } from './value.ts';

/** Of a cell that is kept back at least so many numbers must be possible: 1 to 4, as `<5` says itself. */
const POSSIBLE = SMALLEST_SHOWN - 1;

/** Cells that are kept back and can be worked out, by subtraction or from an earlier version of the table. */
export function differenceFindings(
  table: HxlTable,
  columns: readonly Column[],
  earlier: HxlTable | null,
): Finding[] {
  const counts = columns.filter(({ role }) => role === 'count');
  if (counts.length === 0) return [];
  const values = table.rows.flatMap(({ cells }) =>
    counts.map(({ position }) => readValue(cells[position] ?? '')),
  );
  const known = boundsOf(values, counts.length);
  const sums = sumsOf(table, columns);
  const wrong = sums.filter((sum) => !addsUp(sum, known));
  const right = sums.filter((sum) => !wrong.includes(sum));
  const found = (code: FindingCode, indexes: ReadonlySet<number>): Finding[] =>
    counts.flatMap((column, place) => {
      const rows = table.rows.filter((_, row) => indexes.has(row * counts.length + place));
      return rows.length === 0 ? [] : [at(code, column, rows)];
    });
  const told = workedOut(values, boundsFrom(known, right));
  const complete = wrong.filter(({ parts }) => parts.every((part) => isNumber(values[part])));
  return [
    ...found('follows_from_total', told),
    ...found('does_not_add_up', new Set(complete.map(({ total }) => total))),
    ...(earlier === null
      ? []
      : sinceEarlier({ table, columns, earlier, values, right, told }, found)),
  ];
}

interface Comparison {
  readonly table: HxlTable;
  readonly columns: readonly Column[];
  readonly earlier: HxlTable;
  readonly values: readonly Value[];
  readonly right: readonly Sum[];
  readonly told: ReadonlySet<number>;
}

function sinceEarlier(
  { table, columns, earlier, values, right, told }: Comparison,
  found: (code: FindingCode, indexes: ReadonlySet<number>) => Finding[],
): Finding[] {
  const before = valuesByKey(earlier, columnsOf(earlier));
  const keys = keysOf(table, columns);
  const counts = columns.filter(({ role }) => role === 'count').length;
  const shown = new Set<number>();
  const changed = new Set<number>();
  const joined = values.map((value, index) => {
    const old = before.get(keys[index] ?? '');
    if (old?.kind !== 'number') return value;
    if (value.kind === 'suppressed') {
      shown.add(index);
      return old;
    }
    const by = value.kind === 'number' ? Math.abs(value.number - old.number) : 0;
    if (by > 0 && by < SMALLEST_SHOWN) changed.add(index);
    return value;
  });
  const known = boundsOf(joined, counts);
  const sums = right.filter((sum) => addsUp(sum, known));
  const more = [...workedOut(values, boundsFrom(known, sums))].filter(
    (index) => !told.has(index) && !shown.has(index),
  );
  return [
    ...found('shown_earlier', shown),
    ...found('small_change', changed),
    ...found('follows_from_earlier', new Set(more)),
  ];
}

/** Cells that are kept back although too few numbers are possible. */
function workedOut(values: readonly Value[], bounds: readonly Bounds[]): Set<number> {
  const told = new Set<number>();
  for (const [index, { low, high }] of bounds.entries()) {
    const hidden = values[index]?.kind === 'suppressed';
    // Bounds of rounded numbers are no whole ones: between 1.5 and 3.5 lie 2 and 3.
    if (hidden && Math.floor(high) - Math.ceil(low) + 1 < POSSIBLE) told.add(index);
  }
  return told;
}

/** What a reader knows of each cell before any subtraction. An empty cell is read as nobody. */
function boundsOf(values: readonly Value[], columns: number): Bounds[] {
  const slack = [...Array(columns).keys()].map((column) =>
    roundedTo(values.filter((_, index) => index % columns === column)),
  );
  // Where zeros are shown, what is kept back is somebody.
  const least = values.some((value) => value.kind === 'number' && value.number === 0) ? 1 : 0;
  return values.map((value, index) => {
    if (value.kind === 'number') {
      const half = (slack[index % columns] ?? 0) / 2;
      return { low: value.number - half, high: value.number + half };
    }
    if (value.kind !== 'suppressed') return { low: 0, high: 0 };
    const high = value.below === null ? Number.POSITIVE_INFINITY : value.below - 1;
    return { low: Math.min(least, high), high };
  });
}

/** 10 or 5 where every number of a column is a multiple of it; 0 where they are exact. */
function roundedTo(values: readonly Value[]): number {
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.number] : []));
  if (numbers.length < 5 || new Set(numbers).size < 4) return 0;
  return [10, 5].find((base) => numbers.every((number) => number % base === 0)) ?? 0;
}

/** False where the shown parts are more than the total, or all are shown and are less: they overlap. */
function addsUp({ total, parts }: Sum, known: readonly Bounds[]): boolean {
  const low = parts.reduce((sum, part) => sum + (known[part]?.low ?? 0), 0);
  const high = parts.reduce((sum, part) => sum + (known[part]?.high ?? 0), 0);
  const whole = known[total] ?? { low: 0, high: Number.POSITIVE_INFINITY };
  return low <= whole.high && high >= whole.low;
}

function isNumber(value: Value | undefined): boolean {
  return value?.kind === 'number';
}

/** Each count of a table by what it is about, so that two versions can be laid side by side. */
function keysOf(table: HxlTable, columns: readonly Column[]): string[] {
  const counts = columns.filter(({ role }) => role === 'count');
  return dimensionsOf(table, columns).flatMap((about) =>
    counts.map(({ tag, label }) => JSON.stringify([about, tag === null ? label : writeTag(tag)])),
  );
}

function valuesByKey(table: HxlTable, columns: readonly Column[]): ReadonlyMap<string, Value> {
  const counts = columns.filter(({ role }) => role === 'count');
  const values = table.rows.flatMap(({ cells }) =>
    counts.map(({ position }) => readValue(cells[position] ?? '')),
  );
  return new Map(keysOf(table, columns).map((key, index) => [key, values[index] ?? EMPTY]));
}

const EMPTY: Value = { kind: 'empty' };
