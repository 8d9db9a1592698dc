import { z } from 'zod';
import { compareAmounts, sumOf } from '../money.ts';
import { instant } from '../time.ts';
import type { Rule } from './disclosure-control.ts';
import { month } from './frozen-number.ts';

/** One line of what was counted; these numbers never leave the transaction that froze them. */
export interface AssistanceCount {
  /** Null: payers that are in no directory, together. */
  readonly payer_id: string | null;
  readonly given_as: 'money' | 'goods';
  readonly currency: string;
  /** Null: all kinds of this payer, each person once. */
  readonly kind: string | null;
  readonly people: number;
  readonly households: number;
  readonly amount: string;
  /** The most that one person was given of it. */
  readonly largest: string;
}

/** `people` and `amount` are null where the cell is hidden. */
const cell = z.object({
  kind: z.string(),
  people: z.int().nullable(),
  amount: z.string().nullable(),
});
const row = z.object({
  payer_id: z.uuid().nullable(),
  given_as: z.enum(['money', 'goods']),
  currency: z.string(),
  cells: z.array(cell),
  total: z.object({ people: z.int(), amount: z.string() }).nullable(),
});
export type AssistanceRow = z.infer<typeof row>;

/** What was written down in a month, by who paid and of what kind, as it was frozen. */
export const frozenAssistance = z.object({
  months: z.array(
    z.object({
      month,
      rows: z.array(row),
      method: z.object({
        smallest_cell: z.int(),
        smallest_households: z.int(),
        rounded_to: z.int(),
      }),
      made_at: instant,
    }),
  ),
});
export type AssistanceMonth = z.infer<typeof frozenAssistance>['months'][number];

/**
 * The table of a month as it may be kept and shown: a line for each payer, its kinds, and their total.
 * There is no total over payers, so that each line stands alone. A cell of too few people, or of which
 * one person got more than half, is hidden. What the total leaves over for the hidden cells then holds
 * one that is large enough in people, and no smaller in money than those that are too small together:
 * else the next smallest is hidden too, and at last the total.
 */
export function safeAssistance(counts: readonly AssistanceCount[], rule: Rule): AssistanceRow[] {
  const lines = Map.groupBy(counts, (one) =>
    JSON.stringify([one.payer_id, one.given_as, one.currency]),
  );
  return [...lines.values()]
    .flatMap((line) => safeLine(line, rule))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function safeLine(line: readonly AssistanceCount[], rule: Rule): AssistanceRow[] {
  const all = line.find(({ kind }) => kind === null);
  const cells = line.filter(({ kind }) => kind !== null);
  if (all === undefined) return [];
  const { payer_id, given_as, currency } = all;
  const { hiding, total } = isSmall(all, rule)
    ? { hiding: new Set(cells), total: false }
    : hidden(cells, rule);
  return [
    {
      ...{ payer_id, given_as, currency },
      cells: cells
        .map((one) => ({
          kind: one.kind ?? '',
          people: hiding.has(one) ? null : round(one.people, rule),
          amount: hiding.has(one) ? null : one.amount,
        }))
        .toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
      total: total ? { people: round(all.people, rule), amount: all.amount } : null,
    },
  ];
}

/** Which cells are hidden, and whether the total can be shown beside them. */
function hidden(cells: readonly AssistanceCount[], rule: Rule) {
  const hiding = new Set(cells.filter((one) => isSmall(one, rule)));
  while (!isCovered(hiding, rule)) {
    const shown = cells.filter((one) => !hiding.has(one));
    if (shown.length === 0) return { hiding, total: false };
    const least = Math.min(...shown.map(({ people }) => people));
    // Equals go together: which of two came first would be a hint too.
    for (const one of shown) if (one.people === least) hiding.add(one);
  }
  return { hiding, total: true };
}

/** Whether what is hidden cannot be told apart by who subtracts all that is shown from the total. */
function isCovered(hiding: ReadonlySet<AssistanceCount>, rule: Rule): boolean {
  const [small, large] = [true, false].map((wanted) =>
    [...hiding].filter((one) => isSmall(one, rule) === wanted).map(({ amount }) => amount),
  );
  if (small === undefined || small.length === 0) return true;
  if (large === undefined || large.length === 0) return false;
  return compareAmounts(sumOf(large), sumOf(small)) >= 0;
}

function isSmall({ people, households, amount, largest }: AssistanceCount, rule: Rule): boolean {
  const few = people < rule.smallest_cell || households < rule.smallest_households;
  return few || compareAmounts(sumOf([largest, largest]), amount) > 0;
}

function round(people: number, { rounded_to }: Rule): number {
  return Math.round(people / rounded_to) * rounded_to;
}

function orderOf({ payer_id, given_as, currency }: AssistanceRow): string {
  return `${payer_id ?? '~'} ${currency} ${given_as}`;
}
