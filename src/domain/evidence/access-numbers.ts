import { z } from 'zod';
import { instant } from '../time.ts';
import { type Cell, type Count, divided, overlapping, type Rule } from './disclosure-control.ts';
import { month } from './frozen-number.ts';

/** One line of what was counted; these numbers never leave the transaction that froze them. */
export interface AccessCount {
  readonly subject: 'region' | 'service' | 'all' | 'barrier';
  /** A region's or a service's id; `country` where a file is in no region. */
  readonly code: string;
  /** The barrier, where that is the subject. */
  readonly part: string | null;
  readonly people: number;
  readonly households: number;
  /** The middle of the days from the need to the service; null where there are none. */
  readonly days: number | null;
}

const cell = z.object({ code: z.string(), people: z.int().nullable() });
const wait = cell.extend({ days: z.int().nullable() });
export type Wait = z.infer<typeof wait>;

const rows = z.object({
  regions: z.array(wait),
  services: z.array(wait),
  all: wait,
  /** Each barrier by region; people of a region stand in one cell of each line. */
  barriers: z.array(
    z.object({ code: z.string(), regions: z.array(cell), total: z.int().nullable() }),
  ),
});
export type AccessRows = z.infer<typeof rows>;

/** How long people waited for services and what stood in the way, in the twelve months up to each one. */
export const frozenAccess = z.object({
  months: z.array(
    z.object({
      month,
      rows,
      method: z.object({
        smallest_cell: z.int(),
        smallest_households: z.int(),
        rounded_to: z.int(),
      }),
      made_at: instant,
    }),
  ),
});
export type AccessMonth = z.infer<typeof frozenAccess>['months'][number];

/**
 * The tables of a month as they may be kept and shown. Everybody stands in one region, so that what a total
 * leaves over is hidden with a second cell; services overlap. Days are shown where their people are.
 */
export function safeAccess(
  counted: readonly AccessCount[],
  barrierCodes: readonly string[],
  rule: Rule,
): AccessRows {
  const of = (subject: AccessCount['subject']) => counted.filter((one) => one.subject === subject);
  const none = { code: 'all', people: 0, households: 0, days: null };
  const all = of('all')[0] ?? none;
  const regions = divided(of('region'), rule);
  const days = (subject: AccessCount['subject'], cells: readonly Cell[]): Wait[] =>
    cells.map(({ code, people }) => ({
      ...{ code, people },
      days: people === null ? null : (of(subject).find((one) => one.code === code)?.days ?? null),
    }));
  return {
    regions: days('region', regions.cells).toSorted(byCode),
    services: days('service', overlapping(of('service'), all, rule).cells).toSorted(byCode),
    all: { code: 'all', people: regions.total, days: regions.total === null ? null : all.days },
    barriers: barriers(of('barrier'), barrierCodes, rule),
  };
}

function barriers(counted: readonly AccessCount[], codes: readonly string[], rule: Rule) {
  // Every line has the same regions: where one has nobody, that is a cell too, and a small one.
  const places = [...new Set(counted.map(({ code }) => code))].toSorted();
  const named = new Set([...codes, ...counted.flatMap(({ part }) => part ?? [])]);
  return [...named].map((code) => {
    const counts = places.map((region): Count => {
      const found = counted.find((one) => one.part === code && one.code === region);
      return { code: region, people: found?.people ?? 0, households: found?.households ?? 0 };
    });
    const { cells, total } = divided(counts, rule);
    return { code, regions: [...cells], total };
  });
}

function byCode(a: Cell, b: Cell): number {
  return a.code < b.code ? -1 : 1;
}
