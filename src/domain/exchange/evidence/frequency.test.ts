import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { frequencies } from './frequency.ts';

const CASES = new URL(
  '../../../../../shared/data/statistics/frequency-count-cases.json',
  import.meta.url,
);
const present = existsSync(CASES);
if (!present) process.stdout.write('skipped: frequency counts, the folder shared/data is absent\n');

const value = z.number().nullable();
const cases = z.array(
  z.object({
    test: z.string(),
    data: z.array(z.record(z.string(), value)),
    keyVars: z.array(z.int()),
    w: z.union([z.int(), z.strictObject({})]),
    expect: z.object({ Fk: z.array(z.number()), fk: z.array(z.number()) }),
  }),
);

describe.skipIf(!present)('how often a combination occurs', () => {
  it('is what the reference counts in all its tables, with weights and gaps', () => {
    const all = present ? cases.parse(JSON.parse(readFileSync(CASES, 'utf8'))) : [];
    expect(all).toHaveLength(5);
    for (const { test, data, keyVars, w, expect: wanted } of all) {
      const values = data.map((row) => Object.values(row));
      const rows = values.map((row) =>
        keyVars.map((at) => (row[at - 1] == null ? null : `${row[at - 1]}`)),
      );
      const weights = typeof w === 'number' ? values.map((row) => row[w - 1] ?? 0) : undefined;
      const found = frequencies(rows, weights);
      expect([test, found.map((one) => one.rows)]).toEqual([test, wanted.fk]);
      expect([test, found.map((one) => one.weight)]).toEqual([test, wanted.Fk]);
    }
  });
});
