import type { CaseState } from '#domain/case/state.ts';
import type { Projection } from './projections.ts';

/** The rows of `authority_request` that a state means: that somebody asked, and how it ended. */
export function authorityRequestRows(state: CaseState) {
  return Object.values(state.authority_request.requests).map((one) => ({
    ...{ id: one.request_id, case_id: state.opening.case_id ?? '', outcome: one.outcome },
    ...{ authority: one.authority ?? null, told_person: one.told_person },
    ...{ asked_on: one.asked_on, recorded_by: one.recorded_by, recorded_at: one.recorded_at },
  }));
}

export const authorityRequestProjection: Projection = {
  kinds: ['authority_request_recorded'],
  async write(acting, facts, state) {
    const said = new Set(facts.map((fact) => (fact.body as { request_id: string }).request_id));
    const rows = authorityRequestRows(state).filter(({ id }) => said.has(id));
    await acting.tx.insertInto('authority_request').values(rows).execute();
  },
  async rewrite(acting, state, caseId) {
    await acting.tx.deleteFrom('authority_request').where('case_id', '=', caseId).execute();
    const rows = authorityRequestRows(state);
    if (rows.length > 0) await acting.tx.insertInto('authority_request').values(rows).execute();
  },
};
