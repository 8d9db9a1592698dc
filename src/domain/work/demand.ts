import { z } from 'zod';
import { line } from '../text.ts';
import { type Day, day } from '../time.ts';

/** Open vacancies counted, and the need that somebody forecasts. */
export const DEMAND_KINDS = ['vacancies', 'need'] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

/** A year or a month: `2026`, `2026-11`. */
export const period = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, { error: 'not_a_period' });

/** Where figures are from, said once for a file: who published them, on which day, and what they count. */
export const demandSource = z.strictObject({
  source: line,
  as_of: day,
  kind: z.enum(DEMAND_KINDS),
});

/** One figure as it was published. */
export interface DemandFigure {
  readonly kind: DemandKind;
  /** A unit group of ISCO-08. */
  readonly occupation: string;
  readonly place_id: string;
  readonly period: string;
  readonly value: number;
}

const told = {
  ...{ value: z.int(), period: z.string(), source: z.string(), as_of: z.string() },
};
/** The newest figures of each occupation, by place: rows of a picture. */
export const demandPicture = z.object({
  occupations: z.array(
    z.object({
      occupation: z.string(),
      titles: z.record(z.string(), z.string()),
      total: z.int(),
      places: z.array(z.object({ place_id: z.string(), ...told })),
    }),
  ),
  /** How many occupations have figures; the picture shows those with the highest. */
  count: z.int(),
});
export type DemandPicture = z.infer<typeof demandPicture>;

/** What was published about one occupation over time. */
export const demandTrend = z.object({
  figures: z.array(z.object({ place_id: z.string(), kind: z.enum(DEMAND_KINDS), ...told })),
});
export type DemandTrend = z.infer<typeof demandTrend>;

/** The files that came in, by who published them. */
export const demandSources = z.object({
  sources: z.array(z.object({ source: z.string(), as_of: z.string(), figures: z.int() })),
});

/** Whole months since figures were published: how old a row is. */
export function monthsOld(asOf: Day, today: Day): number {
  const month = (written: Day) => Number(written.slice(0, 4)) * 12 + Number(written.slice(5, 7));
  const whole = month(today) - month(asOf) - (today.slice(8) < asOf.slice(8) ? 1 : 0);
  return Math.max(0, whole);
}

/** Older than this, figures of the labour market say little of today. */
export const OLD_AFTER_MONTHS = 12;
