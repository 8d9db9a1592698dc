import { z } from 'zod';
import { mayReceive } from '../directory/neighbourhood.ts';
import { type Id, id } from '../id.ts';
import { prose, text } from '../text.ts';
import { day } from '../time.ts';
import { accept, commandKind, type Noun, refuse, stale } from './command.ts';
import { saidByBarred } from './consent-giver.ts';
import { factKind } from './fact.ts';
import { packetTemplate } from './packet-template.ts';
import { nextOn, referralAnswer, statusAfter, statusOf } from './referral-answer.ts';
import { answering, childSaysNo, sending } from './referral-rules.ts';
import {
  completeReferral,
  keepOpen,
  mayLeave,
  type Referral,
  type ReferralState,
  refer,
  referralGround,
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
const replyToReferral = z.strictObject({ ...named, words: text(1000) });
const cancelReferral = z.strictObject({
  ...named,
  reason: z.enum(['not_needed', 'declined_by_client', 'other_service', 'said_in_error', 'other']),
  words: prose.optional(),
});

const referralSent = z.strictObject({
  ...named,
  ground: referralGround,
  sent_on: day,
  answer_due_on: day,
  keep_days: z.int().min(1),
});
const referralAnswered = answerReferral.extend({
  channel: z.enum(['system', 'link', 'phone', 'paper', 'in_person']),
});

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
    referral_completed: factKind({
      version: 1,
      compartment: 'general',
      body: completeReferral,
      apply: (slice: ReferralState, { body, recorded_at: at }): ReferralState =>
        change(slice, body.referral_id, (known) => ({
          ...{ status: statusOf(body.outcome), held: null, next_on: null, closed_at: at },
          ...{ outcome: body.outcome, helpful: body.helpful, ended_at: known.ended_at ?? at },
        })),
    }),
    referral_kept_open: factKind({
      version: 1,
      compartment: 'general',
      body: keepOpen,
      apply: (slice: ReferralState, { body }): ReferralState =>
        change(slice, body.referral_id, () => ({ kept_until: body.until })),
    }),
    referral_cancelled: factKind({
      version: 1,
      compartment: 'general',
      body: cancelReferral,
      apply: (slice: ReferralState, { body, recorded_at: at }): ReferralState =>
        change(slice, body.referral_id, () => ({
          ...{ status: 'cancelled', held: null, next_on: null, closed_at: at, ended_at: at },
        })),
    }),
  },
  commands: {
    refer: commandKind({
      body: refer,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const { model, services } = situation;
        if (state.referral.referrals[body.referral_id] !== undefined) {
          return refuse('already_recorded');
        }
        const template = packetTemplate(model, body.purpose);
        if (template === null) return refuse('purpose_unknown', { purposes: [body.purpose] });
        // A device may not hold the service yet; the server always does and has the last word.
        const service = services?.[body.service_id];
        if (services !== undefined && service?.organisation_id !== body.organisation_id) {
          return refuse('service_unknown');
        }
        if (service !== undefined && !mayReceive(service.organisation_kind)) {
          return refuse('neighbourhood_body');
        }
        if (service !== undefined && service.purpose !== body.purpose) {
          return refuse('service_of_other_purpose');
        }
        if (body.need_id !== undefined && state.need.needs[body.need_id] === undefined) {
          return refuse('need_unknown');
        }
        const beyond = body.fields.filter((field) => !template.fields.includes(field));
        if (beyond.length > 0) return refuse('field_not_in_packet', { fields: beyond });
        // A no to this very service is written down with the draft, which then does not leave.
        const said = body.own_agreement !== 'no' && body;
        if (said && childSaysNo(state, said, situation.now, situation)) {
          return refuse('child_said_no');
        }
        // Somebody who said yes earlier may not decide now: it is asked again before anything leaves.
        const consent_ids = saidByBarred(state, situation);
        return {
          facts: [{ kind: 'referral_prepared', body }],
          ...(consent_ids.length === 0
            ? {}
            : { last: [{ kind: 'consents_to_ask_again', body: { consent_ids } }] }),
        };
      },
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
        if (theirs && answer.kind === 'accept' && answer.on < situation.today) {
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
    complete_referral: commandKind({
      body: completeReferral,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) => {
        const known = state.referral.referrals[body.referral_id];
        if (known === undefined) return refuse('referral_unknown');
        if (known.status === 'draft') return refuse('referral_not_sent');
        if (known.closed_at !== null) return stale('referral_ended');
        return accept({ kind: 'referral_completed', body });
      },
    }),
    cancel_referral: commandKind({
      body: cancelReferral,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) => {
        const known = state.referral.referrals[body.referral_id];
        if (known === undefined) return refuse('referral_unknown');
        if (known.ended_at !== null) return stale('referral_ended');
        return accept({ kind: 'referral_cancelled', body });
      },
    }),
  },
} as const satisfies Noun<'referral'>;
