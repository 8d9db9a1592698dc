import { day } from '../../time.ts';
import { MOST_SESSIONS, type ReadSchedule, type Unreadable } from './read-schedule.ts';
import { type RawSession, readSession, said } from './read-session.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads schedule.json in its first form (sessions by day and room) and its second (a flat list). What is missing in
 * a session is said and not made up; what is no schedule at all is refused whole.
 */
export function readScheduleJson(json: unknown): ReadSchedule | Unreadable {
  const schedule = fields(fields(json).schedule);
  const conference = fields(schedule.conference);
  if (Object.keys(conference).length === 0) return { problem: 'schedule_not_a_schedule' };
  const tracks = list(conference.tracks).map((track) => {
    const { slug, name } = fields(track);
    return { slug: said(slug), name: said(name) || said(slug) };
  });
  const raw = [...byRoom(conference), ...flat(schedule.events, tracks)];
  if (raw.length === 0) return { problem: 'schedule_empty' };
  if (raw.length > MOST_SESSIONS) return { problem: 'schedule_too_long' };
  const rooms = list(conference.rooms).map((room) => said(fields(room).name));
  return assemble(raw, {
    title: said(conference.title),
    version: said(schedule.version),
    zone: said(conference.time_zone_name) || null,
    startsOn: said(conference.start),
    endsOn: said(conference.end),
    rooms: rooms.filter((name) => name !== ''),
    tracks: tracks.map(({ name }) => name).filter((name) => name !== ''),
  });
}

interface Head {
  readonly title: string;
  readonly version: string;
  readonly zone: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly rooms: readonly string[];
  readonly tracks: readonly string[];
}

/** Head and sessions of a file, of either format, as one schedule. */
export function assemble(raw: readonly RawSession[], head: Head): ReadSchedule {
  const rooms = head.rooms.length > 0 ? new Set(head.rooms) : null;
  const around = { zone: head.zone, rooms, seen: new Set<string>() };
  const read = raw.map((one) => readSession(one, around));
  const sessions = read.flatMap(([session]) => (session === null ? [] : [session]));
  const named = <T>(values: readonly (T | null)[]) => values.filter((one) => one !== null);
  return {
    ...{ title: head.title, version: head.version, zone: head.zone },
    startsOn: dayFrom(head.startsOn),
    endsOn: dayFrom(head.endsOn),
    rooms: [...new Set([...head.rooms, ...named(sessions.map(({ room }) => room))])],
    tracks: [...new Set([...head.tracks, ...named(sessions.map(({ track }) => track))])],
    sessions,
    remarks: read.flatMap(([, remarks]) => remarks),
  };
}

function dayFrom(text: string): string | null {
  const found = day.safeParse(text.slice(0, 10));
  return found.success ? found.data : null;
}

function byRoom(conference: Fields): RawSession[] {
  let row = 0;
  return list(conference.days).flatMap((one) =>
    Object.entries(fields(fields(one).rooms)).flatMap(([room, sessions]) =>
      list(sessions).map((session) => {
        row += 1;
        const of = fields(session);
        return { ...common(of, row), room: said(of.room) || room, track: of.track, date: of.date };
      }),
    ),
  );
}

function flat(events: unknown, tracks: readonly { slug: string; name: string }[]): RawSession[] {
  return list(events).map((event, index) => {
    const of = fields(event);
    const track = said(fields(of.track).slug);
    return {
      ...common(of, index + 1),
      room: fields(of.room).name,
      track: tracks.find(({ slug }) => slug !== '' && slug === track)?.name ?? track,
      date: of.start,
      start: undefined,
    };
  });
}

function common(of: Fields, row: number): Omit<RawSession, 'room' | 'track' | 'date'> {
  const persons = [...list(of.persons), ...list(of.participants)].map((person) => {
    const { name, public_name } = fields(person);
    return said(name) || said(public_name);
  });
  return {
    ...{ row, line: null, guid: of.guid, number: of.id, title: of.title, subtitle: of.subtitle },
    ...{ abstract: of.abstract, description: of.description, kind: of.type, start: of.start },
    ...{ end: of.end, duration: of.duration, language: of.language, persons },
    doNotRecord: of.do_not_record,
  };
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
