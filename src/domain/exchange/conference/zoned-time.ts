import { z } from 'zod';
import type { Instant } from '../../time.ts';

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

/** Whether the runtime knows the zone by this name. */
export function isTimeZone(zone: string): boolean {
  if (!/^(UTC|[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_+-]+)+)$/.test(zone)) return false;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What the clock of a zone shows at an instant. */
export function localTimeAt(at: Instant, zone: string): LocalTime {
  const ms = Date.parse(at);
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 16);
}

/**
 * The instant at which the clock of a zone shows this. Where it shows it twice (clocks go back), the
 * later one: a deadline is read in favour of whoever writes. Where it is skipped, the clock reads on.
 */
export function instantAt(local: LocalTime, zone: string): Instant {
  const shown = Date.parse(`${local}:00.000Z`);
  const later = shown - Math.min(offsetAt(shown - DAY_MS, zone), offsetAt(shown + DAY_MS, zone));
  const earlier = shown - Math.max(offsetAt(shown - DAY_MS, zone), offsetAt(shown + DAY_MS, zone));
  const fits = [later, earlier].find((ms) => ms + offsetAt(ms, zone) === shown);
  return new Date(fits ?? later).toISOString();
}

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(ms: number, zone: string): number {
  const whole = Math.floor(ms / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(whole)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

// Making a formatter costs more than a thousand uses of it.
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
