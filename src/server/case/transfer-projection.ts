import type { Fact } from '#domain/case/fact.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Transfer } from '#domain/case/transfer-state.ts';
import type { Acting } from '../database.ts';
import { notifyHolders } from '../notification/notify.ts';
import type { Projection } from './projections.ts';

/** The rows of `transfer_request` that a state means: what another region is told, and no more. */
export function transferRows(state: CaseState) {
  return Object.values(state.transfer.transfers).map((one) => ({
    ...{ id: one.transfer_id, case_id: state.opening.case_id ?? '' },
    ...{ to_place_id: one.to_place_id, wished_on: one.wished_on, persons: one.persons },
    ...{ needs: one.told?.needs ?? [], languages: one.told?.languages ?? [] },
    ...{ urgent: one.told?.urgent ?? false, status: one.status, proposed_at: one.proposed_at },
    ...{ over_at: one.over_at, declined: one.declined?.reason ?? null, talk: one.talk },
  }));
}

type Row = ReturnType<typeof transferRows>[number];
const stored = ({ talk, needs, languages, ...row }: Row) => ({
  ...{ ...row, needs: [...needs], languages: [...languages], talk: JSON.stringify(talk) },
});

export const transferProjection: Projection = {
  kinds: [
    ...['transfer_proposed', 'transfer_addressed', 'transfer_asked', 'transfer_replied'],
    ...['transfer_accepted', 'transfer_declined', 'transfer_withdrawn'],
  ],
  async write(acting, facts, state, now) {
    const said = new Set(facts.map((fact) => (fact.body as { transfer_id: string }).transfer_id));
    for (const row of transferRows(state).filter(({ id }) => said.has(id))) {
      const { id: _id, case_id: _case, ...rest } = stored(row);
      await acting.tx
        .insertInto('transfer_request')
        .values(stored(row))
        .onConflict((known) => known.columns(['case_id', 'id']).doUpdateSet(rest))
        .execute();
      const of = state.transfer.transfers[row.id];
      if (of !== undefined) await tell(acting, facts, state, of, now);
    }
  },
  async rewrite(acting, state, caseId) {
    await acting.tx.deleteFrom('transfer_request').where('case_id', '=', caseId).execute();
    const rows = transferRows(state).map(stored);
    if (rows.length > 0) await acting.tx.insertInto('transfer_request').values(rows).execute();
  },
};

/**
 * The other region's supervisors learn of a request and of a reply; whoever proposed it, the worker and
 * the supervisor of the place learn what came back. No line names the file to who may not read it.
 */
async function tell(
  acting: Acting,
  facts: readonly Fact[],
  state: CaseState,
  { transfer_id, proposed_by, to_path, from }: Transfer,
  now: Date,
): Promise<void> {
  const has = (kind: string) => facts.some((fact) => fact.kind === kind);
  const except = [acting.actor.id];
  const { place_path } = state.opening;
  if (has('transfer_addressed') || has('transfer_replied')) {
    const there = to_path.filter((place) => !place_path.includes(place));
    const details = { transfer_id };
    await notifyHolders(acting, ['supervisor'], there, {
      ...{ kind: 'transfer_waiting', details, now, except },
    });
  }
  const kind = has('transfer_asked')
    ? 'transfer_question'
    : has('transfer_accepted')
      ? 'transfer_accepted'
      : has('transfer_declined')
        ? 'transfer_declined'
        : null;
  if (kind === null) return;
  const worker = from === null ? state.assignment.worker?.account_id : from.worker;
  const also = [proposed_by, ...(worker == null ? [] : [worker])];
  const old = from === null ? place_path : from.path;
  const details = { transfer_id, case_id: state.opening.case_id ?? '' };
  await notifyHolders(acting, ['supervisor'], old.slice(0, 1), {
    ...{ kind, details, now, except, also },
  });
  const next = has('transfer_accepted') ? state.assignment.worker?.account_id : undefined;
  if (next === undefined) return;
  await notifyHolders(acting, [], null, {
    ...{ kind: 'file_given', details, now, except, also: [next] },
  });
}
