import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsFrom } from './bounds.ts';

const exactly = (number: number) => ({ low: number, high: number });
const hidden = { low: 0, high: Number.POSITIVE_INFINITY };

describe('what a reader can work out', () => {
  it('is a single hidden cell, exactly', () => {
    const cells = [exactly(100), exactly(60), hidden, exactly(38)];
    expect(boundsFrom(cells, [{ total: 0, parts: [1, 2, 3] }])[2]).toEqual(exactly(2));
  });

  it('is how much two hidden cells are together, and no more', () => {
    const cells = [exactly(100), exactly(60), hidden, hidden];
    const [, , one, other] = boundsFrom(cells, [{ total: 0, parts: [1, 2, 3] }]);
    expect([one, other]).toEqual([
      { low: 0, high: 40 },
      { low: 0, high: 40 },
    ]);
  });

  it('goes on from sum to sum: rows and columns of a table', () => {
    // a b | 10      the corner d is shown by its column, then c by its row, a by its column …
    // c d | 20
    // 12 18 | 30
    const cells = [hidden, exactly(6), exactly(10), hidden, hidden, exactly(20), exactly(12)];
    const sums = [
      { total: 2, parts: [0, 1] },
      { total: 5, parts: [3, 4] },
      { total: 6, parts: [0, 3] },
    ];
    const found = boundsFrom(cells, sums);
    expect([found[0], found[3], found[4]]).toEqual([exactly(4), exactly(8), exactly(12)]);
  });

  // Broken once by leaving the cell's own high in the sum: a single hidden cell of 1 was not worked out.
  it('always holds the true numbers', () => {
    const table = fc.array(fc.record({ count: fc.nat(50), shown: fc.boolean() }), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(table, (cells) => {
        const total = cells.reduce((sum, { count }) => sum + count, 0);
        const known = cells.map(({ count, shown }) => (shown ? exactly(count) : hidden));
        const parts = cells.map((_, index) => index + 1);
        const found = boundsFrom([exactly(total), ...known], [{ total: 0, parts }]);
        for (const [index, { count }] of cells.entries()) {
          const { low, high } = found[index + 1] ?? hidden;
          expect(low <= count && count <= high).toBe(true);
          const alone = cells.filter(({ shown }) => !shown).length === 1;
          if (alone) expect([low, high]).toEqual([count, count]);
        }
      }),
    );
  });
});
