import { z } from 'zod';
import { type Instant, instant } from '../../time.ts';
import { languageTag, type Wording } from '../wording.ts';
import {
  type Placed,
  type Programme,
  type ProgrammeRoom,
  type ProgrammeSession,
  placed,
} from './programme.ts';

const place = z.object({ startsAt: instant, minutes: z.number(), roomId: z.string().nullable() });

/** What about a session may be other than before. */
export const CHANGED_FIELDS = [
  'title',
  'abstract',
  'kind',
  'track',
  'languages',
  'rule',
  'recording',
  'people',
] as const;
const field = z.enum(CHANGED_FIELDS);

/** One line of the change log of a released version. */
export const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), sessionId: z.string(), to: place }),
  z.object({ kind: z.literal('moved'), sessionId: z.string(), from: place, to: place }),
  z.object({ kind: z.literal('cancelled'), sessionId: z.string(), from: place }),
  z.object({ kind: z.literal('changed'), sessionId: z.string(), fields: z.array(field) }),
  z.object({
    ...{ kind: z.literal('translated'), sessionId: z.string(), languages: z.array(languageTag) },
  }),
  z.object({ kind: z.literal('named'), noun: z.enum(['room', 'track']), id: z.string() }),
]);
export type Change = z.infer<typeof change>;
/** A change that somebody in its session is told of; a translation alone and the name of a room are no such news. */
export type SessionChange = Exclude<Change, { kind: 'translated' | 'named' }>;
type Field = z.infer<typeof field>;

/** What changed from one version to the next; `before` is null for the first. A session may be moved and changed. */
export function difference(before: Programme | null, after: Programme): Change[] {
  const earlier = new Map(placed(before?.sessions ?? []).map((session) => [session.id, session]));
  const later = placed(after.sessions);
  const ids = new Set(later.map(({ id }) => id));
  return [
    ...later.flatMap((session) => changesOf(earlier.get(session.id), session)),
    ...[...earlier.values()]
      .filter(({ id }) => !ids.has(id))
      .map(
        (session): Change => ({ kind: 'cancelled', sessionId: session.id, from: placeOf(session) }),
      ),
    ...(before === null
      ? []
      : [
          ...named('room', before.rooms, after.rooms),
          ...named('track', before.tracks, after.tracks),
        ]),
  ];
}

/** The changes that somebody is told of. */
export function newsOf(changes: readonly Change[]): SessionChange[] {
  return changes.filter(
    (one): one is SessionChange => one.kind !== 'translated' && one.kind !== 'named',
  );
}

/** Rooms and tracks that were there and have another name, in whichever language. */
function named(
  noun: 'room' | 'track',
  before: readonly ProgrammeRoom[],
  after: readonly ProgrammeRoom[],
): Change[] {
  const earlier = new Map(before.map(({ id, name }) => [id, name]));
  return after
    .filter(({ id, name }) => {
      const was = earlier.get(id);
      return was !== undefined && (words(was) !== words(name) || translated(was, name).length > 0);
    })
    .map(({ id }) => ({ kind: 'named', noun, id }));
}

function changesOf(before: Placed | undefined, after: Placed): Change[] {
  const sessionId = after.id;
  if (before === undefined) return [{ kind: 'new', sessionId, to: placeOf(after) }];
  const [from, to] = [placeOf(before), placeOf(after)];
  const fields = CHANGED_FIELDS.filter((name) => said(before, name) !== said(after, name));
  const languages = [
    ...new Set([
      ...translated(before.title, after.title),
      ...translated(before.abstract, after.abstract),
    ]),
  ].sort();
  return [
    ...(said(from) === said(to) ? [] : [{ kind: 'moved' as const, sessionId, from, to }]),
    ...(fields.length === 0 ? [] : [{ kind: 'changed' as const, sessionId, fields }]),
    ...(languages.length === 0 ? [] : [{ kind: 'translated' as const, sessionId, languages }]),
  ];
}

function placeOf({ startsAt, minutes, roomId }: Placed): z.infer<typeof place> {
  return { startsAt: startsAt satisfies Instant, minutes, roomId };
}

/** A value as one text, so that two of them can be compared; keys in one order. */
function said(value: unknown, name?: Field): string {
  const of = name === undefined ? value : VALUES[name](value as ProgrammeSession);
  return JSON.stringify(of) ?? '';
}

const VALUES: Readonly<Record<Field, (session: ProgrammeSession) => unknown>> = {
  title: ({ title }) => words(title),
  abstract: ({ abstract }) => words(abstract),
  kind: ({ kind }) => kind,
  track: ({ trackId }) => trackId,
  languages: ({ languages }) => languages,
  rule: ({ rule }) => rule,
  recording: ({ doNotRecord }) => doNotRecord,
  people: ({ people }) =>
    people.map(({ participantId, name, part }) => [participantId, name, part]),
};

/** The text of the source; its translations are a change of their own. */
function words(texts: Wording | null): string | null {
  return texts === null ? null : (texts.versions[texts.source]?.text ?? null);
}

/**
 * The languages in which a text reads otherwise than before, its source aside: a new translation, another one, one
 * that is gone, and one that was behind its source and is so no more. One that fell behind was not touched.
 */
function translated(before: Wording | null, after: Wording | null): string[] {
  if (before === null || after === null) return [];
  const tags = new Set([...Object.keys(before.versions), ...Object.keys(after.versions)]);
  return [...tags].filter((tag) => {
    if (tag === before.source || tag === after.source) return false;
    const [was, is] = [before.versions[tag], after.versions[tag]];
    if (was?.text !== is?.text) return true;
    const behind = (of: number | undefined, { revision }: Wording) => (of ?? revision) < revision;
    return behind(was?.of, before) && !behind(is?.of, after);
  });
}
