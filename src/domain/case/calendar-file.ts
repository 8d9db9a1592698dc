import type { Id } from '../id.ts';
import type { Instant } from '../time.ts';
import { dayAt } from '../zone.ts';
import { minutesAt } from './calendar.ts';

interface CalendarEntry {
  /** A number of its own, tied to nothing. */
  readonly uid: Id;
  readonly at: Instant;
  /** A neutral word: other eyes see calendars. */
  readonly title: string;
  readonly now: Instant;
  /** The clock of the place where one meets. */
  readonly zone: string;
}

const HOUR = 3_600_000;

/**
 * One entry for the calendar of a person's own telephone (RFC 5545): when, and a neutral word. With whom,
 * where and what for are not in it, nor who made it, and nobody is invited. The hours are those on the wall of the place,
 * whatever clock the telephone goes by.
 */
export function calendarFile({ uid, at, title, now, zone }: CalendarEntry): string {
  const end = new Date(Date.parse(at) + HOUR).toISOString();
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//calendar//EN', 'BEGIN:VEVENT'],
    ...[
      `UID:${uid}`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${wall(at, zone)}`,
      `DTEND:${wall(end, zone)}`,
    ],
    ...[`SUMMARY:${escaped(title)}`, 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR'],
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function stamp(moment: Instant): string {
  return moment.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '');
}

/** A local time without a zone (RFC 5545, form 1). */
function wall(moment: Instant, zone: string): string {
  const minutes = minutesAt(moment, zone);
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = `${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`;
  return `${dayAt(moment, zone).replaceAll('-', '')}T${clock}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (one) => `\\${one}`).replaceAll(/\s+/g, ' ');
}
