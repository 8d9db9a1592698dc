import { openConcerns } from '#domain/case/concern.ts';
import type { CaseState } from '#domain/case/state.ts';
import { notifyHolders } from '../notification/notify.ts';
import type { Projection } from './projections.ts';

/** The rows of `concern` that a state means: who has to look into what by when; never what was said. */
export function concernRows(state: CaseState) {
  return Object.values(state.concern.concerns).map((one) => ({
    ...{ id: one.concern_id, case_id: state.opening.case_id ?? '', about: one.about.who },
    ...{ urgency: one.urgency, raised_by: one.raised_by, raised_role: one.raised_role },
    ...{ raised_at: one.raised_at, due_at: one.due_at },
    given_to: one.given_to ?? null,
    closed_by: one.closed?.by ?? null,
    closed_at: one.closed?.at ?? null,
    outcome: one.closed?.outcome ?? null,
  }));
}

export const concernProjection: Projection = {
  kinds: ['concern_raised', 'concern_given', 'concern_closed'],
  async write(acting, facts, state, now) {
    const said = new Set(facts.map((fact) => (fact.body as { concern_id: string }).concern_id));
    for (const row of concernRows(state).filter(({ id }) => said.has(id))) {
      const { given_to, closed_by, closed_at, outcome } = row;
      await acting.tx
        .insertInto('concern')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['case_id', 'id'])
            .doUpdateSet({ given_to, closed_by, closed_at, outcome }),
        )
        .execute();
    }
    // Supervisor and whoever protects children, at once; not whom it is about.
    for (const one of openConcerns(state.concern).filter(({ concern_id }) =>
      facts.some((fact) => fact.kind === 'concern_raised' && saidOf(fact, concern_id)),
    )) {
      const details = { case_id: state.opening.case_id ?? '', concern_id: one.concern_id };
      const { place_path } = state.opening;
      await notifyHolders(acting, ['supervisor', 'specialist_protection'], place_path, {
        ...{ kind: 'concern_raised', details, now },
        except: [one.raised_by, one.about.account_id],
        also: one.given_to === undefined ? [] : [one.given_to],
      });
    }
  },
  async rewrite(acting, state, caseId) {
    await acting.tx.deleteFrom('concern').where('case_id', '=', caseId).execute();
    const rows = concernRows(state);
    if (rows.length > 0) await acting.tx.insertInto('concern').values(rows).execute();
  },
};

function saidOf(fact: { readonly body: unknown }, concernId: string): boolean {
  return (fact.body as { concern_id?: string } | null)?.concern_id === concernId;
}
