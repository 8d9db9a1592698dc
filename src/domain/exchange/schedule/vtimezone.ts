import type { Instant } from '../../time.ts';
import { localTimeAt } from '../../zone.ts';
import { offsetMinutes } from './wall-clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) that is right from a year before the first instant to a year after the last: each
 * change of the clock is an observance of its own, so no rule has to be guessed. The name is the full one.
 */
export function vtimezone(zone: string, first: Instant, last: Instant): string[] {
  const from = Math.floor((Date.parse(first) - 366 * DAY) / HOUR) * HOUR;
  const until = Date.parse(last) + 366 * DAY;
  const start = offsetMinutes(iso(from), zone);
  const changes = changesOf(zone, from, until);
  const lowest = Math.min(start, ...changes.map(({ to }) => to));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance(start > lowest, local(from, start), start, start),
    ...changes.flatMap(({ at, before, to }) =>
      // The onset is written in the time that was shown until then.
      observance(to > lowest, local(at, before), before, to),
    ),
    'END:VTIMEZONE',
  ];
}

interface ClockChange {
  readonly at: number;
  readonly before: number;
  readonly to: number;
}

function changesOf(zone: string, from: number, until: number): ClockChange[] {
  const changes: ClockChange[] = [];
  let before = offsetMinutes(iso(from), zone);
  for (let day = from + DAY; day <= until; day += DAY) {
    const to = offsetMinutes(iso(day), zone);
    if (to === before) continue;
    let [low, high] = [day - DAY, day];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 2 / 60_000) * 60_000;
      if (offsetMinutes(iso(middle), zone) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, to });
    before = to;
  }
  return changes;
}

function observance(summer: boolean, onset: string, before: number, to: number): string[] {
  const name = summer ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${onset}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${name}`,
  ];
}

function local(ms: number, minutes: number): string {
  return compact(localTimeAt(iso(ms + minutes * 60_000), 'UTC'));
}

/** `2027-05-12T09:30` as iCalendar writes it: `20270512T093000`. */
export function compact(wall: string): string {
  return `${wall.replaceAll(/[-:]/g, '')}00`;
}

function offset(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

function iso(ms: number): Instant {
  return new Date(ms).toISOString();
}
