import { sql } from 'kysely';
import type { ModelTrial, TrialResult } from '#domain/programme/model-draft.ts';
import type { Acting } from '../database.ts';

/** A run that has not been heard of for so long was cut with its server. */
const SILENCE_MS = 60_000;
/** A draft on which a run breaks so often is not tried again by itself. */
const ATTEMPTS = 3;

/** The last trial of a version of a draft, waiting, running or over; null where nobody asked. */
export async function lastTrial(
  acting: Acting,
  draftId: string,
  version: number,
): Promise<ModelTrial | null> {
  const row = await acting.tx
    .selectFrom('model_trial')
    .select(['id', 'state', 'progress', 'asked_at', 'result'])
    .where('draft_id', '=', draftId)
    .where('draft_version', '=', version)
    .where('state', '<>', 'superseded')
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...{ id: row.id, state: row.state as ModelTrial['state'], progress: row.progress },
    asked_at: row.asked_at.toISOString(),
    result: row.result as unknown as TrialResult | null,
  };
}

/** Puts a trial in the row; the same version is tried by one run only, whoever asks meanwhile. */
export async function askForTrial(
  acting: Acting,
  said: { readonly id: string; readonly draftId: string; readonly version: number },
  now: Date,
): Promise<void> {
  await acting.tx
    .insertInto('model_trial')
    .values({
      ...{ id: said.id, draft_id: said.draftId, draft_version: said.version, state: 'queued' },
      ...{ asked_by: acting.actor.id, asked_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes the next trial that waits, where none runs anywhere; as the job. */
export async function claimTrial(acting: Acting, now: Date): Promise<string | null> {
  const silent = new Date(now.getTime() - SILENCE_MS);
  const cut = await acting.tx
    .selectFrom('model_trial')
    .select('id')
    .where('state', '=', 'running')
    .where('beat_at', '<', silent)
    .executeTakeFirst();
  if (cut !== undefined) await giveBackTrial(acting, cut.id);
  const next = await acting.tx
    .selectFrom('model_trial')
    .select('id')
    .where('state', '=', 'queued')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('model_trial as other').select('id').where('state', '=', 'running'))),
    )
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (next === undefined) return null;
  await acting.tx
    .updateTable('model_trial')
    .set({ state: 'running', beat_at: now, progress: 0 })
    .set({ attempts: sql`attempts + 1` })
    .where('id', '=', next.id)
    .execute();
  return next.id;
}

/** A run that was cut waits again, or has failed where it was cut too often. */
export async function giveBackTrial(acting: Acting, id: string): Promise<void> {
  await acting.tx
    .updateTable('model_trial')
    .set({ state: sql`case when attempts >= ${ATTEMPTS} then 'failed' else 'queued' end` })
    .set({ beat_at: null, progress: 0 })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** A run that the server ends itself, at its stop, waits again as if it had not begun. */
export async function putOffTrial(acting: Acting, id: string): Promise<void> {
  await acting.tx
    .updateTable('model_trial')
    .set({ state: 'queued', beat_at: null, progress: 0 })
    .set({ attempts: sql`attempts - 1` })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** The document that a run is about; null where the draft was saved, published or put aside since. */
export async function triedDocument(acting: Acting, id: string): Promise<unknown> {
  const row = await acting.tx
    .selectFrom('model_trial')
    .innerJoin('model_draft', (join) =>
      join
        .onRef('model_draft.id', '=', 'model_trial.draft_id')
        .onRef('model_draft.version', '=', 'model_trial.draft_version'),
    )
    .select('model_draft.document')
    .where('model_trial.id', '=', id)
    .where('model_trial.state', '=', 'running')
    .where('model_draft.ended_at', 'is', null)
    .executeTakeFirst();
  return row?.document ?? null;
}

/** How far a run is, down to tens. */
export async function beat(acting: Acting, id: string, part: number, now: Date): Promise<void> {
  const progress = Math.min(Math.floor(part * 10) * 10, 90);
  await acting.tx
    .updateTable('model_trial')
    .set({ beat_at: now, progress })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** Ends a run: with its counts, or without where nobody waits for them any more. */
export async function endTrial(
  acting: Acting,
  id: string,
  result: TrialResult | null,
): Promise<void> {
  await acting.tx
    .updateTable('model_trial')
    .set(
      result === null
        ? { state: 'superseded', beat_at: null }
        : { state: 'done', beat_at: null, progress: 100, result: JSON.stringify(result) },
    )
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}
