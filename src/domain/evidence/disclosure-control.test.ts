import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Count,
  divided,
  overlapping,
  type Rule,
  type SafeTable,
} from './disclosure-control.ts';

const TEN: Rule = { smallest_cell: 10, smallest_households: 3, rounded_to: 5 };
const EXACT: Rule = { ...TEN, smallest_households: 0, rounded_to: 1 };

const table = (...people: number[]): Count[] =>
  people.map((count, index) => ({ code: `c${index}`, people: count, households: count }));
const shown = ({ cells }: SafeTable) => cells.map((cell) => cell.people);

const tables = fc
  .array(
    fc
      .oneof(fc.nat({ max: 12 }), fc.nat({ max: 400 }))
      .chain((people) => fc.nat({ max: people }).map((households) => ({ people, households }))),
    { minLength: 1, maxLength: 13 },
  )
  .map((counts) => counts.map((count, index) => ({ code: `c${index}`, ...count })));

describe('a table whose cells add up', () => {
  it('hides a second cell where the total would give one away', () => {
    expect(shown(divided(table(100, 40, 30, 4), EXACT))).toEqual([100, 40, null, null]);
  });

  it('goes on hiding while what is hidden adds up to too little', () => {
    expect(shown(divided(table(100, 40, 0, 0), EXACT))).toEqual([100, null, null, null]);
  });

  it('shows everything where nothing is small, rounded', () => {
    expect(divided(table(101, 43, 12), TEN)).toEqual({
      cells: [
        { code: 'c0', people: 100 },
        { code: 'c1', people: 45 },
        { code: 'c2', people: 10 },
      ],
      total: 155,
    });
  });

  it('tells nothing at all of few people', () => {
    expect(divided(table(4, 5), EXACT)).toEqual({
      cells: [
        { code: 'c0', people: null },
        { code: 'c1', people: null },
      ],
      total: null,
    });
  });

  it('counts a cell of few families as small', () => {
    const counts = [
      { code: 'one_family', people: 14, households: 1 },
      { code: 'many', people: 200, households: 80 },
      { code: 'others', people: 90, households: 40 },
    ];
    expect(shown(divided(counts, TEN))).toEqual([null, 200, null]);
  });

  // Broken by stopping after the small cells themselves: fast-check answers with [[10,3],[0,0]].
  it('never shows a cell under the limit, nor lets one be worked out by subtracting', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const safe = divided(counts, EXACT);
        const hidden = counts.filter((_, index) => safe.cells[index]?.people === null);
        for (const { people } of safe.cells) expect(people ?? 10).toBeGreaterThanOrEqual(10);
        if (hidden.length === 0 || safe.total === null) return;
        expect(hidden.length).toBeGreaterThan(1);
        const left = safe.total - safe.cells.reduce((all, cell) => all + (cell.people ?? 0), 0);
        expect(left).toBeGreaterThanOrEqual(10);
      }),
      { numRuns: 3000 },
    );
  });

  // Broken by hiding only one more cell: 'c0' of 2, 5, 3 is then known to be 2.
  it('keeps its secret from a reader who knows the method and tries every table', () => {
    const rule: Rule = { smallest_cell: 3, smallest_households: 0, rounded_to: 1 };
    for (const [size, most] of [
      [2, 30],
      [3, 24],
      [4, 22],
      [5, 13],
    ] as const) {
      const possible = new Map<string, Set<number>[]>();
      for (const people of everyTable(size, most)) {
        const safe = divided(table(...people), rule);
        const told = JSON.stringify([shown(safe), safe.total]);
        const values = possible.get(told) ?? people.map(() => new Set<number>());
        for (const [index, count] of people.entries()) values[index]?.add(count);
        possible.set(told, values);
      }
      for (const [told, values] of possible) {
        const [cells] = JSON.parse(told) as [(number | null)[]];
        for (const [index, people] of cells.entries()) {
          if (people !== null) continue;
          // As many values remain possible as the smallest cell has.
          const could = values[index] ?? new Set();
          expect([told, could.size >= 3]).toEqual([told, true]);
        }
      }
    }
  });

  it('says the same for the same counts', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        expect(divided(counts, TEN)).toEqual(divided(counts, TEN));
      }),
    );
  });
});

describe('a table whose cells overlap', () => {
  const all = { code: 'all', people: 100, households: 40 };

  it('hides small cells, and those that nearly everybody is in', () => {
    expect(shown(overlapping(table(50, 9, 95, 90, 100, 0), all, EXACT))).toEqual([
      50,
      null,
      null,
      90,
      null,
      null,
    ]);
  });

  // Broken by leaving out the rest: fast-check answers with a cell of 91 among 100.
  it('shows no cell that is small itself or leaves a small rest', () => {
    fc.assert(
      fc.property(tables, fc.nat({ max: 500 }), (counts, people) => {
        const safe = overlapping(counts, { code: 'all', people, households: people }, EXACT);
        for (const { people: told } of safe.cells) {
          if (told === null) continue;
          expect(told).toBeGreaterThanOrEqual(10);
          expect(people - told).toBeGreaterThanOrEqual(10);
        }
        expect(safe.total).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

/** Every table of so many cells whose people are at most `most` together. */
function everyTable(size: number, most: number): number[][] {
  if (size === 0) return [[]];
  const first = Array.from({ length: most + 1 }, (_, people) => people);
  return first.flatMap((one) => everyTable(size - 1, most - one).map((rest) => [one, ...rest]));
}
