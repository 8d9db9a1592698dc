import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Fact } from '#domain/case/fact.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { BUSINESS_FACTS } from '../business/business-words.ts';
import { COURSE_FACTS } from '../course/course-fact-words.ts';
import { EMERGENCY_WORDS } from '../emergency-opening/emergency-words.ts';
import { GROUP_FACTS } from '../group/group-words.ts';
import { formatDay, formatMoment } from '../ui/format.ts';
import { WORK_FACTS } from '../work/work-words.ts';
import { AFTERCARE_FACTS } from './aftercare-words.ts';
import { ASSISTANCE_FACTS } from './assistance-words.ts';
import { NEED_WORDS, OUTCOME_WORDS } from './case-words.ts';
import { CHILD_FACTS } from './child-facts.ts';
import { COMMISSION_FACTS } from './commission-words.ts';
import { DOCUMENT_FACTS } from './document-words.ts';
import { HEALTH_FACTS } from './health-words.ts';
import { labelOf } from './labels.ts';
import { REFERRAL_FACTS } from './referral-facts.ts';
import { SAFETY_FACTS } from './safety-words.ts';
import { SCHOOL_FACTS } from './school-words.ts';
import { TRANSFER_FACTS } from './transfer-words.ts';
import { type Names, nameOrElse } from './use-names.ts';
import { WHEREABOUTS_FACTS } from './whereabouts-words.ts';
import { WISH_FACTS } from './wish-words.ts';

/** What a sentence about a fact may need beside its body. */
export interface Telling {
  readonly i18n: I18n;
  readonly model: ProgrammeModel;
  readonly names: Names;
  readonly facts: readonly Fact[];
}
/** What a fact says, read by name: kinds share one table here, and a part may be missing. */
export type Body = Readonly<Record<string, unknown>>;
export type Sentence = (body: Body, telling: Telling) => MessageDescriptor;

/** Each kind of fact as one plain sentence; a new noun adds its lines. What was typed stands below it. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  case_opened: () => msg`The support file was opened.`,
  stage_entered: (body, { i18n, model }) => {
    const stage = labelOf(i18n.locale, model.stages, str(body.stage));
    return msg`New stage: ${stage}`;
  },
  model_changed: (body) => {
    const version = String(body.to);
    return msg`The support file follows version ${version} of the programme model from now on.`;
  },
  worker_assigned: (body, telling) => {
    const name = nameOrElse(telling, body.account_id);
    return msg`${name} is the support worker.`;
  },
  specialist_assigned: (body, telling) => {
    const name = nameOrElse(telling, body.account_id);
    return msg`${name} works with the person as a specialist.`;
  },
  specialist_released: (body, telling) => {
    const name = nameOrElse(telling, body.account_id);
    return msg`${name} no longer works with the person.`;
  },
  consent_recorded: (body, telling) => {
    const purposes = purposesOf(body, telling);
    return body.decision === 'given'
      ? msg`Consent: yes. ${purposes}`
      : msg`Consent: no. ${purposes}`;
  },
  consent_withdrawn: () => msg`A consent was taken back.`,
  legal_basis_recorded: (body, telling) => {
    const purposes = purposesOf(body, telling);
    return msg`A legal basis was written down. ${purposes}`;
  },
  needs_assessed: (body, { i18n, model }) => {
    const answers = listed(body.answers).map((one) => {
      const value = NEED_WORDS[one.value as keyof typeof NEED_WORDS];
      return `${labelOf(i18n.locale, model.need_domains, str(one.domain))}: ${value ? i18n._(value) : ''}`;
    });
    const text = answers.join('; ');
    return msg`Needs: ${text}`;
  },
  need_identified: (body) => (body.urgent ? msg`An urgent need.` : msg`A need.`),
  need_resolved: (body, { facts }) => {
    const need = facts.find(
      (fact) => fact.kind === 'need_identified' && (fact.body as Body)?.need_id === body.need_id,
    );
    const words = str((need?.body as Body | undefined)?.words);
    return msg`Help was found for: ${words}`;
  },
  plan_agreed: () => msg`A plan was agreed on.`,
  plan_revised: () => msg`The plan was changed.`,
  plan_copy_given: () => msg`The person was given a copy of the plan.`,
  step_completed: (body, { i18n, facts }) => {
    const step = stepWords(facts, str(body.step_id));
    const outcome = i18n._(OUTCOME_WORDS[body.outcome as keyof typeof OUTCOME_WORDS]);
    return msg`Step: ${step} (${outcome})`;
  },
  visit_recorded: (body, { i18n, model }) => {
    const kind = labelOf(i18n.locale, model.visit_kinds, str(body.kind));
    const on = formatDay(i18n.locale, str(body.on));
    return body.met ? msg`${kind} on ${on}.` : msg`${kind} on ${on}: not reached.`;
  },
  visit_words: () => msg`Words about a visit that only some may read.`,
  review_recorded: () => msg`The plan was looked at again.`,
  milestone_reached: (body, { i18n, model }) => {
    const milestone = labelOf(i18n.locale, model.milestones, str(body.code));
    const on = formatDay(i18n.locale, str(body.on));
    return msg`Milestone on ${on}: ${milestone}`;
  },
  approval_proposed: (body, { i18n, model }) => {
    const what = labelOf(i18n.locale, model.approvals, str(body.kind));
    return msg`Put before the supervisor: ${what}`;
  },
  approval_given: () => msg`The supervisor approved.`,
  approval_returned: () => msg`The supervisor gave it back.`,
  closure_prepared: (body, { i18n, model }) => {
    const reason = labelOf(i18n.locale, model.closure_reasons, str(body.reason));
    return msg`Completion of support was prepared: ${reason}`;
  },
  case_reopened: () => msg`Support was taken up again.`,
  note_added: () => msg`A note.`,
  note_words: () => msg`A note that only some may read.`,
  concern_raised: () => msg`Worry about somebody’s safety.`,
  concern_closed: () => msg`A worry was looked into.`,
  authority_request_recorded: () => msg`An authority asked for something.`,
  fact_corrected: () => msg`Something was corrected.`,
  content_erased: () => msg`Something was erased.`,
  opened_in_emergency: (body, { i18n }) => {
    const reason = i18n._(EMERGENCY_WORDS[body.reason as keyof typeof EMERGENCY_WORDS]);
    const until = formatMoment(i18n.locale, str(body.until));
    return msg`Opened in an emergency, until ${until}: ${reason}.`;
  },
  emergency_words: () => msg`Why this file was opened in an emergency.`,
  emergency_reviewed: (body) =>
    body.outcome === 'in_order'
      ? msg`An opening in an emergency was in order.`
      : msg`An opening in an emergency was not in order.`,
  ...CHILD_FACTS,
  ...REFERRAL_FACTS,
  ...WHEREABOUTS_FACTS,
  ...DOCUMENT_FACTS,
  ...SAFETY_FACTS,
  ...COURSE_FACTS,
  ...GROUP_FACTS,
  ...WISH_FACTS,
  ...COMMISSION_FACTS,
  ...ASSISTANCE_FACTS,
  ...AFTERCARE_FACTS,
  ...TRANSFER_FACTS,
  ...SCHOOL_FACTS,
  ...HEALTH_FACTS,
  ...WORK_FACTS,
  ...BUSINESS_FACTS,
};

/** The sentence of a fact, and the words that somebody typed with it. */
export function tell(fact: Fact, telling: Telling): { text: string; words: readonly string[] } {
  const { i18n } = telling;
  if (fact.body === null) return { text: i18n._(msg`This was erased.`), words: [] };
  const sentence = SENTENCES[fact.kind];
  const body = fact.body as Body;
  const text = sentence === undefined ? msg`An entry.` : sentence(body, telling);
  return { text: i18n._(text), words: wordsIn(body) };
}

const TYPED = ['words', 'missing', 'summary', 'reason_words', 'note', 'first_words', 'child_words'];

function wordsIn(body: Body): readonly string[] {
  const reason = typeof body.reason === 'string' && /\s/.test(body.reason) ? [body.reason] : [];
  const own = TYPED.map((key) => str(body[key])).filter((text) => text !== '');
  return [...own, ...reason];
}

function purposesOf(body: Body, { i18n, model }: Telling): string {
  return (Array.isArray(body.purposes) ? body.purposes : [])
    .map((code: unknown) => labelOf(i18n.locale, model.consent_purposes, str(code)))
    .join(', ');
}

function stepWords(facts: readonly Fact[], stepId: string): string {
  for (const fact of facts.toReversed()) {
    for (const goal of listed((fact.body as Body | null)?.goals)) {
      const step = listed(goal.steps).find((one) => one.step_id === stepId);
      if (step !== undefined) return str(step.what);
    }
  }
  return '…';
}

function str(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listed(value: unknown): readonly Body[] {
  return Array.isArray(value) ? value : [];
}
