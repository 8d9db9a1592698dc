import { adulthood } from '../people/birth.ts';
import type { Situation } from './command.ts';
import type { ProgrammeModel, Requirement } from './model.ts';
import type { CaseState } from './state.ts';

type Predicate = (state: CaseState, situation: Situation) => boolean;

/** A first answer to every mandatory domain of the model: a value or "declined" (practice.md 1.1). */
const allDomainsAnswered: Predicate = (state, { model }) =>
  model.need_domains.every((domain) => state.need.domains[domain.code] !== undefined);

/**
 * What a stage may ask for, by the names of the model's closed list. There is no expression language:
 * a programme chooses among these, and a new one is code with a test (design 3).
 */
export const PREDICATES: Readonly<Record<Requirement, Predicate>> = {
  identity_known: (_state, { person }) => person.has_name,
  language_known: (_state, { person }) => person.languages.length > 0,
  safety_asked: (state) => state.opening.safety_asked,
  guardian_known: (_state, { person, today }) =>
    adulthood(person.birth ?? undefined, today) === 'adult' || person.guardian_ids.length > 0,
  reception_left: () => true,
  consent_or_basis: (state) => Object.keys(state.consent.records).length > 0,
  worker_assigned: (state) => state.assignment.worker !== null,
  all_domains_answered: allDomainsAnswered,
  assessment_approved: () => true,
  goal_with_step: (state) => state.plan.plan?.goals.some((goal) => goal.steps.length > 0) ?? false,
  plan_agreed: (state) => state.plan.plan?.agreed_by_person ?? false,
  plan_copy_given: (state) => state.plan.plan?.copy_given ?? false,
  plan_approved: () => true,
  service_delivered: (state) =>
    Object.values(state.plan.outcomes).some((outcome) => outcome.outcome === 'done'),
  review_done: () => true,
  closure_summary: () => false,
  feedback_offered: () => false,
  retention_set: () => false,
  closure_approved: () => false,
  check_ins_done: () => false,
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
 * The stage that the case moves on to, or null. From the current stage, when all that it asks for is
 * there: the first later stage of the model whose own conditions hold. A stage whose conditions do
 * not hold (a reception that this person never was in) is passed over; a case never moves back.
 */
export function stageAfter(state: CaseState, situation: Situation): string | null {
  const { stages } = situation.model;
  if (state.opening.case_id === null) return null;
  const first = stages[0];
  if (state.stage.current === null) return first?.code ?? null;
  const at = stages.findIndex((stage) => stage.code === state.stage.current);
  const current = stages[at];
  if (current === undefined || current.phase === 'closed') return null;
  if (unmet(current.leave, state, situation).length > 0) return null;
  const next = stages
    .slice(at + 1)
    .find((stage) => unmet(stage.enter, state, situation).length === 0);
  return next?.code ?? null;
}

/** What a model asks for before the case moves on, with what is there: the file's "next" line. */
export function progress(state: CaseState, situation: Situation) {
  const stage = stageOf(situation.model, state.stage.current);
  return (stage?.leave ?? []).map((name) => ({
    requirement: name,
    met: PREDICATES[name](state, situation),
  }));
}

function stageOf(model: ProgrammeModel, code: string | null) {
  return model.stages.find((stage) => stage.code === code);
}
