import type { Instant } from '../../time.ts';
import { localTimeAt } from '../../zone.ts';
import { type Placed, type Programme, placed, sessionEnd, textIn } from './programme.ts';
import { compact, vtimezone } from './vtimezone.ts';

interface Edition {
  readonly programme: Programme;
  readonly language: string;
  /** When the version was released, and its number: calendars take the higher one for the newer. */
  readonly releasedAt: Instant;
  readonly version: number;
  /** The address of a session's page. */
  readonly pageOf: (session: Placed) => string;
  /** What stands in the UID behind the session's id, so that two systems never share one. */
  readonly host: string;
}

/**
 * Sessions as a calendar file (RFC 5545), in the host's time zone by its full name. Give a programme that
 * `forReaders` made; to give one session or one speaker's, leave the others out of it.
 */
export function icalendar({
  programme,
  language,
  releasedAt,
  version,
  pageOf,
  host,
}: Edition): string {
  const sessions = placed(programme.sessions);
  const [first, last] = [sessions.at(0), sessions.at(-1)];
  const rooms = new Map(programme.rooms.map(({ id, name }) => [id, textIn(name, language)]));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Homeward//Exchange//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(textIn(programme.title, language))}`,
    `X-WR-TIMEZONE:${programme.zone}`,
    ...(first && last ? vtimezone(programme.zone, first.startsAt, sessionEnd(last)) : []),
    ...sessions.flatMap((session) => [
      'BEGIN:VEVENT',
      `UID:${session.id}@${host}`,
      `DTSTAMP:${compact(localTimeAt(releasedAt, 'UTC'))}Z`,
      `SEQUENCE:${version}`,
      `DTSTART;TZID=${programme.zone}:${compact(localTimeAt(session.startsAt, programme.zone))}`,
      `DTEND;TZID=${programme.zone}:${compact(localTimeAt(sessionEnd(session), programme.zone))}`,
      `SUMMARY:${escaped(textIn(session.title, language))}`,
      ...described(session, language),
      ...optional('LOCATION', session.roomId === null ? undefined : rooms.get(session.roomId)),
      `URL:${pageOf(session)}`,
      'STATUS:CONFIRMED',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function described(session: Placed, language: string): string[] {
  const abstract = session.abstract === null ? '' : textIn(session.abstract, language);
  const names = session.people.map(({ name }) => name).join(', ');
  return optional('DESCRIPTION', [names, abstract].filter((one) => one !== '').join('\n\n'));
}

function optional(name: string, value: string | undefined): string[] {
  return value ? [`${name}:${escaped(value)}`] : [];
}

function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (one) => `\\${one}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** A line of a calendar has at most 75 bytes and never breaks within a letter. */
function folded(line: string): string {
  const lines: string[] = [];
  let [now, size] = ['', 0];
  for (const letter of line) {
    const bytes = byteLength(letter);
    // The space that begins a following line counts.
    if (size + bytes > 75 - (lines.length > 0 ? 1 : 0)) {
      lines.push(now);
      [now, size] = ['', 0];
    }
    now += letter;
    size += bytes;
  }
  return [...lines, now].join('\r\n ');
}

function byteLength(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
