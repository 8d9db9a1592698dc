import type { Day, Instant } from '../../time.ts';
import { localTimeAt, offsetMs } from '../../zone.ts';

/** Minutes that the wall clock of a zone is ahead of UTC at an instant. */
export function offsetMinutes(at: Instant, zone: string): number {
  return Math.round(offsetMs(Date.parse(at), zone) / 60_000);
}

/**
 * The instant at which the wall clock of a zone shows a time. A time that the clock skips becomes the one just
 * after the gap; a time that comes twice is its first.
 */
export function instantOf(wall: string, zone: string): Instant {
  const shown = Date.parse(`${wall}:00.000Z`);
  const [before, after] = [offsetMs(shown - DAY_MS, zone), offsetMs(shown + DAY_MS, zone)];
  const fitting = [shown - before, shown - after].filter((ms) => ms + offsetMs(ms, zone) === shown);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : shown - before).toISOString();
}

/** `+05:00`, as ISO 8601 writes it. */
export function offsetText(at: Instant, zone: string): string {
  const minutes = offsetMinutes(at, zone);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

/** `2027-05-12T09:30:00+05:00`: an instant with the offset of its place. */
export function withOffset(at: Instant, zone: string): string {
  return `${localTimeAt(at, zone)}:00${offsetText(at, zone)}`;
}

/** The end of something that begins at an instant and lasts so many minutes. */
export function endOf(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

/** All days from the first to the last. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let ms = Date.parse(first); ms <= Date.parse(last); ms += DAY_MS) {
    days.push(new Date(ms).toISOString().slice(0, 10));
  }
  return days;
}

const DAY_MS = 86_400_000;

function two(value: number): string {
  return String(value).padStart(2, '0');
}
