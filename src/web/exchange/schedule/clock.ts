import { endOf, offsetText } from '#domain/exchange/schedule/wall-clock.ts';
import { dayAt, localTimeAt } from '#domain/zone.ts';
import { formatWeekday } from '../../ui/format.ts';

/** `Asia/Tashkent (UTC+05:00)`. */
export function zoneName(zone: string, at: string): string {
  return `${zone} (UTC${offsetText(at, zone)})`;
}

/** `09:30–10:30` on the clock of a zone. */
export function hours(startsAt: string, minutes: number, zone: string): string {
  const end = endOf(startsAt, minutes);
  return `${localTimeAt(startsAt, zone).slice(11)}–${localTimeAt(end, zone).slice(11)}`;
}

/** Day and hours on the clock of a zone. */
export function dayAndHours(
  locale: string,
  startsAt: string,
  minutes: number,
  zone: string,
): string {
  return `${formatWeekday(locale, dayAt(startsAt, zone))}, ${hours(startsAt, minutes, zone)}`;
}
