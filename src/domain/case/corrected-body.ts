import type { z } from 'zod';
import { fieldProblems } from '../field-problem.ts';
import { compareAmounts } from '../money.ts';
import type { Problem } from '../problem.ts';
import { type Assistance, assistance } from './assistance.ts';
import { limitOver, moneyOf } from './assistance-limit.ts';
import { authorityRequest } from './authority-request.ts';
import { closure } from './closure.ts';
import type { Situation } from './command.ts';
import { commission } from './commission.ts';
import { concern } from './concern.ts';
import { document } from './document.ts';
import { health } from './health.ts';
import { lifeEvent } from './life-event.ts';
import { milestone } from './milestone.ts';
import { need } from './need.ts';
import { note } from './note.ts';
import { pause } from './pause.ts';
import { plan } from './plan.ts';
import { reception } from './reception.ts';
import { referral } from './referral.ts';
import { review } from './review.ts';
import { schooling } from './schooling.ts';
import { session } from './session.ts';
import type { CaseState } from './state.ts';
import { visit } from './visit.ts';

/**
 * What can be corrected. What others stand on is said anew instead, so that nobody's approval, consent
 * or sent packet changes behind their back: consent, legal basis, assessment, plan, closure, referral.
 */
const CORRECTABLE = {
  visit_recorded: visit.facts.visit_recorded,
  visit_words: visit.facts.visit_words,
  note_added: note.facts.note_added,
  note_words: note.facts.note_words,
  need_identified: need.facts.need_identified,
  need_resolved: need.facts.need_resolved,
  step_completed: plan.facts.step_completed,
  milestone_reached: milestone.facts.milestone_reached,
  document_lodged: document.facts.document_lodged,
  document_queried: document.facts.document_queried,
  document_supplied: document.facts.document_supplied,
  document_refused: document.facts.document_refused,
  document_appealed: document.facts.document_appealed,
  document_in_court: document.facts.document_in_court,
  document_decided: document.facts.document_decided,
  document_issued: document.facts.document_issued,
  matter_decided: commission.facts.matter_decided,
  matter_answered: commission.facts.matter_answered,
  assistance_given: assistance.facts.assistance_given,
  school_started: schooling.facts.school_started,
  school_test_done: schooling.facts.school_test_done,
  vaccination_recorded: health.facts.vaccination_recorded,
  life_event_recorded: lifeEvent.facts.life_event_recorded,
  review_recorded: review.facts.review_recorded,
  check_in_ended: closure.facts.check_in_ended,
  reception_entered: reception.facts.reception_entered,
  reception_left: reception.facts.reception_left,
  pause_started: pause.facts.pause_started,
  pause_ended: pause.facts.pause_ended,
  referral_completed: referral.facts.referral_completed,
  session_recorded: session.facts.session_recorded,
  concern_raised: concern.facts.concern_raised,
  authority_request_recorded: authorityRequest.facts.authority_request_recorded,
} as const;

type Correctable = keyof typeof CORRECTABLE;

export function isCorrectable(kind: string): kind is Correctable {
  return Object.hasOwn(CORRECTABLE, kind);
}

/** What a thing is stays: its ids, its code, by when it has to be looked into. */
const STAYS = /(_id|^code|^due_at|^about|^conflicting)$/;
/** Days on which something was; none lies ahead. */
const DAYS = ['on', 'from', 'asked_on', 'decided_on'];

type Body = Readonly<Record<string, unknown>>;

/** The new body of a fact with its version, or what is wrong with it. `now` is what it says until now. */
export function correctedBody(
  kind: string,
  now: object,
  asked: Body,
  { situation, state }: { readonly situation: Situation; readonly state: CaseState },
): { readonly version: number; readonly body: object } | { readonly problem: Problem } {
  if (!isCorrectable(kind)) return { problem: { code: 'not_correctable' } };
  if (isAboutActor(kind, now, situation)) return { problem: { code: 'concern_of_your_own' } };
  const { body, version } = CORRECTABLE[kind];
  const parsed = (body as z.ZodType<object>).safeParse(asked);
  if (!parsed.success) {
    const fields = fieldProblems(parsed.error.issues, 'body.body', asked);
    return { problem: { code: 'invalid_input', fields } };
  }
  const [before, after] = [now as Body, parsed.data as Body];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const moved = [...names].filter((name) => STAYS.test(name) && !same(before[name], after[name]));
  if (moved.length > 0) return { problem: { code: 'not_correctable', details: { fields: moved } } };
  const ahead = DAYS.some((name) => String(after[name] ?? '') > situation.today);
  if (ahead) return { problem: { code: 'day_in_the_future' } };
  const wrong =
    codeProblem(kind, after, situation) ?? raisedProblem(kind, before, after, { situation, state });
  return wrong ?? { version, body: parsed.data };
}

/** Whoever a concern is about does not put it in other words: urgent would be made to wait. */
function isAboutActor(kind: Correctable, now: object, { actor }: Situation): boolean {
  const { about } = now as { about?: { account_id?: string } };
  return kind === 'concern_raised' && about?.account_id === actor.id;
}

function codeProblem(kind: Correctable, body: Body, { model, person }: Situation) {
  const knows = (list: readonly { code: string }[], code: unknown) =>
    list.some((entry) => entry.code === code);
  if (kind === 'visit_recorded' && !knows(model.visit_kinds, body.kind)) {
    return { problem: { code: 'visit_kind_unknown' } } as const;
  }
  if (kind === 'need_identified' && !knows(model.need_domains, body.domain)) {
    return { problem: { code: 'need_domain_unknown' } } as const;
  }
  if (kind === 'pause_started' && !knows(model.pause_reasons, body.reason)) {
    return { problem: { code: 'pause_reason_unknown' } } as const;
  }
  const agencies = model.commissions?.agencies ?? [];
  if (kind === 'matter_decided' && !knows(agencies, body.agency)) {
    return { problem: { code: 'agency_unknown' } } as const;
  }
  if (kind === 'assistance_given' && !knows(model.assistance?.kinds ?? [], body.kind)) {
    return { problem: { code: 'assistance_kind_unknown' } } as const;
  }
  const born = person.birth?.date;
  if (kind === 'vaccination_recorded' && born !== undefined && String(body.on) < born) {
    return { problem: { code: 'day_before_birth' } } as const;
  }
  const reasons = model.documents?.refusal_reasons ?? [];
  if (kind === 'document_refused' && !knows(reasons, body.reason)) {
    return { problem: { code: 'refusal_reason_unknown' } } as const;
  }
  return null;
}

/** A correction is no way around the supervisor: what is over the limit is not made more by one. */
function raisedProblem(
  kind: Correctable,
  before: Body,
  after: Body,
  { situation, state }: { readonly situation: Situation; readonly state: CaseState },
) {
  if (kind !== 'assistance_given') return null;
  const [was, gift] = [before, after].map((one) => one as unknown as Assistance);
  if (was === undefined || gift === undefined) return null;
  const [then, now] = [moneyOf(was), moneyOf(gift)];
  const given = Object.values(state.assistance.given);
  const limit = limitOver(situation.model, given, { ...gift, worth: now });
  if (limit === null || now === null) return null;
  const as_before = was.kind === gift.kind && then?.currency === now.currency;
  // Another payer or day may put it beside other gifts.
  const beside = limit.together && !(same(was.payer, gift.payer) && was.on === gift.on);
  if (as_before && !beside && compareAmounts(now.amount, then.amount) <= 0) return null;
  return { problem: { code: 'assistance_over_limit', details: { ...limit.above } } } as const;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
