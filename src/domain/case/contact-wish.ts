import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { adulthood } from '../people/birth.ts';
import { country } from '../people/country.ts';
import { TIES } from '../people/register.ts';
import { line, prose } from '../text.ts';
import { day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, type Situation, stale } from './command.ts';
import { consents } from './consent.ts';
import { saidByBarred } from './consent-giver.ts';
import { factKind } from './fact.ts';

/** What a consent to look for relatives is given for; a tracing request asks for it. */
export const FINDING_RELATIVES = 'finding_relatives';
/** The kind of organisation in the directory that looks for relatives: Red Cross, Red Crescent. */
export const TRACING_BODY = 'tracing_body';

export const CONTACT_WISHES = ['contact', 'news', 'no_contact', 'not_now'] as const;
export const TRACING_RESULTS = ['found', 'not_found', 'died', 'no_contact_wished'] as const;

const wish = {
  wish: z.enum(CONTACT_WISHES),
  /** Whether the other may be told that somebody asked. */
  other_may_know: z.boolean(),
  /** How it was said. A child's own words, and nobody else's for the child. */
  own_words: prose.optional(),
};
/**
 * A relative as the person names them: no link to anybody who is written down here, so that nothing can
 * ever bring the two together by itself; a country, and nothing finer.
 */
export const wishContact = z.strictObject({
  wish_id: id,
  relation: z.enum(TIES),
  name: line,
  last_country: country.optional(),
  ...wish,
});
export const changeContactWish = z.strictObject({ wish_id: id, ...wish });
export const requestTracing = z.strictObject({
  tracing_id: id,
  wish_id: id,
  organisation_id: id,
  on: day,
});
export const answerTracing = z.strictObject({
  tracing_id: id,
  result: z.enum(TRACING_RESULTS),
  on: day,
  /** Whether the person has been told, by somebody who sat with them. */
  told: z.boolean(),
});

export interface ContactWish {
  readonly wish: (typeof CONTACT_WISHES)[number];
  readonly other_may_know: boolean;
}
export interface Tracing {
  readonly wish_id: Id;
  readonly organisation_id: Id;
  readonly on: string;
  readonly answered_at: Instant | null;
}
export interface ContactWishState {
  readonly wishes: Readonly<Record<Id, ContactWish>>;
  readonly tracings: Readonly<Record<Id, Tracing>>;
}

/** Whether somebody may be looked for at all: only where the person wishes to hear of them. */
export function mayTrace(known: ContactWish | undefined): boolean {
  return known?.wish === 'contact' || known?.wish === 'news';
}

/** Of a child only what the child said itself. */
function wordsMissing({ own_words }: { own_words?: string | undefined }, situation: Situation) {
  const grown = adulthood(situation.person.birth ?? undefined, situation.today) === 'adult';
  if (grown || own_words !== undefined) return null;
  return refuse('own_words_needed');
}

/**
 * Whom somebody wishes to hear of, and what a tracing body found out. It lies where only child protection
 * and the supervisor read: who looks for whom can put both in danger. Nothing here reaches another file.
 */
export const contactWish = {
  slice: 'contact_wish',
  initial: { wishes: {}, tracings: {} } as ContactWishState,
  facts: {
    contact_wished: factKind({
      version: 1,
      compartment: 'protection',
      body: wishContact,
      apply: (slice: ContactWishState, { body }): ContactWishState => ({
        ...slice,
        wishes: {
          ...slice.wishes,
          [body.wish_id]: { wish: body.wish, other_may_know: body.other_may_know },
        },
      }),
    }),
    contact_wish_changed: factKind({
      version: 1,
      compartment: 'protection',
      body: changeContactWish,
      apply: (slice: ContactWishState, { body }): ContactWishState => ({
        ...slice,
        wishes: {
          ...slice.wishes,
          [body.wish_id]: { wish: body.wish, other_may_know: body.other_may_know },
        },
      }),
    }),
    tracing_requested: factKind({
      version: 1,
      compartment: 'protection',
      body: requestTracing,
      apply: (slice: ContactWishState, { body }): ContactWishState => {
        const { tracing_id, ...asked } = body;
        return {
          ...slice,
          tracings: { ...slice.tracings, [tracing_id]: { ...asked, answered_at: null } },
        };
      },
    }),
    tracing_answered: factKind({
      version: 1,
      compartment: 'protection',
      body: answerTracing,
      apply: (slice: ContactWishState, { body, recorded_at }): ContactWishState => {
        const known = slice.tracings[body.tracing_id];
        if (known === undefined) return slice;
        const answered = { ...known, answered_at: recorded_at };
        return { ...slice, tracings: { ...slice.tracings, [body.tracing_id]: answered } };
      },
    }),
  },
  commands: {
    wish_contact: commandKind({
      body: wishContact,
      verb: 'append',
      compartment: 'protection',
      decide: (state, { body }, situation) => {
        if (state.contact_wish.wishes[body.wish_id] !== undefined)
          return refuse('already_recorded');
        return wordsMissing(body, situation) ?? accept({ kind: 'contact_wished', body });
      },
    }),
    change_contact_wish: commandKind({
      body: changeContactWish,
      verb: 'append',
      compartment: 'protection',
      decide: (state, { body }, situation) => {
        if (state.contact_wish.wishes[body.wish_id] === undefined) return refuse('wish_unknown');
        return wordsMissing(body, situation) ?? accept({ kind: 'contact_wish_changed', body });
      },
    }),
    request_tracing: commandKind({
      body: requestTracing,
      verb: 'append',
      compartment: 'protection',
      decide: (state, { body }, situation) => {
        const { wishes, tracings } = state.contact_wish;
        if (tracings[body.tracing_id] !== undefined) return refuse('already_recorded');
        const known = wishes[body.wish_id];
        if (known === undefined) return refuse('wish_unknown');
        if (!mayTrace(known)) return refuse('tracing_not_wished');
        if (body.on > situation.today) return refuse('day_in_the_future');
        const { organisation_id } = body;
        // By consent alone: no law lets anybody be looked for against their own wish.
        const { today } = situation;
        const consent = consents(state.consent, FINDING_RELATIVES, organisation_id, today);
        if (consent === null || saidByBarred(state, situation).includes(consent.consent_id)) {
          return refuse('consent_missing');
        }
        const kind = situation.organisations?.[organisation_id]?.kind;
        if (situation.organisations !== undefined && kind !== TRACING_BODY) {
          return refuse('not_a_tracing_body');
        }
        return accept({ kind: 'tracing_requested', body });
      },
    }),
    answer_tracing: commandKind({
      body: answerTracing,
      verb: 'append',
      compartment: 'protection',
      decide: (state, { body }, situation) => {
        const known = state.contact_wish.tracings[body.tracing_id];
        if (known === undefined) return refuse('tracing_unknown');
        if (known.answered_at !== null) return stale('tracing_answered');
        if (body.on > situation.today) return refuse('day_in_the_future');
        if (body.on < known.on) return refuse('ends_before_start');
        return accept({ kind: 'tracing_answered', body });
      },
    }),
  },
} as const satisfies Noun<'contact_wish'>;
