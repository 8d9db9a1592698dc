import type { Fact } from '#domain/case/fact.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';
import { notifyHolders } from '../notification/notify.ts';
import type { Projection } from './projections.ts';

/** The rows of `emergency_opening` that a state means. */
export function emergencyOpeningRows(state: CaseState) {
  return Object.values(state.emergency_opening.openings).map((one) => ({
    ...{ id: one.opening_id, case_id: state.opening.case_id ?? '', reason: one.reason },
    ...{ words: one.words, opened_by: one.opened_by, role: one.role },
    ...{ opened_at: one.opened_at, until: one.until },
    reviewed_by: one.review?.by ?? null,
    reviewed_at: one.review?.at ?? null,
    outcome: one.review?.outcome ?? null,
    review_words: one.review?.words ?? null,
  }));
}

export const emergencyOpeningProjection: Projection = {
  kinds: ['opened_in_emergency', 'emergency_reviewed'],
  async write(acting, facts, state, now) {
    for (const row of emergencyOpeningRows(state).filter(({ id }) => said(facts, id))) {
      const { reviewed_by, reviewed_at, outcome, review_words } = row;
      await acting.tx
        .insertInto('emergency_opening')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['case_id', 'id'])
            .doUpdateSet({ reviewed_by, reviewed_at, outcome, review_words }),
        )
        .execute();
    }
    for (const fact of facts) await tellOf(acting, fact, state, now);
  },
  async rewrite(acting, state, caseId) {
    await acting.tx.deleteFrom('emergency_opening').where('case_id', '=', caseId).execute();
    const rows = emergencyOpeningRows(state);
    if (rows.length > 0) await acting.tx.insertInto('emergency_opening').values(rows).execute();
  },
};

function said(facts: readonly Fact[], openingId: string): boolean {
  return facts.some(({ body }) => (body as { opening_id?: string }).opening_id === openingId);
}

/**
 * An opening: the supervisors of the file, its worker, who goes on tomorrow, and the data protection
 * officer, at once. A review that found it not in order: the data protection officer.
 */
async function tellOf(acting: Acting, fact: Fact, state: CaseState, now: Date): Promise<void> {
  const { opening_id } = fact.body as { opening_id: string };
  const details = { case_id: state.opening.case_id ?? '', opening_id };
  const except = [fact.actor.id];
  const officer = (kind: string) =>
    notifyHolders(acting, ['data_protection_officer'], null, { kind, details, now, except });
  if (fact.kind === 'emergency_reviewed') {
    const { outcome } = fact.body as { outcome: string };
    if (outcome === 'not_in_order') await officer('emergency_not_in_order');
    return;
  }
  const worker = state.assignment.worker?.account_id;
  await notifyHolders(acting, ['supervisor'], state.opening.place_path, {
    ...{ kind: 'opened_in_emergency', details, now, except },
    also: worker === undefined ? [] : [worker],
  });
  await officer('opened_in_emergency');
}
