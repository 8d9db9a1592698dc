import type { Id } from '../id.ts';
import type { Day, Instant } from '../time.ts';
import { mattersOf } from './commission-state.ts';
import { openDecisions } from './conference.ts';
import type { CaseState } from './state.ts';
import type { Task } from './task.ts';

/**
 * What commissions and conferences leave to be done: an answer that an agency owes by a day, and what a
 * conference decided. A late answer is the supervisor's to ask for.
 */
export function commissionTasks(
  { commission, conference }: CaseState,
  account_id: Id | null,
  end: (day: Day) => Instant,
): Task[] {
  const answers = mattersOf(commission).flatMap(({ matter_id, status, decision }): Task[] =>
    status !== 'decided' || decision === null
      ? []
      : [
          {
            ...{ kind: 'commission_answer', ref: matter_id, account_id },
            due_at: end(decision.due_on),
            details: { agency: decision.agency, escalate_to: 'supervisor' },
          },
        ],
  );
  const decided = openDecisions(conference).map(
    (one): Task => ({
      ...{ kind: 'conference_decision', ref: one.decision_id, due_at: end(one.due_on) },
      // What a supervisor took on is on the supervisors' list.
      account_id: one.owner === 'supervisor' ? null : account_id,
      details: { owner: one.owner },
    }),
  );
  return [...answers, ...decided];
}
