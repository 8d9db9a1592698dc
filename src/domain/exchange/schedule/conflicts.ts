import type { Instant } from '../../time.ts';
import { dayAt } from '../../zone.ts';
import { type Part, type Placed, type ProgrammeSession, placed, sessionEnd } from './programme.ts';

/** From when until when a participant can take part. Whoever has said nothing can always. */
export interface Availability {
  readonly participantId: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** A reason why a session does not fit where it stands. */
export type Conflict =
  | { readonly reason: 'room_twice'; readonly sessionId: string; readonly otherId: string }
  | {
      readonly reason: 'speaker_twice' | 'interpreter_twice';
      readonly sessionId: string;
      readonly otherId: string;
      readonly participantId: string;
    }
  | {
      readonly reason: 'speaker_away';
      readonly sessionId: string;
      readonly participantId: string;
      /** When the participant can, in order. */
      readonly free: readonly { readonly from: Instant; readonly until: Instant }[];
    }
  | { readonly reason: 'outside_edition'; readonly sessionId: string };

/** Who takes part in what: here also people under an alias count, so ids are given apart from the names. */
export type Plan = Pick<ProgrammeSession, 'id' | 'number' | 'roomId' | 'startsAt' | 'minutes'> & {
  readonly people: readonly { readonly participantId: string; readonly part: Part }[];
};

interface Surroundings {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: string;
  readonly availability: readonly Availability[];
}

/** Everything that does not fit in a timetable, in the order of the sessions. A pair is named once, at its later session. */
export function conflictsOf(sessions: readonly Plan[], around: Surroundings): Conflict[] {
  const timed = placed(sessions);
  const free = freeTimes(around.availability);
  return timed.flatMap((session, index) => [
    ...outside(session, around),
    ...timed.slice(0, index).flatMap((other) => between(session, other)),
    ...absences(session, free),
  ]);
}

/** What one session meets where it would stand; both orders count. */
export function conflictsAt(
  session: Plan,
  sessions: readonly Plan[],
  around: Surroundings,
): Conflict[] {
  const others = placed(sessions.filter(({ id }) => id !== session.id));
  return placed([session]).flatMap((one) => [
    ...outside(one, around),
    ...others.flatMap((other) => between(one, other)),
    ...absences(one, freeTimes(around.availability)),
  ]);
}

type PlacedPlan = Plan & Pick<Placed, 'startsAt'>;

function outside(session: PlacedPlan, { startsOn, endsOn, zone }: Surroundings): Conflict[] {
  // A session that ends at midnight belongs to the day before.
  const last = new Date(Date.parse(sessionEnd(session)) - 1).toISOString();
  const fits = dayAt(session.startsAt, zone) >= startsOn && dayAt(last, zone) <= endsOn;
  return fits ? [] : [{ reason: 'outside_edition', sessionId: session.id }];
}

function between(session: PlacedPlan, other: PlacedPlan): Conflict[] {
  if (session.startsAt >= sessionEnd(other) || other.startsAt >= sessionEnd(session)) return [];
  const pair = { sessionId: session.id, otherId: other.id };
  const room = session.roomId !== null && session.roomId === other.roomId;
  const twice = session.people.flatMap(({ participantId, part }) => {
    const there = other.people.filter((one) => one.participantId === participantId);
    if (there.length === 0) return [];
    const interprets = part === 'interpreter' || there.some((one) => one.part === 'interpreter');
    const reason = interprets ? ('interpreter_twice' as const) : ('speaker_twice' as const);
    return [{ reason, ...pair, participantId }];
  });
  return [...(room ? [{ reason: 'room_twice' as const, ...pair }] : []), ...twice];
}

type Free = ReadonlyMap<string, { from: Instant; until: Instant }[]>;

function absences(session: PlacedPlan, free: Free): Conflict[] {
  return session.people.flatMap(({ participantId }) => {
    const times = free.get(participantId);
    const end = sessionEnd(session);
    if (times === undefined) return [];
    if (times.some(({ from, until }) => from <= session.startsAt && end <= until)) return [];
    return [{ reason: 'speaker_away' as const, sessionId: session.id, participantId, free: times }];
  });
}

/** The times of each participant, those that touch made one. */
function freeTimes(availability: readonly Availability[]): Free {
  const free = new Map<string, { from: Instant; until: Instant }[]>();
  for (const { participantId, from, until } of availability.toSorted((a, b) =>
    a.from.localeCompare(b.from),
  )) {
    const times = free.get(participantId) ?? [];
    const last = times.at(-1);
    if (last !== undefined && from <= last.until) {
      if (until > last.until) last.until = until;
    } else times.push({ from, until });
    free.set(participantId, times);
  }
  return free;
}
