import { z } from 'zod';
import { day, instant } from '../../time.ts';
import { SESSION_RULES } from '../session-rule.ts';
import { wording } from '../wording.ts';
import type { Availability, Plan } from './conflicts.ts';
import { PARTS, type Programme } from './programme.ts';
import { KINDS } from './session-kind.ts';

const person = z.object({
  ...{ participant_id: z.string(), name: z.string(), alias: z.boolean(), part: z.enum(PARTS) },
  affiliation: wording.nullable(),
  country: z.string().nullable(),
});

const session = z.object({
  ...{ id: z.string(), number: z.int(), version: z.int(), state: z.string() },
  ...{ title: wording, abstract: wording.nullable(), kind: z.enum(KINDS) },
  ...{ room_id: z.string().nullable(), track_id: z.string().nullable() },
  ...{ starts_at: instant.nullable(), minutes: z.int().nullable() },
  ...{ languages: z.array(z.string()), rule: z.enum(SESSION_RULES), do_not_record: z.boolean() },
  people: z.array(person),
  addresses: z.record(z.string(), z.string()),
  /** Names of a file of another system that are not joined to a participant. */
  named_in_file: z.array(z.string()),
  /** When an organiser put it where it does not fit, and who. */
  moved_anyway: z.object({ at: instant, by: z.string() }).nullable(),
});
export type DraftSession = z.infer<typeof session>;

const named = z.object({ id: z.string(), name: wording, version: z.int() });

/** The programme as the organiser works on it. */
export const scheduleDraft = z.object({
  edition: z.object({
    ...{ id: z.string(), slug: z.string(), title: wording, state: z.string() },
    ...{ starts_on: day, ends_on: day, time_zone: z.string(), languages: z.array(z.string()) },
  }),
  rooms: z.array(named),
  tracks: z.array(named),
  sessions: z.array(session),
  availability: z.array(z.object({ participant_id: z.string(), from: instant, until: instant })),
  /** The last version that was released. */
  released: z.object({ number: z.int(), at: instant, taken_down: z.boolean() }).nullable(),
  /** How many things are other than in that version. */
  changes: z.int(),
});
export type ScheduleDraft = z.infer<typeof scheduleDraft>;

/** The draft as a programme. A session without a length has no place yet. */
export function programmeOf({
  edition,
  rooms,
  tracks,
  sessions,
}: Omit<ScheduleDraft, 'changes'>): Programme {
  return {
    ...{ slug: edition.slug, title: edition.title, zone: edition.time_zone },
    ...{ startsOn: edition.starts_on, endsOn: edition.ends_on },
    rooms: rooms.map(({ id, name }) => ({ id, name })),
    tracks: tracks.map(({ id, name }) => ({ id, name })),
    sessions: sessions.map((one) => ({
      ...{ id: one.id, number: one.number, title: one.title, abstract: one.abstract },
      ...{ kind: one.kind, roomId: one.room_id, trackId: one.track_id },
      ...{ startsAt: one.minutes === null ? null : one.starts_at, minutes: one.minutes ?? 0 },
      ...{ languages: one.languages, rule: one.rule, doNotRecord: one.do_not_record },
      people: one.people.map((who) => ({
        // An alias hides where somebody is from, too.
        participantId: who.alias ? null : who.participant_id,
        name: who.name,
        affiliation: who.alias ? null : who.affiliation,
        country: who.alias ? null : who.country,
        part: who.part,
      })),
    })),
  };
}

/** A session as the rules of conflicts look at it: whoever appears under an alias can be in one place only, too. */
export function planOf(session: DraftSession): Plan {
  return {
    ...{ id: session.id, number: session.number, roomId: session.room_id },
    startsAt: session.minutes === null ? null : session.starts_at,
    minutes: session.minutes ?? 0,
    people: session.people.map(({ participant_id, part }) => ({
      participantId: participant_id,
      part,
    })),
  };
}

/** What a session has to fit into. */
export function aroundOf({
  edition,
  availability,
}: Pick<ScheduleDraft, 'edition' | 'availability'>) {
  return {
    ...{ startsOn: edition.starts_on, endsOn: edition.ends_on, zone: edition.time_zone },
    availability: availability.map(
      ({ participant_id, from, until }): Availability => ({
        participantId: participant_id,
        from,
        until,
      }),
    ),
  };
}
