import type { Id } from '../id.ts';
import type { Day, Instant } from '../time.ts';
import { standingPlans } from './safety-plan.ts';
import { nextMeetings } from './session.ts';
import type { CaseState } from './state.ts';
import type { Task } from './task.ts';
import { standingWithholdings } from './withholding.ts';

export type SafetyTaskKind =
  | 'safety_plan_review'
  | 'apart_review'
  | 'session'
  | 'withholding_review';

type End = (day: Day) => Instant;

/** What protects somebody is looked at again; no line of these tells the worker what it is. */
export function safetyTasks(state: CaseState, worker: Id | null, end: End): Task[] {
  const { specialists } = state.assignment;
  const psychosocial = Object.entries(specialists).find(
    ([, { compartment }]) => compartment === 'psychosocial',
  )?.[0];
  return [
    ...standingPlans(state.safety_plan)
      .filter(([, { compartment }]) => compartment === 'protection')
      .map(
        ([ref, { review_on }]): Task => ({
          ...{ kind: 'safety_plan_review', ref, account_id: null, due_at: end(review_on) },
          ...{ compartment: 'protection', details: {} },
        }),
      ),
    // Where no specialist is there yet, the worker at least asks for one.
    ...Object.entries(state.safety_plan.apart).map(
      ([ref, on]): Task => ({
        ...{ kind: 'apart_review', ref, account_id: psychosocial ?? worker, due_at: end(on) },
        details: {},
      }),
    ),
    ...nextMeetings(state).map(
      ([account_id, on]): Task => ({
        ...{ kind: 'session', ref: account_id, account_id, due_at: end(on), details: {} },
      }),
    ),
  ];
}

/** Whoever withheld it, while they work here; else whoever protects children. */
export function withholdingTasks(state: CaseState, end: End): Task[] {
  return standingWithholdings(state.withholding).map(
    ([ref, { review_on, by }]): Task => ({
      ...{ kind: 'withholding_review', ref, due_at: end(review_on) },
      account_id: state.assignment.specialists[by] === undefined ? null : by,
      ...{ compartment: 'protection', details: {} },
    }),
  );
}
