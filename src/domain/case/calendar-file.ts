import type { Id } from '../id.ts';
import type { Instant } from '../time.ts';

interface CalendarEntry {
  /** A number of its own, tied to nothing. */
  readonly uid: Id;
  readonly at: Instant;
  /** A neutral word: other eyes see calendars. */
  readonly title: string;
  readonly now: Instant;
}

const HOUR = 3_600_000;

/**
 * One entry for the calendar of a person's own telephone (RFC 5545): when, and a neutral word. With whom,
 * where and what for are not in it, nor who made it, and nobody is invited.
 */
export function calendarFile({ uid, at, title, now }: CalendarEntry): string {
  const end = new Date(Date.parse(at) + HOUR).toISOString();
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//calendar//EN', 'BEGIN:VEVENT'],
    ...[`UID:${uid}`, `DTSTAMP:${stamp(now)}`, `DTSTART:${stamp(at)}`, `DTEND:${stamp(end)}`],
    ...[`SUMMARY:${escaped(title)}`, 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR'],
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function stamp(moment: Instant): string {
  return moment.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (one) => `\\${one}`).replaceAll(/\s+/g, ' ');
}
