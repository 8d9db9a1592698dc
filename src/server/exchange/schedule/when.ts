import type { Locale } from '#domain/account/account.ts';
import { offsetText } from '#domain/exchange/schedule/wall-clock.ts';
import type { Day, Instant } from '#domain/time.ts';
import { dayAt, isTimeZone, localTimeAt } from '#domain/zone.ts';
import { intlTag } from '../page/long-day.ts';

/** `Asia/Tashkent (UTC+05:00)`: the full name, as two places of one offset are not the same clock. */
export function zoneName(zone: string, at: Instant): string {
  return `${zone} (UTC${offsetText(at, zone)})`;
}

/** `09:30–10:30` on the clock of a zone; the day is named where the end falls on the next. */
export function hours(lang: Locale, from: Instant, until: Instant, zone: string): string {
  const [start, end] = [localTimeAt(from, zone), localTimeAt(until, zone)];
  const next =
    start.slice(0, 10) === end.slice(0, 10) ? '' : ` (${dayName(lang, end.slice(0, 10), 'short')})`;
  return `${start.slice(11)}–${end.slice(11)}${next}`;
}

/** A day with its weekday, in words of the page's language. */
export function dayName(lang: Locale, day: Day, length: 'long' | 'short' = 'long'): string {
  const date = new Date(`${day}T00:00:00Z`);
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(intlTag(lang), { ...options, timeZone: 'UTC' }).format(date);
  if (length === 'short') return of({ day: 'numeric', month: 'short' });
  return of({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Hours in the reader's zone and, where that is another, the day and hours of the host's. */
export function bothClocks(
  lang: Locale,
  from: Instant,
  until: Instant,
  zone: string,
  host: string,
) {
  const mine = hours(lang, from, until, zone);
  if (zone === host) return { mine, host: null };
  const sameDay = dayAt(from, zone) === dayAt(from, host);
  const day = sameDay ? '' : `${dayName(lang, dayAt(from, host), 'short')}, `;
  return { mine, host: `${day}${hours(lang, from, until, host)}` };
}

/** The zone that the reader asked for, as far as it is one; else the host's. */
export function wantedZone(wanted: string | undefined, host: string): string {
  return wanted !== undefined && isTimeZone(wanted) ? wanted : host;
}

/** All zones by their part of the world, for a list to choose from. */
export function zonesByArea(): ReadonlyMap<string, readonly string[]> {
  const areas = new Map<string, string[]>([['UTC', ['UTC']]]);
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const area = zone.split('/')[0] ?? zone;
    if (!zone.includes('/')) continue;
    areas.set(area, [...(areas.get(area) ?? []), zone]);
  }
  return areas;
}
