import { adulthood } from '../people/birth.ts';
import { inForce } from './basis.ts';
import { openCheckIns } from './closure.ts';
import type { Situation } from './command.ts';
import { consents } from './consent.ts';
import { feedbackOffered } from './feedback.ts';
import type { Requirement } from './model.ts';
import { receptionLeft } from './reception.ts';
import { closingIndex } from './stage.ts';
import type { CaseState } from './state.ts';

type Predicate = (state: CaseState, situation: Situation) => boolean;

/**
 * A first answer to every domain of the model: a value or "declined" (practice.md 1.1). Not wishing to be
 * asked about it is an answer too: it holds nobody up.
 */
const allDomainsAnswered: Predicate = ({ need, wish }, { model }) =>
  model.need_domains.every(
    ({ code }) => need.domains[code] !== undefined || wish.silent[code] !== undefined,
  );

/** A yes that holds today for any purpose, or a law that does: a refusal alone is neither. */
const consentOrBasis: Predicate = (state, { model, today }) =>
  model.consent_purposes.some(
    (purpose) => consents(state.consent, purpose.code, null, today) !== null,
  ) || Object.values(state.basis.records).some((basis) => inForce(basis, today));

/** A review since the case came to the stage that it is in. */
const reviewDone: Predicate = ({ review, stage }) =>
  review.reviews.some((one) => stage.since === null || one.recorded_at >= stage.since);

/**
 * What a stage may ask for, by the names of the model's closed list. There is no expression language:
 * a programme chooses among these, and a new one is code with a test (design 3).
 */
export const PREDICATES: Readonly<Record<Requirement, Predicate>> = {
  identity_known: (_state, { person }) => person.has_name,
  language_known: (_state, { person }) => person.languages.length > 0,
  // At the door, or later: who came on an arrival list is asked by the worker, with the other needs.
  safety_asked: ({ opening, need }) => opening.safety_asked || need.domains.safety !== undefined,
  // Who speaks for a child is known too where the guardianship authority does.
  guardian_known: ({ authority_mark }, { person, today }) =>
    adulthood(person.birth ?? undefined, today) === 'adult' ||
    person.guardian_ids.length > 0 ||
    authority_mark.since !== null,
  reception_entered: (state) => state.reception.stays.length > 0,
  reception_left: (state) => receptionLeft(state.reception),
  consent_or_basis: consentOrBasis,
  worker_assigned: (state) => state.assignment.worker !== null,
  all_domains_answered: allDomainsAnswered,
  // The first assessment is approved once; what is asked again later shows as changed since.
  assessment_approved: ({ approval }) => approval.approved.assessment !== undefined,
  goal_with_step: (state) => state.plan.plan?.goals.some((goal) => goal.steps.length > 0) ?? false,
  plan_agreed: (state) => state.plan.plan?.agreed_by_person ?? false,
  plan_copy_given: (state) => state.plan.plan?.copy_given ?? false,
  plan_approved: ({ approval, plan }) =>
    plan.plan !== null && approval.approved.plan === plan.plan.by,
  service_delivered: ({ plan, referral }) =>
    Object.values(plan.outcomes).some(({ outcome }) => outcome === 'done') ||
    Object.values(referral.referrals).some(({ status }) => status === 'completed'),
  review_done: reviewDone,
  closure_summary: ({ closure }) => closure.prepared !== null,
  feedback_offered: (state) => feedbackOffered(state),
  // Completing is prepared with its date: `retention.ts` computes it from the model.
  retention_set: ({ closure }) => (closure.prepared?.retain_until ?? null) !== null,
  closure_approved: ({ approval, closure }) =>
    closure.prepared !== null && approval.approved.closure === closure.prepared.by,
  check_ins_done: ({ closure }) => closure.prepared !== null && openCheckIns(closure).length === 0,
};

/** The requirements of a list that the case does not meet: shown as what is still to do. */
export function unmet(
  requirements: readonly Requirement[],
  state: CaseState,
  situation: Situation,
): readonly Requirement[] {
  return requirements.filter((name) => !PREDICATES[name](state, situation));
}

/**
 * Where a completed case goes: to the ending that its reason names; by way of aftercare where check-ins
 * were planned, and past it where none were.
 */
function afterClosing(state: CaseState, { model }: Situation, at: number): string | null {
  const { prepared } = state.closure;
  if (prepared === null) return null;
  const later = model.stages.slice(at + 1);
  const named = later.find((stage) => stage.code === prepared.stage);
  const aftercare = later.find((stage) => stage.leave.includes('check_ins_done'));
  if (prepared.check_ins.length > 0 && aftercare !== undefined) return aftercare.code;
  const ending = later.find((stage) => stage.phase === 'closed');
  return (named === undefined || named === aftercare ? ending : named)?.code ?? null;
}

/**
 * The stage that the case moves on to, or null. From the current stage, when all that it asks for is
 * there: the first later stage of the model whose own conditions hold. A stage whose conditions do
 * not hold (a reception that this person never was in) is passed over; a case never moves back.
 *
 * Completing is the exception: a support that ends, planned or abrupt, goes to its approval from
 * wherever it stands, and nothing reaches the stages behind that without being prepared.
 */
export function stageAfter(state: CaseState, situation: Situation): string | null {
  const { stages } = situation.model;
  if (state.opening.case_id === null) return null;
  if (state.stage.current === null) return stages[0]?.code ?? null;
  const at = stages.findIndex((stage) => stage.code === state.stage.current);
  const current = stages[at];
  if (current === undefined || current.phase === 'closed') return null;
  const closing = closingIndex(stages);
  if (at < closing && state.closure.prepared !== null) return stages[closing]?.code ?? null;
  if (unmet(current.leave, state, situation).length > 0) return null;
  if (at === closing) return afterClosing(state, situation, at);
  const next = stages
    .slice(at + 1, at < closing ? closing : stages.length)
    .find((stage) => unmet(stage.enter, state, situation).length === 0);
  if (at < closing || next?.phase !== 'closed') return next?.code ?? null;
  // Out of aftercare: to the ending that the reason names, where it names one.
  const named = stages.find((stage) => stage.code === state.closure.prepared?.stage);
  return named?.phase === 'closed' ? named.code : next.code;
}

/** What a model asks for before the case moves on, with what is there: the file's "next" line. */
export function progress(state: CaseState, situation: Situation) {
  const stage = situation.model.stages.find((entry) => entry.code === state.stage.current);
  return (stage?.leave ?? []).map((name) => ({
    requirement: name,
    met: PREDICATES[name](state, situation),
  }));
}
