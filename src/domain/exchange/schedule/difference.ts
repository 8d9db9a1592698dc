import { z } from 'zod';
import { type Instant, instant } from '../../time.ts';
import type { Wording } from '../wording.ts';
import { type Placed, type Programme, type ProgrammeSession, placed } from './programme.ts';

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
]);
export type Change = z.infer<typeof change>;
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
  ];
}

function changesOf(before: Placed | undefined, after: Placed): Change[] {
  const sessionId = after.id;
  if (before === undefined) return [{ kind: 'new', sessionId, to: placeOf(after) }];
  const [from, to] = [placeOf(before), placeOf(after)];
  const fields = CHANGED_FIELDS.filter((name) => said(before, name) !== said(after, name));
  return [
    ...(said(from) === said(to) ? [] : [{ kind: 'moved' as const, sessionId, from, to }]),
    ...(fields.length === 0 ? [] : [{ kind: 'changed' as const, sessionId, fields }]),
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

/** A new translation is no news; a text of the source that reads otherwise is. */
function words(texts: Wording | null): unknown {
  return texts === null ? null : texts.versions[texts.source]?.text;
}
