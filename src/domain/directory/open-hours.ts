import { dayAfter, minutesAt } from '../case/calendar.ts';
import type { Day, Instant } from '../time.ts';
import { dayAt } from '../zone.ts';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What of a schedule of HSDS says when a door is open. */
export interface Hours {
  readonly valid_from?: string | undefined;
  readonly valid_to?: string | undefined;
  readonly freq?: string | undefined;
  readonly byday?: string | undefined;
  readonly bymonthday?: string | undefined;
  readonly opens_at?: string | undefined;
  readonly closes_at?: string | undefined;
  /** Hours ahead of UTC; without it the zone of the programme holds. */
  readonly timezone?: number | undefined;
}

/**
 * Whether one of the schedules is open at an instant, on the clock of the place; null where none says its
 * hours. A door that closes after midnight counts for the day on which it opened. On a holiday only those hours
 * hold that are open on every day of the week, or that were named for this very day.
 */
export function isOpen(
  schedules: readonly Hours[],
  at: Instant,
  zone: string,
  isHoliday: (day: Day) => boolean = () => false,
): boolean | null {
  const told = schedules.filter((one) => minutesOf(one.opens_at) !== null);
  if (told.length === 0) return null;
  return told.some((one) => opensAt(one, at, zone, isHoliday));
}

function opensAt(
  hours: Hours,
  at: Instant,
  zone: string,
  isHoliday: (day: Day) => boolean,
): boolean {
  const { day, minutes } = clock(hours, at, zone);
  const from = minutesOf(hours.opens_at) ?? 0;
  const to = minutesOf(hours.closes_at) ?? 24 * 60;
  const isOn = (one: Day) => isNamed(hours, one) && (!isHoliday(one) || holdsOnHoliday(hours, one));
  if (from < to) return isOn(day) && minutes >= from && minutes < to;
  const before = isOn(dayAfter(day, -1)) && minutes < to;
  return before || (isOn(day) && minutes >= from);
}

function clock({ timezone }: Hours, at: Instant, zone: string): { day: Day; minutes: number } {
  if (timezone === undefined || Math.abs(timezone) > 14) {
    return { day: dayAt(at, zone), minutes: minutesAt(at, zone) };
  }
  const there = new Date(Date.parse(at) + timezone * 3_600_000).toISOString();
  return { day: there.slice(0, 10), minutes: minutesOf(there.slice(11, 16)) ?? 0 };
}

function holdsOnHoliday({ valid_from, valid_to, freq, byday }: Hours, day: Day): boolean {
  if (valid_from === day && valid_to === day) return true;
  const every = byday === undefined || byday === '' || WEEKDAYS.every((one) => byday.includes(one));
  return freq !== 'MONTHLY' && every;
}

function isNamed(hours: Hours, day: Day): boolean {
  if (hours.valid_from !== undefined && day < hours.valid_from) return false;
  if (hours.valid_to !== undefined && day > hours.valid_to) return false;
  const listed = (text: string) => text.split(',').map((one) => one.trim());
  if (hours.freq === 'MONTHLY' && hours.bymonthday !== undefined) {
    return listed(hours.bymonthday).includes(String(Number(day.slice(8))));
  }
  if (hours.byday === undefined || hours.byday === '') return true;
  return listed(hours.byday).includes(weekdayOf(day));
}

function weekdayOf(day: Day): Weekday {
  const number = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return WEEKDAYS[number] ?? 'MO';
}

/** `08:30`, `08:30:00` or `08:30Z` in minutes; null where it is no time of day. */
function minutesOf(text: string | undefined): number | null {
  const found = /^(\d{1,2}):(\d{2})/.exec(text ?? '');
  if (found === null) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes <= 24 * 60 ? minutes : null;
}
