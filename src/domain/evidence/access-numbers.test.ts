import { describe, expect, it } from 'vitest';
import { type AccessCount, safeAccess } from './access-numbers.ts';

const RULE = { smallest_cell: 10, smallest_households: 3, rounded_to: 5 };
const count = (
  subject: AccessCount['subject'],
  code: string,
  people: number,
  days: number | null,
  part: string | null = null,
): AccessCount => ({ subject, code, part, people, households: people, days });

describe('unhindered access', () => {
  // Broken once by taking the days of a hidden region from what was counted.
  it('shows days where enough people waited, and hides a second region beside a small one', () => {
    const counted = [
      ...[count('region', 'a', 31, 20), count('region', 'b', 12, 9), count('region', 'c', 4, 71)],
      ...[count('all', 'all', 47, 18), count('service', 's', 22, 14), count('service', 't', 40, 3)],
    ];
    expect(safeAccess(counted, [], RULE)).toEqual({
      regions: [
        { code: 'a', people: 30, days: 20 },
        { code: 'b', people: null, days: null },
        { code: 'c', people: null, days: null },
      ],
      // All but seven had the service `t`: the rest is a cell too.
      services: [
        { code: 's', people: 20, days: 14 },
        { code: 't', people: null, days: null },
      ],
      all: { code: 'all', people: 45, days: 18 },
      barriers: [],
    });
  });

  it('says nothing where too few waited, and names each barrier with its own total', () => {
    const told = safeAccess(
      [
        ...[count('region', 'a', 9, 20), count('all', 'all', 9, 20)],
        ...[count('barrier', 'a', 14, null, 'cost'), count('barrier', 'b', 2, null, 'cost')],
        count('barrier', 'b', 3, null, 'language'),
      ],
      ['cost', 'language', 'distance'],
      RULE,
    );
    expect([told.all, told.regions]).toEqual([
      { code: 'all', people: null, days: null },
      [{ code: 'a', people: null, days: null }],
    ]);
    const hidden = [
      { code: 'a', people: null },
      { code: 'b', people: null },
    ];
    expect(told.barriers).toEqual([
      { code: 'cost', regions: hidden, total: 15 },
      { code: 'language', regions: hidden, total: null },
      { code: 'distance', regions: hidden, total: null },
    ]);
  });
});
