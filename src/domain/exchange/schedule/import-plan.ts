import type { Day } from '../../time.ts';
import { dayAt } from '../../zone.ts';
import type { ReadSchedule, ReadSession, Remark } from './read-schedule.ts';
import type { Kind } from './session-kind.ts';

export interface PlannedSession extends Omit<ReadSession, 'kind'> {
  readonly kind: Kind;
  /** A room that is here already, for a session whose file names none. */
  readonly roomId: string | null;
}

/** What becomes of sessions whose room is not known; undefined = nobody has said so yet. */
export interface RoomChoice {
  /** Left without a room, left out, or put into the room of this id. */
  readonly without: 'leave' | 'skip' | { readonly room: string } | undefined;
  /** False: rooms that are not here are not made, and their sessions have none. */
  readonly makeRooms: boolean;
}

/** What taking a file of another system would add. Nothing that is there already is touched. */
export interface ImportPlan {
  readonly rooms: readonly string[];
  readonly tracks: readonly string[];
  readonly sessions: readonly PlannedSession[];
  /** How many of the new sessions have no room, before anything is chosen for them. */
  readonly withoutRoom: number;
  /** Sessions that came with an earlier file already. */
  readonly known: number;
  readonly remarks: readonly Remark[];
}

interface Existing {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly zone: string;
  /** All names of a room or track that are used already, in every language. */
  readonly rooms: ReadonlySet<string>;
  readonly tracks: ReadonlySet<string>;
  readonly guids: ReadonlySet<string>;
}

/** Plans the import of a read schedule into an edition: a dry run shows it, the import does exactly it. */
export function planImport(
  read: ReadSchedule,
  existing: Existing,
  { without, makeRooms }: RoomChoice = { without: 'leave', makeRooms: true },
): ImportPlan {
  const here = ({ room }: ReadSession) =>
    room !== null && (makeRooms || existing.rooms.has(room)) ? room : null;
  const all = read.sessions.filter(({ guid }) => guid === null || !existing.guids.has(guid));
  const withoutRoom = all.filter((one) => here(one) === null).length;
  const fresh = without === 'skip' ? all.filter((one) => here(one) !== null) : all;
  const rows = new Set(fresh.map(({ row }) => row));
  const known = read.sessions.length - all.length;
  const outside = fresh
    .filter(({ startsAt }) => {
      const day = startsAt === null ? null : dayAt(startsAt, existing.zone);
      return day !== null && (day < existing.startsOn || day > existing.endsOn);
    })
    .map(({ row, title }): Remark => ({ remark: 'outside_edition', row, line: null, title }));
  const left = read.remarks.filter(
    ({ row, remark }) => rows.has(row) || remark.startsWith('left_out'),
  );
  return {
    rooms: used(fresh.map(here)).filter((name) => !existing.rooms.has(name)),
    tracks: used(fresh.map(({ track }) => track)).filter((name) => !existing.tracks.has(name)),
    sessions: fresh.map((session) => ({
      ...{ ...session, kind: kindOf(session.kind), room: here(session) },
      roomId: here(session) === null && typeof without === 'object' ? without.room : null,
    })),
    withoutRoom,
    known,
    remarks: [...left, ...outside].sort((a, b) => a.row - b.row),
  };
}

function used(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}

const WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/open|welcome/, 'opening'],
  [/clos/, 'closing'],
  [/break|lunch|coffee/, 'break'],
  [/panel|podium|discussion/, 'panel'],
  [/workshop|hands|tutorial/, 'workshop'],
  [/round|meeting/, 'round_table'],
];

/** Other systems have words of their own for what a session is; a talk is what most of them mean. */
function kindOf(word: string): Kind {
  return WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? 'talk';
}
