import type { CaseFile } from '../case/case-file.ts';

type Goal = NonNullable<CaseFile['state']['plan']['plan']>['goals'][number];
type Step = Goal['steps'][number];

/** What differs between two versions of a plan, in its own order; words are the person's. */
export type PlanChange =
  | { readonly kind: 'goal_new' | 'goal_gone'; readonly goal: Goal }
  | { readonly kind: 'goal_words'; readonly goal: Goal; readonly before: string }
  | { readonly kind: 'step_new' | 'step_gone'; readonly step: Step }
  | { readonly kind: 'step_moved'; readonly step: Step; readonly before: string };

/** The goals of the plan that was approved last, out of its own fact; none where nothing was approved. */
export function approvedGoals(file: CaseFile): readonly Goal[] {
  const approved = file.state.approval.approved.plan;
  const fact = file.facts.find((one) => one.id === approved);
  return (fact?.body as { goals?: readonly Goal[] } | null | undefined)?.goals ?? [];
}

export function planChanges(before: readonly Goal[], after: readonly Goal[]): PlanChange[] {
  const goals = new Map(before.map((goal) => [goal.goal_id, goal]));
  const steps = new Map(before.flatMap((goal) => goal.steps).map((step) => [step.step_id, step]));
  const kept = new Set(after.map((goal) => goal.goal_id));
  const keptSteps = new Set(after.flatMap((goal) => goal.steps).map((step) => step.step_id));
  return [
    ...after.flatMap((goal): PlanChange[] => [
      ...changeOfGoal(goal, goals.get(goal.goal_id)),
      ...goal.steps.flatMap((step) => changeOfStep(step, steps.get(step.step_id))),
    ]),
    ...before
      .filter((goal) => !kept.has(goal.goal_id))
      .map((goal): PlanChange => ({ kind: 'goal_gone', goal })),
    ...before
      .filter((goal) => kept.has(goal.goal_id))
      .flatMap((goal) => goal.steps)
      .filter((step) => !keptSteps.has(step.step_id))
      .map((step): PlanChange => ({ kind: 'step_gone', step })),
  ];
}

function changeOfGoal(goal: Goal, before: Goal | undefined): PlanChange[] {
  if (before === undefined) return [{ kind: 'goal_new', goal }];
  return before.words === goal.words ? [] : [{ kind: 'goal_words', goal, before: before.words }];
}

function changeOfStep(step: Step, before: Step | undefined): PlanChange[] {
  if (before === undefined) return [{ kind: 'step_new', step }];
  return before.due_on === step.due_on ? [] : [{ kind: 'step_moved', step, before: before.due_on }];
}
