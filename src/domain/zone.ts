import type { Day, Instant } from './time.ts';

// Making a formatter costs more than a thousand uses of it; there are as many as time zones in use.
const formats = new Map<string, Intl.DateTimeFormat>();
// Lists work out the same few instants again and again.
const offsets = new Map<string, number>();
const MOST_OFFSETS = 5000;

/** Whether the runtime knows the time zone, e.g. `Asia/Tashkent`. */
function knowsZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** A zone by its full name, e.g. `Asia/Tashkent`, that the runtime knows. `+05:00` is none: it knows no summer time. */
export function isTimeZone(zone: string): boolean {
  return /^(UTC|[A-Z][A-Za-z_]*(\/[A-Z][\w+-]*)+)$/.test(zone) && knowsZone(zone);
}

/** Milliseconds that the wall clock of a zone is ahead of UTC at `ms` since 1970. */
export function offsetMs(ms: number, zone: string): number {
  const whole = Math.floor(ms / 1000) * 1000;
  const key = `${zone} ${whole}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  const found = findOffset(whole, zone);
  offsets.set(key, found);
  return found;
}

/** The day that an instant falls on in a zone. */
export function dayAt(at: Instant | Date, zone: string): Day {
  const ms = typeof at === 'string' ? Date.parse(at) : at.getTime();
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(0, 10);
}

/** What the clock on the wall of a zone shows at an instant: `2026-12-01T23:59`. */
export function localTimeAt(at: Instant, zone: string): string {
  const ms = Date.parse(at);
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(0, 16);
}

function findOffset(whole: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(whole)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  formats.set(zone, format);
  return format;
}
