import { z } from 'zod';
import { id } from '../id.ts';
import type { Contact } from '../people/person.ts';
import { text } from '../text.ts';
import { type Day, day } from '../time.ts';

/** How somebody was tried. The last is a way that was agreed with the person and stands in no contact. */
export const TRY_WAYS = [
  'telephone',
  'message',
  'email',
  'visit',
  'through_somebody',
  'as_agreed',
] as const;
export type TryWay = (typeof TRY_WAYS)[number];

/** One more try to find somebody with whom contact is lost. */
export const tryContact = z.strictObject({
  on: day,
  way: z.enum(TRY_WAYS),
  words: text(500).optional(),
  /** Says that contact is lost. Any other try belongs to a contact that is lost already. */
  first: z.literal(true).optional(),
  /** Of a first try: the `turn` that was shown. Another one now = somebody was in touch meanwhile. */
  turn: z.uuid().nullable().optional(),
});
/** Visits to this file are made in two until then, for the safety of the workers. */
export const pairVisits = z.strictObject({ until: day });
/** Longer than this nobody says it in one go: somebody looks at it again. */
export const PAIRING_DAYS = 92;

/** What is true of the work on a file, for its worker and its supervisor alone. */
export const fileWork = z.object({
  lost: z
    .object({
      since: day,
      next_try_on: day,
      tries: z.array(
        z.object({
          id,
          on: day,
          way: z.enum(TRY_WAYS),
          words: z.string().nullable(),
          by: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  pairing: z.object({ until: day, by: z.string().nullable() }).nullable(),
  /** Changes whenever contact is found; it says nothing else. */
  turn: z.uuid().nullable(),
  /** In which ways the person may be tried without harm. */
  ways: z.array(z.enum(TRY_WAYS)),
  abilities: z.array(z.enum(['try', 'pair'])),
});
export type FileWork = z.infer<typeof fileWork>;

const CHANNEL: Readonly<Partial<Record<TryWay, Contact['channel']>>> = {
  ...{ telephone: 'telephone', message: 'message', email: 'email' },
  ...{ visit: 'address', through_somebody: 'through_somebody' },
};

/** Only what the person gave as safe: nobody else is ever told that somebody is looked for. */
export function safeWays(contacts: readonly Pick<Contact, 'channel' | 'safe'>[]): TryWay[] {
  return TRY_WAYS.filter((way) => {
    const channel = CHANNEL[way];
    if (channel === undefined) return true;
    const given = contacts.filter((one) => one.channel === channel);
    return given.length > 0 && given.some(({ safe }) => !safe.do_not_contact);
  });
}

/** When somebody is tried again. */
export function nextTry(on: Day, days: number): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
