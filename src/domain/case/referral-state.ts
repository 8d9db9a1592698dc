import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { languageTag } from '../people/person.ts';
import { prose, text } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { asWhenSent } from './consent.ts';
import { PACKET_FIELDS } from './model-names.ts';
import {
  barrier,
  CANCEL_REASONS,
  daysAfter,
  OPEN_STATUSES,
  OUTCOMES,
  offeredDays,
  type ReferralAnswer,
  type ReferralOutcome,
  type ReferralStatus,
  referralAnswer,
} from './referral-answer.ts';
import { mayShare } from './sharing.ts';
import type { CaseState } from './state.ts';

const code = z.string().min(1).max(60);

/** A referral before it leaves: to whom, for what, and what the service is to be told. */
export const refer = z.strictObject({
  referral_id: id,
  service_id: id,
  organisation_id: id,
  /** A code of `consent_purposes` in the model; it decides what a packet may hold. */
  purpose: code,
  need_id: id.optional(),
  urgency: z.enum(['routine', 'urgent']),
  /** What of the purpose's template is to be told; contact rule and interpreter always are. */
  fields: z.array(z.enum(PACKET_FIELDS)).max(40),
  /** How the service is to get in touch without harm, in words. */
  safe_contact: text(500).optional(),
  interpreter: z.strictObject({ needed: z.boolean(), language: languageTag.optional() }),
  accompanied_by: z.enum(['nobody', 'worker', 'family', 'other']),
  /** What is asked of the service; leaves with the packet. */
  words: text(1000).optional(),
  /** Where the person is a child: what the child says to this. */
  own_agreement: z.enum(['yes', 'no', 'not_asked']).optional(),
});

/** On what a packet left: a consent, a law, or a supervisor who answers for it with a reason. */
export const referralGround = z.union([
  z.strictObject({ consent_id: id }),
  z.strictObject({ basis_id: id }),
  z.strictObject({
    override: z.enum(['vital_interest', 'child_protection', 'cannot_be_asked', 'other']),
    words: prose,
  }),
]);
export type ReferralGround = z.infer<typeof referralGround>;

export const completeReferral = z.strictObject({
  referral_id: id,
  outcome: z.enum(OUTCOMES),
  /** How it was for the person. */
  helpful: z.enum(['yes', 'partly', 'no', 'not_asked']),
  /** What stood in the way, where nothing came of it and no answer has named it. */
  barrier: barrier.optional(),
  words: prose.optional(),
});

export const cancelReferral = z.strictObject({
  referral_id: id,
  reason: z.enum(CANCEL_REASONS),
  /** What stood in the way, where it was sent and the service is still needed. */
  barrier: barrier.optional(),
  words: prose.optional(),
});

/** What a sent fact carries, so that the state says what it means without its model. */
export const referralSent = z.strictObject({
  referral_id: id,
  ground: referralGround,
  sent_on: day,
  answer_due_on: day,
  keep_days: z.int().min(1),
});

export const referralAnswered = z.strictObject({
  referral_id: id,
  answer: referralAnswer,
  channel: z.enum(['system', 'link', 'phone', 'paper', 'in_person']),
});
/** Who goes on answering goes on seeing what to answer for. */
export const keepOpen = z.strictObject({ referral_id: id, until: day });

export interface GivenAnswer {
  /** The fact that said so. */
  readonly by: Id;
  readonly at: Instant;
  /** `system`, `link`: by the service itself; else how the worker heard it. */
  readonly channel: 'system' | 'link' | 'phone' | 'paper' | 'in_person';
  readonly answer: ReferralAnswer;
}

export interface Referral extends z.infer<typeof refer> {
  readonly prepared_at: Instant;
  readonly status: ReferralStatus;
  /** The state to which a reply to a question leads back. */
  readonly held: ReferralStatus | null;
  readonly ground: ReferralGround | null;
  readonly sent_at: Instant | null;
  readonly sent_on: Day | null;
  readonly answer_due_on: Day | null;
  readonly keep_days: number;
  readonly answers: readonly GivenAnswer[];
  readonly replies: readonly {
    readonly words: string;
    readonly at: Instant;
    /** The day that was picked among those that the service offers; such a reply has no words. */
    readonly picked_on?: Day;
  }[];
  /** The day on which the service expects the person. */
  readonly next_on: Day | null;
  /** When the service's part was over, whoever ended it. */
  readonly ended_at: Instant | null;
  readonly outcome: ReferralOutcome | null;
  /** How it was for the person; null until the worker has completed the referral. */
  readonly helpful: z.infer<typeof completeReferral>['helpful'] | null;
  readonly closed_at: Instant | null;
  /** What the worker said stood in the way; absent where an answer said it, or nothing did. */
  readonly barrier?: string;
  /** A school that says who came goes on seeing whom it says it of. */
  readonly kept_until?: Day;
  /** The link by which it said so last, and until when that one opens the request. */
  readonly kept_by_link?: { readonly link_id: Id; readonly until: Instant };
}

export interface ReferralState {
  readonly referrals: Readonly<Record<Id, Referral>>;
}

/** What stood in the way of a service, by whoever named it last; null where nothing was named. */
export function barrierOf({ barrier: said, answers }: Referral): string | null {
  if (said !== undefined) return said;
  const named = answers.findLast(({ answer }) => 'barrier' in answer && answer.barrier);
  return named !== undefined && 'barrier' in named.answer ? (named.answer.barrier ?? null) : null;
}

/** Whether a service has let the day pass by which it was asked to answer. */
export function isSilent({ status, answer_due_on }: Referral, today: Day): boolean {
  return status === 'requested' && answer_due_on !== null && answer_due_on < today;
}

/** The days of which one is still to be picked with the person; none where nothing is open. */
export function openOffer({ status, next_on, answers }: Referral): Day[] {
  const last = answers.at(-1)?.answer;
  if (last === undefined || status !== 'accepted' || next_on !== null) return [];
  return offeredDays(last);
}

/** Whether the receiving service still has something to do. */
export function isOpen(referral: Referral): boolean {
  return OPEN_STATUSES.includes(referral.status);
}

/**
 * Whether what a sent referral stood on is gone: consent withdrawn or refused since, and no law. Asked
 * as of the day of sending, so that a consent which only ran out later does not call anything back.
 */
export function isWithdrawn(
  state: Pick<CaseState, 'consent' | 'basis'>,
  referral: Referral,
): boolean {
  if (referral.sent_on === null || referral.ground === null || 'override' in referral.ground) {
    return false;
  }
  const { purpose, organisation_id, sent_on } = referral;
  const then = { consent: asWhenSent(state.consent), basis: state.basis };
  return mayShare(then, purpose, organisation_id, sent_on) === null;
}

/** Whether something more about the person may leave with this referral on a day. */
export function mayLeave(
  state: Pick<CaseState, 'consent' | 'basis'>,
  referral: Referral,
  today: Day,
  barred: readonly Id[] = [],
): boolean {
  if (referral.ground !== null && 'override' in referral.ground) return true;
  return mayShare(state, referral.purpose, referral.organisation_id, today, barred) !== null;
}

/**
 * When the packet vanishes from the receiving service: some days after its answer, or after the day
 * that it named; some days after the referral was ended by the worker. Null = it waits for an answer.
 */
export function vanishesAt(referral: Referral): Instant | null {
  const { ended_at, next_on, status, keep_days, kept_until } = referral;
  const kept =
    kept_until === undefined || status === 'cancelled' ? '' : `${kept_until}T23:59:59.999Z`;
  const later = (until: Instant) => (until > kept ? until : kept);
  if (ended_at !== null) return later(daysAfter(ended_at, keep_days));
  const last = referral.answers.at(-1);
  if (last === undefined || status === 'on-hold' || status === 'requested') return null;
  const moments = [last.at, ...(next_on === null ? [] : [`${next_on}T23:59:59.999Z`])];
  return later(daysAfter(moments.sort().at(-1) ?? last.at, keep_days));
}

/** The organisations to which a packet of this case is open, each until when: their way to answer. */
export function packetReach(
  slice: ReferralState,
): { readonly organisation_id: Id; readonly until: Instant | null }[] {
  const open = new Map<Id, Instant | null>();
  for (const referral of Object.values(slice.referrals)) {
    if (referral.sent_at === null) continue;
    const until = vanishesAt(referral);
    const known = open.get(referral.organisation_id);
    const longer = known === undefined || (known !== null && (until === null || until > known));
    if (longer) open.set(referral.organisation_id, until);
  }
  return [...open].map(([organisation_id, until]) => ({ organisation_id, until }));
}
