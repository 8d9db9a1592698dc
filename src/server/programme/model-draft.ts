import { documentDifference } from '#domain/case/model-difference.ts';
import type { Problem } from '#domain/problem.ts';
import { parseDraft } from '#domain/programme/draft-check.ts';
import type { Draft, DraftDocument } from '#domain/programme/model-draft.ts';
import type { Acting } from '../database.ts';
import { lastTrial } from './trial-rows.ts';

/** At most so many places are named to whom somebody was faster. */
const NAMED = 20;

interface InForce {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly document: unknown;
}

/** The version that new files are opened with, as it was published. */
export async function inForce(acting: Acting): Promise<InForce | undefined> {
  return acting.tx
    .selectFrom('programme_model')
    .select(['id', 'code', 'version', 'document'])
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The open draft with what is wrong with it and what differs from the version in force, or null. */
export async function openDraft(acting: Acting): Promise<Draft | null> {
  const row = await acting.tx
    .selectFrom('model_draft')
    .leftJoin('auth.account', 'auth.account.id', 'model_draft.saved_by')
    .select(['model_draft.id', 'model_draft.version', 'document', 'saved_at'])
    .select('auth.account.name as saved_by')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const stands = await inForce(acting);
  if (row === undefined || stands === undefined) return null;
  const document = row.document as DraftDocument;
  return {
    ...{ id: row.id, version: row.version, document, saved_by: row.saved_by },
    saved_at: row.saved_at.toISOString(),
    problems: [...problemsOf(document)],
    changes: documentDifference(stands.document, document),
    trial: await lastTrial(acting, row.id, row.version),
  };
}

/** Begins a draft as a copy of the version in force; the same draft again is the same. */
export async function beginDraft(acting: Acting, id: string, now: Date): Promise<Problem | null> {
  const stands = await inForce(acting);
  if (stands === undefined) return { code: 'model_unknown' };
  const document = numbered(stands.document as DraftDocument, stands);
  const by = acting.actor.id;
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('model_draft')
    .values({
      ...{ id, code: stands.code, base_id: stands.id, document: JSON.stringify(document) },
      ...{ version: 1, begun_by: by, begun_at: now, saved_by: by, saved_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return null;
  return (await found(acting, id)) === undefined ? { code: 'model_draft_open' } : null;
}

/** Saves the whole document, unless somebody saved since `version` was read: then it names what they changed. */
export async function saveDraft(
  acting: Acting,
  id: string,
  said: { readonly version: number; readonly document: DraftDocument },
  now: Date,
): Promise<Problem | null> {
  const before = await found(acting, id);
  const stands = await inForce(acting);
  if (before === undefined || stands === undefined) return { code: 'gone' };
  if (before.version !== said.version) return changedSince(acting, id, said.version);
  // Its name and number are not the editor's to choose: cases and other versions go by them.
  const document = numbered(said.document, stands);
  const places = documentDifference(before.document, document).map(({ path }) => path);
  if (places.length === 0) return null;
  const saved_by = acting.actor.id;
  const { numUpdatedRows } = await acting.tx
    .updateTable('model_draft')
    .set({ document: JSON.stringify(document), version: said.version + 1, saved_by, saved_at: now })
    .where('id', '=', id)
    .where('version', '=', said.version)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return changedSince(acting, id, said.version);
  await acting.tx
    .insertInto('model_draft_save')
    .values({ draft_id: id, version: said.version + 1, saved_by, saved_at: now, places })
    .execute();
  return null;
}

/** Puts a draft aside for good; it stays where it is, and nobody works on it any more. */
export async function discardDraft(acting: Acting, id: string, version: number, now: Date) {
  return endDraft(acting, id, version, 'discarded', now);
}

/** Makes the draft a version that new files are opened with. Only what is sound, and only once. */
export async function publishDraft(
  acting: Acting,
  id: string,
  said: { readonly version: number; readonly model_id: string; readonly reason: string },
  now: Date,
): Promise<Problem | null> {
  const before = await found(acting, id);
  const stands = await inForce(acting);
  if (before === undefined || stands === undefined) {
    // The same act again, after its answer was lost.
    return stands?.id === said.model_id ? null : { code: 'gone' };
  }
  if (before.version !== said.version) return changedSince(acting, id, said.version);
  const parsed = parseDraft(before.document);
  if ('problems' in parsed) return { code: 'model_draft_unsound', fields: parsed.problems };
  if (
    documentDifference(stands.document, before.document).every(({ path }) => path === 'version')
  ) {
    return { code: 'model_same' };
  }
  const { code, version } = parsed.model;
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('programme_model')
    .values({
      ...{ id: said.model_id, code, version, document: JSON.stringify(before.document) },
      ...{ published_at: now, published_by: acting.actor.id, reason: said.reason },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return { code: 'model_newer' };
  return endDraft(acting, id, said.version, 'published', now);
}

/** What keeps a document from being a programme model; empty = sound. */
function problemsOf(document: unknown) {
  const parsed = parseDraft(document);
  return 'problems' in parsed ? parsed.problems : [];
}

async function found(acting: Acting, id: string) {
  return acting.tx
    .selectFrom('model_draft')
    .select(['version', 'document'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

async function endDraft(
  acting: Acting,
  id: string,
  version: number,
  ended_as: 'published' | 'discarded',
  now: Date,
): Promise<Problem | null> {
  const { numUpdatedRows } = await acting.tx
    .updateTable('model_draft')
    .set({ ended_as, ended_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 1n) return null;
  const still = await found(acting, id);
  return still === undefined ? { code: 'gone' } : changedSince(acting, id, version);
}

/** Somebody was faster: where they changed something, so that nothing of it is lost or overwritten. */
async function changedSince(acting: Acting, id: string, version: number): Promise<Problem> {
  const rows = await acting.tx
    .selectFrom('model_draft_save')
    .select('places')
    .where('draft_id', '=', id)
    .where('version', '>', version)
    .orderBy('version')
    .execute();
  const places = [...new Set(rows.flatMap((row) => row.places))].slice(0, NAMED);
  return { code: 'model_draft_changed', details: { places } };
}

function numbered(document: DraftDocument, { code, version }: InForce): DraftDocument {
  return { ...document, code, version: version + 1 };
}
