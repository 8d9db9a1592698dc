import { z } from 'zod';
import { type Day, day } from '#domain/time.ts';

export const PRECISIONS = ['day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * When somebody was born, as exactly as it is known. `date` is the first day of what is known: a year
 * alone is its 1 January with precision `year`. `estimated` says that somebody judged it by sight.
 */
export const birth = z
  .strictObject({ date: day, precision: z.enum(PRECISIONS), estimated: z.boolean() })
  .refine((value) => value.date === firstDay(value.date, value.precision), {
    path: ['date'],
    error: 'finer_than_precision',
  });
export type Birth = z.infer<typeof birth>;

/** Bands of the UNHCR (registration and statistics); `from` and `to` are whole years, both included. */
export const AGE_BANDS = [
  { code: '0-4', from: 0, to: 4 },
  { code: '5-11', from: 5, to: 11 },
  { code: '12-17', from: 12, to: 17 },
  { code: '18-59', from: 18, to: 59 },
  { code: '60+', from: 60, to: 150 },
] as const;
export type AgeBand = (typeof AGE_BANDS)[number]['code'];

/** The first day that a date of this precision can mean. */
export function firstDay(date: Day, precision: Precision): Day {
  if (precision === 'year') return `${date.slice(0, 4)}-01-01`;
  return precision === 'month' ? `${date.slice(0, 7)}-01` : date;
}

/** The last day that a date of this precision can mean. */
export function lastDay(date: Day, precision: Precision): Day {
  if (precision === 'year') return `${date.slice(0, 4)}-12-31`;
  if (precision === 'day') return date;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return `${date.slice(0, 7)}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Age in completed years on a day: the least and the most that the known birth date allows (equal where
 * the day is known). `undefined` where the birth date lies wholly after that day. Born on 29 February:
 * a year older on 1 March of a common year.
 */
export function ageOn(born: Birth, on: Day): { least: number; most: number } | undefined {
  const most = years(firstDay(born.date, born.precision), on);
  if (most < 0) return undefined;
  return { least: Math.max(0, years(lastDay(born.date, born.precision), on)), most };
}

/** The age bands that are possible on a day; more than one where the birth date is too coarse to tell. */
export function ageBandsOn(born: Birth, on: Day): readonly AgeBand[] {
  const age = ageOn(born, on);
  if (age === undefined) return [];
  return AGE_BANDS.filter((band) => band.from <= age.most && age.least <= band.to).map(
    (band) => band.code,
  );
}

/**
 * `child` under 18, `adult` from 18, `unclear` where the birth date allows both or is missing. Who may be
 * a child is treated as one until it is known (Committee on the Rights of the Child, General Comment 6).
 */
export function adulthood(born: Birth | undefined, on: Day): 'child' | 'adult' | 'unclear' {
  const age = born === undefined ? undefined : ageOn(born, on);
  if (age === undefined) return 'unclear';
  if (age.least >= 18) return 'adult';
  return age.most < 18 ? 'child' : 'unclear';
}

function years(from: Day, to: Day): number {
  const whole = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? whole - 1 : whole;
}
