import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { prose, text } from '../text.ts';
import { day } from '../time.ts';
import { accept, commandKind, type Noun, refuse, stale } from './command.ts';
import { saidByBarred } from './consent-giver.ts';
import { factKind } from './fact.ts';
import {
  isStillNeeded,
  nextOn,
  offeredDays,
  referralAnswer,
  statusAfter,
  statusOf,
} from './referral-answer.ts';
import { preparing } from './referral-prepare.ts';
import { answering, childSaysNo, endProblem, picking, sending } from './referral-rules.ts';
import {
  barrierOf,
  cancelReferral,
  completeReferral,
  keepOpen,
  mayLeave,
  type Referral,
  type ReferralState,
  refer,
  referralAnswered,
  referralSent,
  vanishesAt,
} from './referral-state.ts';
import { mayShare } from './sharing.ts';

const named = { referral_id: id };
const sendReferral = z.strictObject(named);
const overrideReferral = z.strictObject({
  ...named,
  reason: z.enum(['vital_interest', 'child_protection', 'cannot_be_asked', 'other']),
  words: prose,
});
const answerReferral = z.strictObject({ ...named, answer: referralAnswer });
const recordAnswer = answerReferral.extend({ channel: z.enum(['phone', 'paper', 'in_person']) });
const pickDay = z.strictObject({ ...named, on: day });
const replyToReferral = z.strictObject({ ...named, words: text(1000) });

/** Changes one referral; one whose first fact was erased stays away. */
function change(
  slice: ReferralState,
  referralId: Id,
  to: (known: Referral) => Partial<Referral>,
): ReferralState {
  const known = slice.referrals[referralId];
  if (known === undefined) return slice;
  return { referrals: { ...slice.referrals, [referralId]: { ...known, ...to(known) } } };
}

/** A referral to a service: prepared, sent on consent or law, answered, and ended with its outcome. */
export const referral = {
  slice: 'referral',
  initial: { referrals: {} } as ReferralState,
  facts: {
    referral_prepared: factKind({
      version: 1,
      compartment: 'general',
      body: refer,
      apply: (slice: ReferralState, fact): ReferralState => ({
        referrals: {
          ...slice.referrals,
          [fact.body.referral_id]: {
            ...fact.body,
            ...{ prepared_at: fact.recorded_at, status: 'draft', held: null, ground: null },
            ...{ sent_at: null, sent_on: null, answer_due_on: null, keep_days: 1 },
            ...{ answers: [], replies: [], next_on: null, ended_at: null, outcome: null },
            ...{ helpful: null, closed_at: null },
          },
        },
      }),
    }),
    referral_sent: factKind({
      version: 1,
      compartment: 'general',
      body: referralSent,
      apply: (slice: ReferralState, { body, recorded_at }): ReferralState =>
        change(slice, body.referral_id, () => ({
          ...{ status: 'requested', ground: body.ground, sent_at: recorded_at },
          ...{ sent_on: body.sent_on, answer_due_on: body.answer_due_on },
          keep_days: body.keep_days,
        })),
    }),
    referral_answered: factKind({
      version: 1,
      compartment: 'general',
      body: referralAnswered,
      apply: (slice: ReferralState, { id: by, body, recorded_at: at }): ReferralState =>
        change(slice, body.referral_id, (known) => {
          const { answer, channel } = body;
          const status = statusAfter(answer);
          const ends = status === 'rejected' || answer.kind === 'done';
          return {
            status,
            held: answer.kind === 'ask' ? (known.held ?? known.status) : null,
            answers: [...known.answers, { by, at, channel, answer }],
            next_on: answer.kind === 'ask' ? known.next_on : nextOn(answer),
            ended_at: ends ? at : null,
            outcome: answer.kind === 'done' ? answer.outcome : known.outcome,
          };
        }),
    }),
    referral_replied: factKind({
      version: 1,
      compartment: 'general',
      body: replyToReferral,
      apply: (slice: ReferralState, { body, recorded_at }): ReferralState =>
        change(slice, body.referral_id, (known) => ({
          status: known.held ?? 'requested',
          held: null,
          replies: [...known.replies, { words: body.words, at: recorded_at }],
        })),
    }),
    referral_day_picked: factKind({
      version: 1,
      compartment: 'general',
      body: pickDay,
      apply: (slice: ReferralState, { body, recorded_at: at }): ReferralState =>
        change(slice, body.referral_id, (known) => ({
          next_on: body.on,
          replies: [...known.replies, { words: '', at, picked_on: body.on }],
        })),
    }),
    referral_completed: factKind({
      version: 1,
      compartment: 'general',
      body: completeReferral,
      apply: (slice: ReferralState, { body, recorded_at: at }): ReferralState =>
        change(slice, body.referral_id, (known) => ({
          ...{ status: statusOf(body.outcome), held: null, next_on: null, closed_at: at },
          ...{ outcome: body.outcome, helpful: body.helpful, ended_at: known.ended_at ?? at },
          ...(body.barrier === undefined ? {} : { barrier: body.barrier }),
        })),
    }),
    referral_kept_open: factKind({
      version: 1,
      compartment: 'general',
      body: keepOpen,
      apply: (slice: ReferralState, { body, actor }): ReferralState =>
        change(slice, body.referral_id, () => ({
          kept_until: body.until,
          ...(actor.kind === 'link'
            ? { kept_by_link: { link_id: actor.id, until: `${body.until}T23:59:59.999Z` } }
            : {}),
        })),
    }),
    referral_cancelled: factKind({
      version: 1,
      compartment: 'general',
      body: cancelReferral,
      apply: (slice: ReferralState, { body, recorded_at: at }): ReferralState =>
        change(slice, body.referral_id, () => ({
          ...{ status: 'cancelled', held: null, next_on: null, closed_at: at, ended_at: at },
          ...(body.barrier === undefined ? {} : { barrier: body.barrier }),
        })),
    }),
  },
  commands: {
    refer: commandKind({
      body: refer,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => preparing(state, body, situation),
    }),
    send_referral: commandKind({
      body: sendReferral,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const known = state.referral.referrals[body.referral_id];
        if (known === undefined) return refuse('referral_unknown');
        if (known.status !== 'draft') return stale('referral_sent_already');
        if (childSaysNo(state, known, known.prepared_at, situation)) return refuse('child_said_no');
        const { purpose, organisation_id } = known;
        const barred = saidByBarred(state, situation);
        const ground = mayShare(state, purpose, organisation_id, situation.today, barred);
        return ground === null
          ? refuse('consent_missing')
          : accept(sending(known, ground, situation));
      },
    }),
    override_referral: commandKind({
      body: overrideReferral,
      verb: 'override',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const known = state.referral.referrals[body.referral_id];
        if (known === undefined) return refuse('referral_unknown');
        if (known.status !== 'draft') return stale('referral_sent_already');
        if (childSaysNo(state, known, known.prepared_at, situation)) return refuse('child_said_no');
        const { purpose, organisation_id } = known;
        const barred = saidByBarred(state, situation);
        if (mayShare(state, purpose, organisation_id, situation.today, barred) !== null) {
          return refuse('override_not_needed');
        }
        const ground = { override: body.reason, words: body.words };
        return accept(sending(known, ground, situation));
      },
    }),
    answer_referral: commandKind({
      body: answerReferral,
      verb: 'answer',
      compartment: 'general',
      onClosed: true,
      decide: (state, command, situation) => {
        const known = state.referral.referrals[command.body.referral_id];
        const until = known === undefined ? null : vanishesAt(known);
        // Another organisation's, not sent, or vanished: to this service there is no such referral.
        const theirs =
          known !== undefined &&
          known.status !== 'draft' &&
          known.organisation_id === situation.organisation_id &&
          (until === null || until > situation.now);
        const { answer } = command.body;
        if (theirs && offeredDays(answer).some((on) => on < situation.today)) {
          return refuse('day_in_the_past');
        }
        return answering(theirs ? known : undefined, command, situation, 'system');
      },
    }),
    record_answer: commandKind({
      body: recordAnswer,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, situation) =>
        answering(
          state.referral.referrals[command.body.referral_id],
          command,
          situation,
          command.body.channel,
        ),
    }),
    reply_to_referral: commandKind({
      body: replyToReferral,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const known = state.referral.referrals[body.referral_id];
        if (known === undefined) return refuse('referral_unknown');
        if (known.status !== 'on-hold') return stale('referral_not_asked');
        const barred = saidByBarred(state, situation);
        if (!mayLeave(state, known, situation.today, barred)) return refuse('consent_missing');
        return accept({ kind: 'referral_replied', body });
      },
    }),
    pick_day: commandKind({
      body: pickDay,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => picking(state, body, situation),
    }),
    complete_referral: commandKind({
      body: completeReferral,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const known = state.referral.referrals[body.referral_id];
        if (known === undefined) return refuse('referral_unknown');
        if (known.status === 'draft') return refuse('referral_not_sent');
        if (known.closed_at !== null) return stale('referral_ended');
        const barrier = body.barrier ?? barrierOf(known) ?? undefined;
        const unmet = statusOf(body.outcome) === 'failed';
        return (
          endProblem({ ...body, barrier }, unmet, situation) ??
          accept({ kind: 'referral_completed', body })
        );
      },
    }),
    cancel_referral: commandKind({
      body: cancelReferral,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const known = state.referral.referrals[body.referral_id];
        if (known === undefined) return refuse('referral_unknown');
        if (known.ended_at !== null) return stale('referral_ended');
        const needed = known.sent_at !== null && isStillNeeded(body.reason);
        return endProblem(body, needed, situation) ?? accept({ kind: 'referral_cancelled', body });
      },
    }),
  },
} as const satisfies Noun<'referral'>;
