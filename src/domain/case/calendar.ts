import type { Day, Instant } from '../time.ts';
import { offsetMs } from '../zone.ts';
import type { ProgrammeModel } from './model.ts';

/** What a calendar needs of a programme model. */
export type Calendar = Pick<ProgrammeModel, 'time_zone' | 'weekend' | 'holidays'>;

const DAY_MS = 86_400_000;

/** Minutes since midnight on the wall clock of a time zone. */
export function minutesAt(at: Instant, zone: string): number {
  const ms = Date.parse(at);
  return Math.floor(((ms + offsetMs(ms, zone)) % DAY_MS) / 60_000);
}

/** The first instant of a day in a time zone; where midnight is skipped, the instant after the gap. */
export function startOfDay(day: Day, zone: string): Instant {
  return new Date(startMs(day, zone)).toISOString();
}

/** The last millisecond of a day in a time zone: what is due on a day is not late before it is over. */
export function endOfDay(day: Day, zone: string): Instant {
  return new Date(startMs(dayAfter(day, 1), zone) - 1).toISOString();
}

/** The day `count` days later; earlier where negative. */
export function dayAfter(day: Day, count: number): Day {
  return dayOf(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS);
}

/** Whether people work on a day: neither weekend nor holiday of the model. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  // 1970-01-01 was a Thursday: ISO day 4.
  const number = Math.floor(Date.parse(`${day}T00:00:00.000Z`) / DAY_MS);
  const weekday = ((((number + 3) % 7) + 7) % 7) + 1;
  if (calendar.weekend.includes(weekday)) return false;
  return !calendar.holidays.some(({ on }) => on === day || on === day.slice(5));
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

// Every command works out the due days of a case: the same few hundred days again and again.
const starts = new Map<string, number>();

function startMs(day: Day, zone: string): number {
  const key = `${zone} ${day}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  if (starts.size >= 5000) starts.clear();
  const found = findStart(day, zone);
  starts.set(key, found);
  return found;
}

function findStart(day: Day, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const before = offsetMs(midnight - DAY_MS, zone);
  if (before === offsetMs(midnight + DAY_MS, zone)) return midnight - before;
  // The clock is put forward or back near this midnight: look for the first instant of the day.
  let [low, high] = [midnight - DAY_MS, midnight + DAY_MS];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle + offsetMs(middle, zone)) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
