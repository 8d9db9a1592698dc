import { sql } from 'kysely';
import type { CaseState } from '#domain/case/state.ts';
import type { Projection } from './projections.ts';

/** The rows of `approval` that a state of a case means: who proposed what, never a reason. */
export function approvalRows(state: CaseState) {
  const { case_id, person_id } = state.opening;
  return Object.values(state.approval.approvals).map((approval) => ({
    ...{ id: approval.approval_id, case_id: case_id ?? '', person_id: person_id ?? '' },
    ...{ kind: approval.kind, pin: approval.pin, approved_before: approval.before },
    ...{ state: approval.state, proposed_by: approval.proposed_by },
    ...{ proposed_at: approval.proposed_at },
    ...{ decided_by: approval.decided_by, decided_at: approval.decided_at },
  }));
}

export const approvalProjection: Projection = {
  kinds: ['approval_proposed', 'approval_given', 'approval_returned'],
  async write(acting, _facts, state) {
    await acting.tx
      .insertInto('approval')
      .values(approvalRows(state))
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((row) => ({
            state: row.ref('excluded.state'),
            decided_by: row.ref('excluded.decided_by'),
            decided_at: row.ref('excluded.decided_at'),
            xid: sql`pg_current_xact_id()`,
          }))
          // What did not change keeps its transaction: a feed would send it again.
          .whereRef('approval.state', 'is distinct from', 'excluded.state'),
      )
      .execute();
  },
};
