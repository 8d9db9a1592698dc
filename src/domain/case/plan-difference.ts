import type { Id } from '../id.ts';
import type { Fact } from './fact.ts';
import type { Plan } from './plan.ts';

type Goal = Plan['goals'][number];
type Step = Goal['steps'][number];
export type Mark = 'new' | 'changed' | 'gone' | 'same';

/** A version of the plan as it was agreed, by the fact that said it. */
export interface PlanVersion extends Pick<Plan, 'goals' | 'strengths' | 'wishes'> {
  readonly version: number;
  readonly by: Id;
}

interface Compared<T> {
  readonly id: Id;
  readonly mark: Mark;
  readonly before: T | null;
  readonly after: T | null;
}
export interface ComparedGoal extends Compared<Goal> {
  readonly steps: readonly Compared<Step>[];
}

/** Every version of a plan that is still to be read, the first one first; erased ones keep their number. */
export function planVersions(facts: readonly Fact[]): readonly PlanVersion[] {
  return facts
    .filter(({ kind }) => kind === 'plan_agreed' || kind === 'plan_revised')
    .flatMap(({ id, body }, at) =>
      body === null
        ? []
        : [{ ...(body as Omit<PlanVersion, 'version' | 'by'>), version: at + 1, by: id }],
    );
}

/**
 * Two versions side by side: what is new, changed, gone or the same, in the order of the later one, with
 * what went at the end. A goal whose steps changed is changed too.
 */
export function comparePlans(
  before: readonly Goal[],
  after: readonly Goal[],
): readonly ComparedGoal[] {
  return paired(before, after, ({ goal_id }) => goal_id).map(({ id, one, other }) => {
    const steps = paired(one?.steps ?? [], other?.steps ?? [], ({ step_id }) => step_id).map(
      (pair) => compared(pair, sameStep),
    );
    const all = compared({ id, one, other }, sameGoal);
    const mark =
      all.mark === 'same' && steps.some((step) => step.mark !== 'same') ? 'changed' : all.mark;
    return { ...all, mark, steps };
  });
}

interface Pair<T> {
  readonly id: Id;
  readonly one: T | undefined;
  readonly other: T | undefined;
}

function paired<T>(before: readonly T[], after: readonly T[], idOf: (one: T) => Id): Pair<T>[] {
  const known = new Map(before.map((one) => [idOf(one), one]));
  const kept = new Set(after.map(idOf));
  return [
    ...after.map((other) => ({ id: idOf(other), one: known.get(idOf(other)), other })),
    ...before
      .filter((one) => !kept.has(idOf(one)))
      .map((one) => ({ id: idOf(one), one, other: undefined })),
  ];
}

function compared<T>({ id, one, other }: Pair<T>, same: (a: T, b: T) => boolean): Compared<T> {
  const pair = { id, before: one ?? null, after: other ?? null };
  if (one === undefined) return { ...pair, mark: 'new' };
  if (other === undefined) return { ...pair, mark: 'gone' };
  return { ...pair, mark: same(one, other) ? 'same' : 'changed' };
}

function sameGoal(one: Goal, other: Goal): boolean {
  return one.words === other.words && one.domain === other.domain;
}

function sameStep(one: Step, other: Step): boolean {
  const { what, owner, due_on, sensitive } = one;
  return (
    what === other.what &&
    owner === other.owner &&
    due_on === other.due_on &&
    sensitive === other.sensitive
  );
}
