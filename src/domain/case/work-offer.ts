import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import type { Instant } from '../time.ts';
import { occupationCode } from '../work/occupation.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';

export const OFFER_ANSWERS = ['wants', 'thinking', 'not_this', 'began', 'came_to_nothing'] as const;
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

/** A vacancy or a course was shown to the person. It stands in the file and goes to nobody. */
export const offerWork = z.strictObject({
  offer_id: id,
  kind: z.enum(['vacancy', 'course']),
  /** The vacancy or the course. */
  target_id: z.uuid(),
  /** As it was called when it was offered: it may be gone later. */
  words: line,
  occupation: occupationCode.nullable(),
});
export const answerWorkOffer = z.strictObject({
  offer_id: id,
  answer: z.enum(OFFER_ANSWERS),
  words: prose.optional(),
});

export interface WorkOffer extends Omit<z.infer<typeof offerWork>, 'offer_id'> {
  readonly at: Instant;
  readonly answer: OfferAnswer | null;
  readonly answer_words?: string | undefined;
}
export interface WorkOfferState {
  readonly offers: Readonly<Record<Id, WorkOffer>>;
}

/** What was offered to the person, and what the person said to it. */
export const workOffer = {
  slice: 'work_offer',
  initial: { offers: {} } as WorkOfferState,
  facts: {
    work_offered: factKind({
      version: 1,
      compartment: 'general',
      body: offerWork,
      apply: (slice: WorkOfferState, { body: { offer_id, ...offer }, recorded_at: at }) => ({
        offers: { ...slice.offers, [offer_id]: { ...offer, at, answer: null } },
      }),
    }),
    work_offer_answered: factKind({
      version: 1,
      compartment: 'general',
      body: answerWorkOffer,
      apply: (slice: WorkOfferState, { body: { offer_id, answer, words } }): WorkOfferState => {
        const known = slice.offers[offer_id];
        if (known === undefined) return slice;
        const answered = { ...known, answer, answer_words: words };
        return { offers: { ...slice.offers, [offer_id]: answered } };
      },
    }),
  },
  commands: {
    offer_work: commandKind({
      body: offerWork,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) =>
        state.work_offer.offers[body.offer_id] === undefined
          ? accept({ kind: 'work_offered', body })
          : refuse('already_recorded'),
    }),
    answer_work_offer: commandKind({
      body: answerWorkOffer,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) =>
        state.work_offer.offers[body.offer_id] === undefined
          ? refuse('work_offer_unknown')
          : accept({ kind: 'work_offer_answered', body }),
    }),
  },
} as const satisfies Noun<'work_offer'>;
