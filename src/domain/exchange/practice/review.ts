import { z } from 'zod';
import type { ProblemCode } from '../../problem.ts';
import { text } from '../../text.ts';
import { languageTag } from '../wording.ts';
import { EVIDENCE_CRITERIA } from './evidence-level.ts';

/** The published criteria of the review; each is answered with a reason that readers see. */
export const REVIEW_CRITERIA = [
  'need_clear',
  'safe_for_people',
  'results_supported',
  'failures_told',
  'can_be_repeated',
  'nobody_in_it',
] as const;
export type ReviewCriterion = (typeof REVIEW_CRITERIA)[number];
export const REVIEW_DECISIONS = ['accept', 'return'] as const;
/** How many reviewers look at a card before it is accepted. */
export const REVIEWERS = 2;

export const reviewReason = text(2000);
export const submitReview = z.strictObject({
  conflict: z.literal('none', { error: 'conflict_of_interest' }),
  decision: z.enum(REVIEW_DECISIONS),
  criteria: z.record(
    z.enum(REVIEW_CRITERIA),
    z.strictObject({ met: z.boolean(), reason: reviewReason }),
  ),
  /** Answers of the author on the evidence that the reviewer does not confirm. */
  contested: z.array(z.enum(EVIDENCE_CRITERIA)).max(EVIDENCE_CRITERIA.length),
  summary: reviewReason,
  language: languageTag,
});
export type SubmitReview = z.infer<typeof submitReview>;

/** Whoever steps back says why in a word; the editor asks somebody else. */
export const declineReview = z.strictObject({
  reason: z.enum(['conflict_of_interest', 'no_time', 'other_field']),
});

interface Somebody {
  id: string;
  country: string;
  institution_id: string | null;
}

/** Why somebody may not review the card; null where they may. */
export function barToReview(
  reviewer: Somebody,
  card: {
    country: string;
    author_id: string;
    editors: readonly string[];
    institution_id: string | null;
  },
  others: readonly Somebody[],
): ProblemCode | null {
  if (reviewer.id === card.author_id || card.editors.includes(reviewer.id)) return 'review_of_own';
  if (reviewer.institution_id !== null && reviewer.institution_id === card.institution_id)
    return 'review_of_own_institution';
  if (reviewer.country === card.country) return 'review_of_own_country';
  if (others.some((other) => other.id === reviewer.id)) return 'already_so';
  if (others.length >= REVIEWERS) return 'reviewers_enough';
  return null;
}

/** What the reviews of a round come to: nothing before both are in; one that returns it is enough. */
export function outcome(
  decisions: readonly (SubmitReview['decision'] | null)[],
): 'accept' | 'return' | null {
  const made = decisions.filter((one) => one !== null);
  if (made.length < REVIEWERS) return null;
  return made.includes('return') ? 'return' : 'accept';
}
