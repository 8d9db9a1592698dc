import { milestonesOf } from '#domain/case/milestone.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Projection } from './projections.ts';

/** The rows of `milestone` that a state of a case means: codes and days, never words. */
export function milestoneRows(state: CaseState) {
  const { case_id, person_id } = state.opening;
  return milestonesOf(state.milestone).map((milestone) => ({
    ...{ id: milestone.milestone_id, case_id: case_id ?? '', person_id: person_id ?? '' },
    ...{ code: milestone.code, reached_on: milestone.on, recorded_at: milestone.recorded_at },
  }));
}

export const milestoneProjection: Projection = {
  kinds: ['milestone_reached'],
  async write(acting, facts, state) {
    const said = new Set(facts.map((fact) => (fact.body as { milestone_id: string }).milestone_id));
    const rows = milestoneRows(state).filter((row) => said.has(row.id));
    await acting.tx.insertInto('milestone').values(rows).execute();
  },
  async rewrite(acting, state, caseId) {
    await acting.tx.deleteFrom('milestone').where('case_id', '=', caseId).execute();
    const rows = milestoneRows(state);
    if (rows.length > 0) await acting.tx.insertInto('milestone').values(rows).execute();
  },
};
