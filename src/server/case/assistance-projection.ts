import { assistanceOf } from '#domain/case/assistance.ts';
import { moneyOf } from '#domain/case/assistance-limit.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';
import type { Projection } from './projections.ts';

/** The rows of `assistance` that a state means: codes, days and money, never a name or a word. */
export function assistanceRows(state: CaseState) {
  return assistanceOf(state.assistance).map((one) => ({
    ...{ id: one.assistance_id, case_id: state.opening.case_id ?? '' },
    ...{ person_id: state.opening.person_id ?? '', kind: one.kind, given_on: one.on },
    payer_id: one.payer.organisation_id ?? null,
    given_as: one.given.as,
    amount: moneyOf(one)?.amount ?? null,
    currency: moneyOf(one)?.currency ?? null,
    ...{ recorded_at: one.recorded_at, withdrawn: one.withdrawn !== null },
  }));
}

export const assistanceProjection: Projection = {
  kinds: ['assistance_given', 'assistance_withdrawn'],
  async write(acting, facts, state) {
    const said = new Set(
      facts.map((fact) => (fact.body as { assistance_id: string }).assistance_id),
    );
    for (const row of assistanceRows(state).filter(({ id }) => said.has(id))) {
      await keep(acting, row);
    }
  },
  async rewrite(acting, state, caseId) {
    const rows = assistanceRows(state);
    // Only what is gone is deleted: the receipts of the rest hang on their rows.
    let gone = acting.tx.deleteFrom('assistance').where('case_id', '=', caseId);
    if (rows.length > 0) {
      gone = gone.where(
        'id',
        'not in',
        rows.map(({ id }) => id),
      );
    }
    await gone.execute();
    for (const row of rows) await keep(acting, row);
  },
};

async function keep(acting: Acting, row: ReturnType<typeof assistanceRows>[number]): Promise<void> {
  const { id, case_id, ...rest } = row;
  await acting.tx
    .insertInto('assistance')
    .values(row)
    .onConflict((known) => known.columns(['case_id', 'id']).doUpdateSet(rest))
    .execute();
}
