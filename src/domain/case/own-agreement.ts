import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { adulthood } from '../people/birth.ts';
import { prose } from '../text.ts';
import { day, type Instant } from '../time.ts';
import { openlyHere } from './authority-mark.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';
import type { ProgrammeModel } from './model.ts';
import { type About, keyOf, ownNo } from './own-no.ts';
import type { CaseState } from './state.ts';

/** How a child was heard. */
export const HEARD = [
  'directly',
  'drawn_or_shown',
  'interpreter',
  'through_trusted_person',
] as const;

/** What the child's word is about: purposes of the model, or where the child is to live. */
const about = z.union([
  z.strictObject({ purposes: z.array(z.string().min(1).max(60)).min(1).max(40) }),
  z.strictObject({ placement_id: id }),
]);

export const recordOwnAgreement = z.strictObject({
  agreement_id: id,
  about,
  answer: z.enum(['yes', 'no']),
  heard: z.enum(HEARD),
  /** In the child's words. */
  words: prose.optional(),
  on: day,
});

/** What was looked at again: one purpose, or one care arrangement. */
const reviewed = z.union([
  z.strictObject({ purpose: z.string().min(1).max(60) }),
  z.strictObject({ placement_id: id }),
]);

/** A no is looked at again by somebody who does not go along with the child day by day. */
export const reviewOwnNo = z.strictObject({
  review_id: id,
  about: reviewed,
  outcome: z.enum(['no_stands', 'goes_on']),
  heard: z.enum(HEARD),
  /** What the child said this time. */
  words: prose,
  reason: prose,
  on: day,
});

export interface OwnWord {
  readonly key: string;
  readonly answer: 'yes' | 'no';
  readonly at: Instant;
  readonly by: Id;
}
export interface OwnNoReview {
  readonly key: string;
  readonly outcome: 'no_stands' | 'goes_on';
  readonly at: Instant;
  readonly by: Id;
}
export interface OwnAgreementState {
  /** Every yes and no in the order in which they were written down. */
  readonly words: readonly OwnWord[];
  readonly reviews: readonly OwnNoReview[];
}

function keysOf(one: z.infer<typeof about>): readonly string[] {
  return 'purposes' in one
    ? one.purposes.map((purpose) => keyOf({ purpose }))
    : [keyOf({ placement_id: one.placement_id })];
}

function unknownAbout(state: CaseState, model: ProgrammeModel, one: z.infer<typeof about> | About) {
  if ('placement_id' in one) {
    return state.placement.placements[one.placement_id] === undefined
      ? refuse('placement_unknown')
      : null;
  }
  const known = new Set(model.consent_purposes.map(({ code }) => code));
  const named = 'purposes' in one ? one.purposes : [one.purpose];
  const unknown = named.filter((purpose) => !known.has(purpose));
  return unknown.length > 0 ? refuse('purpose_unknown', { purposes: unknown }) : null;
}

/** The child's own yes or no, apart from what guardians say; a no stops what is not urgent. */
export const ownAgreementNoun = {
  slice: 'own_agreement',
  initial: { words: [], reviews: [] } as OwnAgreementState,
  facts: {
    own_agreement_recorded: factKind({
      version: 1,
      compartment: 'general',
      body: recordOwnAgreement,
      apply: (slice: OwnAgreementState, { id: by, body, recorded_at: at }): OwnAgreementState => ({
        ...slice,
        words: [
          ...slice.words,
          ...keysOf(body.about).map((key) => ({ key, answer: body.answer, at, by })),
        ],
      }),
    }),
    own_no_reviewed: factKind({
      version: 1,
      compartment: 'general',
      body: reviewOwnNo,
      apply: (slice: OwnAgreementState, { id: by, body, recorded_at: at }): OwnAgreementState => ({
        ...slice,
        reviews: [...slice.reviews, { key: keyOf(body.about), outcome: body.outcome, at, by }],
      }),
    }),
  },
  commands: {
    record_own_agreement: commandKind({
      body: recordOwnAgreement,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { model, person, today }) => {
        if (body.on > today) return refuse('day_in_the_future');
        if (adulthood(person.birth ?? undefined, today) === 'adult') return refuse('not_a_child');
        const unknown = unknownAbout(state, model, body.about);
        if (unknown !== null) return unknown;
        return accept({ kind: 'own_agreement_recorded', body });
      },
    }),
    review_own_no: commandKind({
      body: reviewOwnNo,
      verb: 'review_own_no',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        if (body.on > situation.today) return refuse('day_in_the_future');
        if (!openlyHere(state, situation)) return refuse('supervisor_says_this');
        const unknown = unknownAbout(state, situation.model, body.about);
        if (unknown !== null) return unknown;
        if (ownNo(state, body.about) === null) return refuse('no_to_review');
        return accept({ kind: 'own_no_reviewed', body });
      },
    }),
  },
} as const satisfies Noun<'own_agreement'>;
