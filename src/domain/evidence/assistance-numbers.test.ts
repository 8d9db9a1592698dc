import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAmounts, sumOf } from '../money.ts';
import { type AssistanceCount, safeAssistance } from './assistance-numbers.ts';

const RULE = { smallest_cell: 10, smallest_households: 3, rounded_to: 5 };
const PAYER = '019b0000-0000-7000-8000-000000000001';

/** A payer's line: kinds with people and money; everybody got one kind only, so that sums are sharp. */
function line(cells: readonly { people: number; amount: number; largest?: number }[]) {
  const base = { payer_id: PAYER, given_as: 'money', currency: 'UZS' } as const;
  const counts: AssistanceCount[] = cells.map(({ people, amount, largest }, at) => ({
    ...{ ...base, kind: `kind_${at}`, people, households: people, amount: String(amount) },
    largest: String(largest ?? Math.ceil(amount / people)),
  }));
  const people = cells.reduce((all, one) => all + one.people, 0);
  const amount = sumOf(counts.map((one) => one.amount));
  const all = { ...base, kind: null, people, households: people, amount, largest: '1' };
  return { counts: [...counts, all], amount };
}

describe('assistance by payer and kind', () => {
  it('is shown where enough people were given something', () => {
    const [row] = safeAssistance(line([{ people: 12, amount: 1200 }]).counts, RULE);
    expect(row).toMatchObject({
      cells: [{ kind: 'kind_0', people: 10, amount: '1200' }],
      total: { people: 10, amount: '1200' },
    });
  });

  it('hides a small cell and one more, so that the total gives neither away', () => {
    const cells = [
      { people: 9, amount: 900 },
      { people: 20, amount: 2000 },
      { people: 15, amount: 1500 },
    ];
    const [row] = safeAssistance(line(cells).counts, RULE);
    expect(row?.cells.map(({ amount }) => amount)).toEqual([null, '2000', null]);
    expect(row?.total?.amount).toBe('4400');
  });

  it('hides what one person got most of, and a line of few people whole', () => {
    const most = line([
      { people: 12, amount: 1200, largest: 700 },
      { people: 30, amount: 3000 },
    ]);
    expect(safeAssistance(most.counts, RULE)[0]?.cells.map((one) => one.amount)).toEqual([
      null,
      null,
    ]);
    const few = safeAssistance(line([{ people: 9, amount: 90 }]).counts, RULE);
    expect(few).toMatchObject([{ cells: [{ people: null, amount: null }], total: null }]);
  });

  // Broken once, with the small cells alone hidden: one of them was total minus the rest.
  it('never lets a hidden small cell be worked out from the total', () => {
    const cell = fc.record({
      people: fc.integer({ min: 1, max: 30 }),
      amount: fc.integer({ min: 30, max: 5000 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const { counts, amount } = line(cells);
        const [row] = safeAssistance(counts, RULE);
        if (row === undefined || row.total === null) return;
        const shown = sumOf(row.cells.flatMap((one) => one.amount ?? []));
        const hidden = row.cells.filter((one) => one.amount === null);
        const small = hidden.map(({ kind }) => counts.find((one) => one.kind === kind));
        const few = small.filter((one) => one !== undefined && one.people < RULE.smallest_cell);
        expect(hidden.length === 1).toBe(false);
        if (few.length === 0) return;
        // What is left over is at least twice any small cell: it is no guess at it.
        const left = BigInt(amount) - BigInt(shown);
        for (const one of few) {
          expect(
            compareAmounts(String(left), sumOf([one?.amount ?? '0', one?.amount ?? '0'])),
          ).not.toBe(-1);
        }
        expect(small.some((one) => (one?.people ?? 0) >= RULE.smallest_cell)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
