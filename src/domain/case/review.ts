import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';

/**
 * A look back at the plan together with the person: it stays as it is, or a new version of it follows
 * (practice.md 1.1, `under_review`).
 */
export const recordReview = z.strictObject({
  review_id: id,
  on: day,
  outcome: z.enum(['no_change', 'plan_revised']),
  /** Whether the person took part. */
  with_person: z.boolean(),
  words: prose,
});

const reviewRecorded = recordReview.extend({
  /** The version of the plan that was looked at, or that came out of it. */
  plan_version: z.int().min(1),
});

export interface Review extends z.infer<typeof reviewRecorded> {
  readonly recorded_at: Instant;
}
export interface ReviewState {
  readonly reviews: readonly Review[];
}

/** The day of the last review, or null. */
export function lastReviewOn(slice: ReviewState): Day | null {
  return slice.reviews.reduce<Day | null>(
    (last, review) => (last === null || review.on > last ? review.on : last),
    null,
  );
}

function reviewedVersion(slice: ReviewState): number {
  return slice.reviews.at(-1)?.plan_version ?? 1;
}

function known(slice: ReviewState, reviewId: Id): boolean {
  return slice.reviews.some((review) => review.review_id === reviewId);
}

export const review = {
  slice: 'review',
  initial: { reviews: [] } as ReviewState,
  facts: {
    review_recorded: factKind({
      version: 1,
      compartment: 'general',
      body: reviewRecorded,
      apply: (slice: ReviewState, fact): ReviewState => ({
        reviews: [...slice.reviews, { ...fact.body, recorded_at: fact.recorded_at }],
      }),
    }),
  },
  commands: {
    record_review: commandKind({
      body: recordReview,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, { today }) => {
        const { body } = command;
        const { plan } = state.plan;
        if (known(state.review, body.review_id)) return refuse('already_recorded');
        if (plan === null) return refuse('plan_missing');
        if (body.on > today) return refuse('day_in_the_future');
        // "Revised" without a newer version would end a review that never led to anything.
        if (body.outcome === 'plan_revised' && plan.version <= reviewedVersion(state.review)) {
          return refuse('plan_not_revised');
        }
        return accept({ kind: 'review_recorded', body: { ...body, plan_version: plan.version } });
      },
    }),
  },
} as const satisfies Noun<'review'>;
