import type { Id } from '../id.ts';
import type { Instant } from '../time.ts';
import { openSteps } from './plan.ts';
import type { CaseState } from './state.ts';

/** Something that somebody has to do by a time: pure of facts and model; overdue is a query. */
export interface Task {
  readonly kind: 'step' | 'visit';
  /** The thing it is about: a step, the case itself. */
  readonly ref: string;
  /** Whose list it is on; null = nobody's yet, so the supervisor's. */
  readonly account_id: Id | null;
  readonly due_at: Instant;
  /** Codes and ids only: a list of tasks names no content. */
  readonly details: Readonly<Record<string, string>>;
}

/** The end of a day as an instant: a thing due on a day is not late before the day is over. */
function endOf(day: string): Instant {
  return `${day}T23:59:59.999Z`;
}

/** What is open on a case, in a fixed order so that device and server agree. */
export function tasksOf(state: CaseState): Task[] {
  const account_id = state.assignment.worker?.account_id ?? null;
  const tasks: Task[] = openSteps(state.plan).map((step) => ({
    kind: 'step',
    ref: step.step_id,
    account_id,
    due_at: endOf(step.due_on),
    details: { owner: step.owner },
  }));
  if (state.visit.next_on !== null) {
    tasks.push({
      kind: 'visit',
      ref: state.opening.case_id ?? '',
      account_id,
      due_at: endOf(state.visit.next_on),
      details: {},
    });
  }
  return tasks;
}
