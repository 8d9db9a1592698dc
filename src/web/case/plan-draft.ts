import { v7 as uuid } from 'uuid';
import type { CommandBodies } from '#domain/case/nouns.ts';
import type { CaseFile } from './case-file.ts';
import { given } from './command-form.tsx';

export type PlanBody = CommandBodies['agree_plan'];
export type GoalDraft = PlanBody['goals'][number];
export type StepDraft = GoalDraft['steps'][number];

/** A plan as it is being written; `seen` = the version on the screen when writing began. */
export interface PlanDraft {
  readonly plan_id: string;
  readonly seen: string | null;
  readonly strengths: string;
  readonly wishes: string;
  readonly goals: readonly GoalDraft[];
  readonly agreed: boolean;
  readonly own: 'yes' | 'no' | 'not_asked' | '';
  readonly copy: boolean;
}

/** What the editor begins with: the version that stands, or one empty goal. A changed plan is agreed anew. */
export function planDraft(file: CaseFile): PlanDraft {
  const { plan } = file.state.plan;
  return {
    plan_id: plan?.plan_id ?? uuid(),
    seen: plan?.by ?? null,
    strengths: plan?.strengths ?? '',
    wishes: plan?.wishes ?? '',
    goals: plan?.goals ?? [newGoal(file)],
    agreed: false,
    own: '',
    copy: false,
  };
}

export function newGoal(file: CaseFile): GoalDraft {
  const { domains } = file.state.need;
  const all = file.model.need_domains.map((one) => one.code);
  const urgent = all.find((code) => domains[code]?.value === 'urgent');
  const some = all.find((code) => domains[code]?.value === 'some');
  return { goal_id: uuid(), domain: urgent ?? some ?? all[0] ?? '', words: '', steps: [] };
}

/** A step, due in two weeks unless said otherwise. */
export function newStep(today: string): StepDraft {
  const due = new Date(`${today}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + 14);
  const due_on = due.toISOString().slice(0, 10);
  return { step_id: uuid(), what: '', owner: 'worker', due_on, sensitive: false };
}

export function planBody(draft: PlanDraft): PlanBody {
  return {
    plan_id: draft.plan_id,
    strengths: given(draft.strengths),
    wishes: given(draft.wishes),
    goals: draft.goals.map((goal) => ({ ...goal, steps: [...goal.steps] })),
    agreed_by_person: draft.agreed,
    own_agreement: draft.own === '' ? undefined : draft.own,
    copy_given: draft.copy,
  };
}
