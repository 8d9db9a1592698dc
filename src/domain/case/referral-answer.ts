import { z } from 'zod';
import { line } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';

/**
 * The states of a referral, by the codes of FHIR R4 `Task.status` without `ready` and `received`, as in
 * the referrals of Gravity's SDOH Clinical Care guide (practice.md 4.3). `draft` = nothing has left yet.
 */
export const REFERRAL_STATUSES = [
  'draft',
  'requested',
  'accepted',
  'in-progress',
  'on-hold',
  'completed',
  'rejected',
  'failed',
  'cancelled',
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

/** The states in which the receiving service still has something to do. */
export const OPEN_STATUSES: readonly ReferralStatus[] = [
  'requested',
  'accepted',
  'in-progress',
  'on-hold',
];

/** How a referral ended (practice.md 4.5). */
export const OUTCOMES = [
  'met',
  'partly',
  'not_met',
  'declined_by_client',
  'declined_by_provider',
  'no_capacity',
  'unreachable',
] as const;
export type ReferralOutcome = (typeof OUTCOMES)[number];

export const DECLINE_REASONS = [
  'no_capacity',
  'not_our_service',
  'other_service_does',
  'not_entitled',
  'requirement_missing',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why the worker calls a referral back. */
export const CANCEL_REASONS = [
  'not_needed',
  'declined_by_client',
  'other_service',
  'said_in_error',
  'other',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Whether the person goes without what was asked for, so that something stood in the way. */
export function isStillNeeded(reason: CancelReason): boolean {
  return reason !== 'not_needed' && reason !== 'said_in_error';
}

/** A code of the barriers in the model: what stood in the way. */
export const barrier = z.string().min(1).max(60);

/** Where this barrier is the worker's, the end of a referral says it in words too. */
export const OTHER_BARRIER = 'other';

export const QUESTIONS = [
  'which_papers',
  'other_date',
  'who_accompanies',
  'interpreter',
  'please_call',
  'other',
] as const;

/**
 * What a receiving service may answer: codes and days. There is no field for what was found or done to
 * the person; an answer of a clinic is "seen, next date" and never a diagnosis. Only a question may
 * have words, and not where health or well-being is what the service is for (`referral.ts`).
 */
export const referralAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('accept'),
    on: day,
    /** Further days that suit the service too: the worker picks one with the person. */
    also: z.array(day).min(1).max(4).optional(),
  }),
  z.strictObject({ kind: z.literal('seen'), on: day, next_on: day.optional() }),
  z.strictObject({
    kind: z.literal('decline'),
    reason: z.enum(DECLINE_REASONS),
    /** Answers of before barriers were asked for have none. */
    barrier: barrier.optional(),
  }),
  z.strictObject({ kind: z.literal('ask'), question: z.enum(QUESTIONS), words: line.optional() }),
  z.strictObject({
    kind: z.literal('done'),
    on: day,
    outcome: z.enum(OUTCOMES),
    barrier: barrier.optional(),
  }),
]);
export type ReferralAnswer = z.infer<typeof referralAnswer>;

/** The state in which an outcome leaves a referral. */
export function statusOf(outcome: ReferralOutcome): ReferralStatus {
  return outcome === 'met' || outcome === 'partly' ? 'completed' : 'failed';
}

/** Whether an answer leaves the person without the service: then it names what stood in the way. */
export function isUnmet(answer: ReferralAnswer): boolean {
  if (answer.kind === 'done') return statusOf(answer.outcome) === 'failed';
  return answer.kind === 'decline';
}

/** The barrier that a reason or an outcome of itself names, to begin with; null where it could be any. */
export function likelyBarrier(said: DeclineReason | ReferralOutcome): string | null {
  const told: Partial<Record<DeclineReason | ReferralOutcome, string>> = {
    ...{ no_capacity: 'no_place', requirement_missing: 'papers_missing', not_entitled: 'refused' },
    ...{ declined_by_client: 'did_not_want', declined_by_provider: 'refused' },
  };
  return told[said] ?? null;
}

export function statusAfter(answer: ReferralAnswer): ReferralStatus {
  switch (answer.kind) {
    case 'accept':
      return 'accepted';
    case 'seen':
      return 'in-progress';
    case 'decline':
      return 'rejected';
    case 'ask':
      return 'on-hold';
    case 'done':
      return statusOf(answer.outcome);
  }
}

/** The days that a service offers, the earliest first. */
export function offeredDays(answer: ReferralAnswer): Day[] {
  if (answer.kind !== 'accept') return [];
  return [...new Set([answer.on, ...(answer.also ?? [])])].toSorted();
}

/** The next day that an answer names, on which the person is to come; null while one of several is to be picked. */
export function nextOn(answer: ReferralAnswer): Day | null {
  const offered = offeredDays(answer);
  if (offered.length > 0) return offered.length === 1 ? (offered[0] ?? null) : null;
  return answer.kind === 'seen' ? (answer.next_on ?? null) : null;
}

/** A moment some days later. */
export function daysAfter(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString();
}
