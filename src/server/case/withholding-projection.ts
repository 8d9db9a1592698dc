import type { CaseState } from '#domain/case/state.ts';
import type { Projection } from './projections.ts';

/** The rows of `withholding` that a state means: what the person's own log leaves out, and until when. */
export function withholdingRows(state: CaseState) {
  return Object.entries(state.withholding.withheld).map(([id, one]) => {
    const { what } = one;
    const span =
      what.kind === 'readings'
        ? {
            roles: [...what.roles],
            from_day: what.from,
            until_day: what.until ?? null,
            fact_ids: [],
          }
        : { roles: [], from_day: null, until_day: null, fact_ids: [...what.fact_ids] };
    return {
      ...{ id, case_id: state.opening.case_id ?? '', ...span, reason: one.reason },
      ...{ review_on: one.review_on, withheld_by: one.by, withheld_at: one.at },
      ended_at: one.ended_at,
    };
  });
}

export const withholdingProjection: Projection = {
  kinds: ['log_withheld', 'withholding_reviewed'],
  async write(acting, _facts, state) {
    for (const row of withholdingRows(state)) {
      const { review_on, ended_at } = row;
      await acting.tx
        .insertInto('withholding')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['case_id', 'id']).doUpdateSet({ review_on, ended_at }),
        )
        .execute();
    }
  },
  async rewrite(acting, state, caseId) {
    await acting.tx.deleteFrom('withholding').where('case_id', '=', caseId).execute();
    const rows = withholdingRows(state);
    if (rows.length > 0) await acting.tx.insertInto('withholding').values(rows).execute();
  },
};
