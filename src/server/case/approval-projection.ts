import { sql } from 'kysely';
import type { Fact } from '#domain/case/fact.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';
import { notifyHolders } from '../notification/notify.ts';
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
  async write(acting, facts, state, now) {
    await acting.tx
      .insertInto('approval')
      .values(approvalRows(state))
      .onConflict((conflict) =>
        conflict
          .columns(['case_id', 'id'])
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
    await tellSupervisors(acting, facts, state, now);
  },
  async rewrite(acting, state, caseId) {
    await acting.tx.deleteFrom('approval').where('case_id', '=', caseId).execute();
    const rows = approvalRows(state);
    if (rows.length > 0) await acting.tx.insertInto('approval').values(rows).execute();
  },
};

/** A proposal waits: the supervisors of the file's place are told that there is one. */
async function tellSupervisors(
  acting: Acting,
  facts: readonly Fact[],
  state: CaseState,
  now: Date,
): Promise<void> {
  if (!facts.some((fact) => fact.kind === 'approval_proposed')) return;
  const details = { case_id: state.opening.case_id ?? '' };
  const { place_path } = state.opening;
  await notifyHolders(acting, ['supervisor'], place_path, {
    ...{ kind: 'approval_waiting', details, except: [acting.actor.id], now },
  });
}
