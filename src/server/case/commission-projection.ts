import { mattersOf } from '#domain/case/commission-state.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Projection } from './projections.ts';

/** The rows of `commission_matter` that a state means: where each matter stands, without its words. */
export function commissionRows(state: CaseState) {
  return mattersOf(state.commission).map(
    ({ matter_id, commission, session_on, decision, over_on }) => ({
      ...{ id: matter_id, case_id: state.opening.case_id ?? '' },
      ...{ person_id: state.opening.person_id ?? '', commission, session_on },
      ...{ agency: decision?.agency ?? null, decided_on: decision?.decided_on ?? null },
      ...{ due_on: decision?.due_on ?? null, over_on },
    }),
  );
}

export const commissionProjection: Projection = {
  kinds: ['matter_put', 'matter_decided', 'matter_answered', 'matter_withdrawn'],
  async write(acting, facts, state) {
    const said = new Set(facts.map((fact) => (fact.body as { matter_id: string }).matter_id));
    for (const row of commissionRows(state).filter(({ id }) => said.has(id))) {
      const { id, case_id, ...rest } = row;
      await acting.tx
        .insertInto('commission_matter')
        .values(row)
        .onConflict((known) => known.columns(['case_id', 'id']).doUpdateSet(rest))
        .execute();
    }
  },
  async rewrite(acting, state, caseId) {
    await acting.tx.deleteFrom('commission_matter').where('case_id', '=', caseId).execute();
    const rows = commissionRows(state);
    if (rows.length > 0) await acting.tx.insertInto('commission_matter').values(rows).execute();
  },
};
