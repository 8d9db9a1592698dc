import type { Day } from '../../time.ts';
import { dayAt } from '../../zone.ts';
import { type Placed, type Programme, placed, textIn } from './programme.ts';
import { daysBetween } from './wall-clock.ts';

export interface ProgrammeDay {
  readonly day: Day;
  readonly rooms: readonly { readonly name: string; readonly sessions: readonly Placed[] }[];
}

/** What sessions without a room stand under in files that ask for one. */
const NO_ROOM = '–';

/** The days of an edition with their sessions by room, as files of other systems want them; every day is there. */
export function programmeDays(programme: Programme, language: string): ProgrammeDay[] {
  const sessions = placed(programme.sessions);
  const days = new Set([
    ...daysBetween(programme.startsOn, programme.endsOn),
    ...sessions.map(({ startsAt }) => dayAt(startsAt, programme.zone)),
  ]);
  const rooms = roomNames(programme, language);
  return [...days].sort().map((day) => {
    const today = sessions.filter(({ startsAt }) => dayAt(startsAt, programme.zone) === day);
    const names = new Set(today.map((session) => roomName(rooms, session.roomId)));
    return {
      day,
      rooms: [...names].map((name) => ({
        name,
        sessions: today.filter((session) => roomName(rooms, session.roomId) === name),
      })),
    };
  });
}

/** Names of rooms by id, in a language. */
export function roomNames(programme: Programme, language: string): ReadonlyMap<string, string> {
  return new Map(programme.rooms.map(({ id, name }) => [id, textIn(name, language)]));
}

/** The name of a room, or the dash of a session that has none. */
export function roomName(rooms: ReadonlyMap<string, string>, roomId: string | null): string {
  return (roomId === null ? undefined : rooms.get(roomId)) ?? NO_ROOM;
}
