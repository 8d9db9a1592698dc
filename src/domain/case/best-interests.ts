import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { adulthood, ageOn } from '../people/birth.ts';
import { line, prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, type Situation } from './command.ts';
import { factKind } from './fact.ts';
import { BEST_INTERESTS } from './model-children.ts';

export const DISCIPLINES = [
  'social_work',
  'child_protection',
  'psychology',
  'health',
  'education',
  'law',
  'guardianship_authority',
  'other',
] as const;

export const decideBestInterests = z
  .strictObject({
    decision_id: id,
    /** The earlier decision that this one looks at again. */
    reviews: id.optional(),
    question: prose,
    panel: z
      .array(
        z.strictObject({
          name: line,
          discipline: z.enum(DISCIPLINES),
          /** The signed promise to keep what is said to themselves. */
          confidentiality_signed: z.boolean(),
        }),
      )
      .min(1)
      .max(12),
    child_view: z.strictObject({
      heard: z.enum(['directly', 'interpreter', 'through_trusted_person', 'observed', 'not_heard']),
      words: prose.optional(),
    }),
    options: z.array(z.strictObject({ what: prose, weighed: prose })).max(12),
    decision: prose,
    on: day,
    review_on: day,
  })
  .refine(({ child_view }) => child_view.heard === 'not_heard' || child_view.words !== undefined, {
    ...{ path: ['child_view', 'words'], error: 'required' },
  });

/** What the state keeps: that it was decided and when it is looked at again. What was said stays in the fact. */
export interface BestInterests {
  readonly on: Day;
  readonly review_on: Day;
  /** The decision that took its place. */
  readonly replaced_by: Id | null;
  readonly decided_at: Instant;
}
export interface BestInterestsState {
  readonly decisions: Readonly<Record<Id, BestInterests>>;
}

/** The decisions that still hold and have a day of review. */
export function standingDecisions(slice: BestInterestsState): readonly [Id, BestInterests][] {
  return Object.entries(slice.decisions).filter(([, one]) => one.replaced_by === null);
}

/** Whether a child may be old enough to be heard; who may be is heard. */
function oldEnough({ model, person, today }: Situation): boolean {
  const { heard_from } = model.best_interests ?? BEST_INTERESTS;
  const age = person.birth === null ? undefined : ageOn(person.birth, today);
  return age === undefined || age.most >= heard_from;
}

/**
 * A decision on a child's best interests. All of it lies in `protection`: its options weigh who is safe
 * for the child, and speak of people who may read the general part or look over a shoulder at home. Not
 * even that it was made stands elsewhere; what follows from it becomes a care arrangement or a step.
 */
export const bestInterests = {
  slice: 'best_interests',
  initial: { decisions: {} } as BestInterestsState,
  facts: {
    best_interests_decided: factKind({
      version: 1,
      compartment: 'protection',
      body: decideBestInterests,
      apply: (slice: BestInterestsState, { body, recorded_at }): BestInterestsState => {
        const { decision_id, reviews, on, review_on } = body;
        const before = reviews === undefined ? undefined : slice.decisions[reviews];
        return {
          decisions: {
            ...slice.decisions,
            ...(reviews === undefined || before === undefined
              ? {}
              : { [reviews]: { ...before, replaced_by: decision_id } }),
            [decision_id]: { on, review_on, replaced_by: null, decided_at: recorded_at },
          },
        };
      },
    }),
  },
  commands: {
    decide_best_interests: commandKind({
      body: decideBestInterests,
      verb: 'weigh_best_interests',
      compartment: 'protection',
      decide: (state, { body }, situation) => {
        const { decisions } = state.best_interests;
        if (decisions[body.decision_id] !== undefined) return refuse('already_recorded');
        const before = body.reviews === undefined ? undefined : decisions[body.reviews];
        if (body.reviews !== undefined && before === undefined) return refuse('decision_unknown');
        if (before !== undefined && before.replaced_by !== null) return refuse('already_recorded');
        const { model, person, today } = situation;
        if (adulthood(person.birth ?? undefined, today) === 'adult') return refuse('not_a_child');
        const least = (model.best_interests ?? BEST_INTERESTS).disciplines;
        const disciplines = new Set(body.panel.map(({ discipline }) => discipline));
        if (disciplines.size < least) return refuse('disciplines_missing', { least });
        const unsigned = body.panel.filter((one) => !one.confidentiality_signed).length;
        if (unsigned > 0) return refuse('confidentiality_missing', { unsigned });
        const { heard } = body.child_view;
        const asked = heard !== 'not_heard' && heard !== 'observed';
        // A child too young to be asked is at least looked at: whom it goes to, where it sleeps.
        if (heard === 'not_heard' || (!asked && oldEnough(situation))) {
          return refuse('child_not_heard');
        }
        if (body.options.length < 2) return refuse('options_missing');
        if (body.on > today) return refuse('day_in_the_future');
        if (body.review_on <= body.on) return refuse('ends_before_start');
        return accept({ kind: 'best_interests_decided', body });
      },
    }),
  },
} as const satisfies Noun<'best_interests'>;
