import { z } from 'zod';
import { text } from '../../text.ts';
import { CRITERIA, type Criterion, MARKS } from './criteria.ts';
import type { Speaker } from './proposal.ts';

/** What a reviewer would do. */
export const ADVICE = ['accept', 'accept_with_changes', 'unsure', 'decline'] as const;
export type Advice = (typeof ADVICE)[number];

/** A review. What the author reads and what only the organisers read are two texts. */
export const review = z.strictObject({
  marks: z.partialRecord(z.enum(CRITERIA), z.literal(MARKS)),
  advice: z.enum(ADVICE),
  to_author: text(4000).nullable(),
  to_organiser: text(4000).nullable(),
});
export type Review = z.infer<typeof review>;

/** Criteria of the call that a review leaves without a mark. */
export function unmarked(one: Review, criteria: readonly Criterion[]): Criterion[] {
  return criteria.filter((criterion) => one.marks[criterion] === undefined);
}

/** The mean of all marks of all reviews to one decimal; null while there is none. */
export function meanMark(reviews: readonly Pick<Review, 'marks'>[]): number | null {
  const marks = reviews.flatMap((one) => Object.values(one.marks));
  if (marks.length === 0) return null;
  return Math.round((marks.reduce((sum: number, mark) => sum + mark, 0) / marks.length) * 10) / 10;
}

/** Why somebody may not weigh a proposal. */
export const CONFLICTS = ['own', 'same_institution', 'same_country', 'declared'] as const;
export type Conflict = (typeof CONFLICTS)[number];

interface Weigher {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly institution: string | null;
}
interface Weighed {
  readonly proposer: Weigher;
  readonly speakers: readonly Pick<Speaker, 'name' | 'country' | 'institution'>[];
  /** Reviewers who said themselves that they stand too near. */
  readonly declared: readonly string[];
}

/**
 * What stands between a reviewer and a proposal. An institution is the same whatever its letters' case
 * and its signs; a country is the same for every speaker. An empty list: the reviewer is free.
 */
export function conflictsOf(reviewer: Weigher, proposal: Weighed): Conflict[] {
  const people = [proposal.proposer, ...proposal.speakers];
  const found: Conflict[] = [];
  if (
    proposal.proposer.id === reviewer.id ||
    proposal.speakers.some((one) => plain(one.name) === plain(reviewer.name))
  )
    found.push('own');
  const house = plain(reviewer.institution ?? '');
  if (house !== '' && people.some((one) => plain(one.institution ?? '') === house))
    found.push('same_institution');
  if (reviewer.country !== null && people.some((one) => one.country === reviewer.country))
    found.push('same_country');
  if (proposal.declared.includes(reviewer.id)) found.push('declared');
  return found;
}

/** `reviews`: each alone, and blind where the call is anonymous; `discussion`: reviewers read each other; `decided`: letters are out. */
export const REVIEW_PHASES = ['reviews', 'discussion', 'decided'] as const;
export type ReviewPhase = (typeof REVIEW_PHASES)[number];

/** What a reviewer of a proposal may see in a phase. Before the own review is in, nobody reads another's. */
export function sightOf(
  phase: ReviewPhase,
  anonymous: boolean,
  ownReviewIsIn: boolean,
): { readonly authors: boolean; readonly otherReviews: boolean; readonly discuss: boolean } {
  const open = phase !== 'reviews';
  return {
    authors: open || !anonymous,
    otherReviews: open && ownReviewIsIn,
    discuss: phase === 'discussion' && ownReviewIsIn,
  };
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
