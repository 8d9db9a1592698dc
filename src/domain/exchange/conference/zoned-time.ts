import { z } from 'zod';
import type { Instant } from '../../time.ts';
import { isTimeZone, offsetMs } from '../../zone.ts';

/** What a clock on the wall of some town shows: `2026-12-01T23:59`. Says nothing without its zone. */
export const localTime = z
  .string()
  .regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'not_a_moment',
  })
  // Asked also of what the form above has refused already.
  .refine(
    (written) => {
      const ms = Date.parse(`${written}:00Z`);
      return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written);
    },
    { error: 'not_a_moment' },
  );
export type LocalTime = z.infer<typeof localTime>;

/** A zone by its full name, e.g. `Asia/Tashkent`: an offset alone would be wrong after the next change of clocks. */
export const timeZone = z.string().max(60).refine(isTimeZone, { error: 'not_a_time_zone' });

/**
 * The instant at which the clock of a zone shows this. Where it shows it twice (clocks go back), the
 * later one: a deadline is read in favour of whoever writes. Where it is skipped, the clock reads on.
 */
export function instantAt(local: LocalTime, zone: string): Instant {
  const shown = Date.parse(`${local}:00.000Z`);
  const later = shown - Math.min(offsetMs(shown - DAY_MS, zone), offsetMs(shown + DAY_MS, zone));
  const earlier = shown - Math.max(offsetMs(shown - DAY_MS, zone), offsetMs(shown + DAY_MS, zone));
  const fits = [later, earlier].find((ms) => ms + offsetMs(ms, zone) === shown);
  return new Date(fits ?? later).toISOString();
}

const DAY_MS = 86_400_000;
