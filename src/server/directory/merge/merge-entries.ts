import {
  type Chosen,
  type Fields,
  type Merge,
  type MergeKind,
  merged,
  restored,
  UNDO_DAYS,
  wrongChoices,
} from '#domain/directory/merge.ts';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../../database.ts';
import { lockedEntries, type MergeEntry, writeFields } from './entry-fields.ts';
import { type Moved, move, moveBack } from './moved.ts';

const gone: Problem = { code: 'gone' };
const changedMeanwhile: Problem = { code: 'version_conflict' };

/** Merges one entry into another, or says why not; in one transaction, with both locked. */
export async function mergeEntries(
  acting: Acting,
  said: Merge,
  now: Date,
): Promise<{ id: string } | Problem> {
  const { kind, kept_id, merged_id, chosen } = said;
  const { rows: done } = await acting.client.query<{ kept_id: string; merged_id: string }>(
    'select kept_id, merged_id from directory_merge where id = $1',
    [said.id],
  );
  // The same command again gives the same answer.
  if (done[0] !== undefined) {
    const again = done[0].kept_id === kept_id && done[0].merged_id === merged_id;
    return again ? { id: said.id } : { code: 'already_so' };
  }
  const entries = await lockedEntries(acting, kind, [kept_id, merged_id]);
  const [kept, other] = [entries.get(kept_id), entries.get(merged_id)];
  if (kept === undefined || other === undefined) return gone;
  if (kept.merged_into !== null || other.merged_into !== null) return changedMeanwhile;
  if (kept.version !== said.kept_version || other.version !== said.merged_version) {
    return changedMeanwhile;
  }
  if (
    kept.capacity_version !== said.kept_capacity ||
    other.capacity_version !== said.merged_capacity
  ) {
    return changedMeanwhile;
  }
  const problem =
    choiceProblem(kept.fields, other.fields, chosen) ??
    (kind === 'organisation' ? await receiverProblem(acting, kept, other) : null);
  if (problem !== null) return problem;
  const after = merged(kept.fields, other.fields, chosen);
  await writeFields(acting, kind, kept, after);
  const takesPlaces = kind === 'organisation' || said.with_places;
  const moved = takesPlaces ? await move(acting, kind, merged_id, kept_id) : null;
  await acting.client.query(
    kind === 'service'
      ? 'update service set merged_into = $2, active = false, version = version + 1 where id = $1'
      : 'update organisation set merged_into = $2, version = version + 1 where id = $1',
    [merged_id, kept_id],
  );
  await acting.client.query(
    `insert into directory_merge (id, kind, kept_id, merged_id, chosen, before, after, moved, merged_by, merged_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[said.id, kind, kept_id, merged_id, JSON.stringify(chosen)],
      JSON.stringify({ kept: kept.fields, merged: other.fields, merged_active: other.active }),
      ...[JSON.stringify(after), JSON.stringify(moved ?? {}), acting.actor.id, now],
    ],
  );
  return { id: said.id };
}

interface MergeRow {
  readonly kind: MergeKind;
  readonly kept_id: string;
  readonly merged_id: string;
  readonly before: { readonly kept: Fields; readonly merged_active: boolean };
  readonly after: Fields;
  readonly moved: Partial<Moved>;
  readonly merged_at: Date;
  readonly undone_at: Date | null;
}

/** Takes a merge back; what somebody changed since stays as it is and is named. */
export async function undoMerge(
  acting: Acting,
  id: string,
  now: Date,
): Promise<{ left: string[] } | Problem> {
  const { rows } = await acting.client.query<MergeRow>(
    `select kind, kept_id, merged_id, before, after, moved, merged_at, undone_at
     from directory_merge where id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return gone;
  if (row.undone_at !== null) return { code: 'already_so' };
  if (now.getTime() > undoUntil(new Date(row.merged_at)).getTime()) {
    return { code: 'undo_too_late', details: { days: UNDO_DAYS } };
  }
  const entries = await lockedEntries(acting, row.kind, [row.kept_id, row.merged_id]);
  const [kept, other] = [entries.get(row.kept_id), entries.get(row.merged_id)];
  if (kept === undefined || other === undefined) return gone;
  // Merged on, or taken back by somebody else a moment ago.
  if (kept.merged_into !== null) return { code: 'merged_on' };
  if (other.merged_into !== row.kept_id) return { code: 'already_so' };
  const { fields, left } = restored(kept.fields, row.after, row.before.kept);
  await acting.client.query(
    row.kind === 'service'
      ? 'update service set merged_into = null, active = $2, version = version + 1 where id = $1'
      : 'update organisation set merged_into = null, version = version + 1 where id = $1 and $2::boolean is not null',
    [row.merged_id, row.before.merged_active],
  );
  await writeFields(acting, row.kind, kept, fields);
  const nothing = { services: [], locations: [], links: [], courses: [], vacancies: [] };
  await moveBack(acting, row.kind, { ...nothing, ...row.moved }, row.kept_id, row.merged_id);
  const { rowCount } = await acting.client.query(
    'update directory_merge set undone_by = $2, undone_at = $3 where id = $1 and undone_at is null',
    [id, acting.actor.id, now],
  );
  return rowCount === 1 ? { left: [...left] } : { code: 'already_so' };
}

/** Until when a merge can be taken back. */
export function undoUntil(mergedAt: Date): Date {
  return new Date(mergedAt.getTime() + UNDO_DAYS * 24 * 3_600_000);
}

function choiceProblem(kept: Fields, other: Fields, chosen: Chosen): Problem | null {
  const wrong = wrongChoices(kept, other, chosen);
  if (wrong.length === 0) return null;
  const fields = wrong.map((field) => ({ path: `body.chosen.${field}`, code: 'not_one_of' }));
  return { code: 'invalid_input', fields };
}

/** Who reads what was sent does not change by a merge, and a body of the neighbourhood becomes no receiver. */
async function receiverProblem(
  acting: Acting,
  kept: MergeEntry,
  other: MergeEntry,
): Promise<Problem | null> {
  if (mayReceive(kept.kind ?? undefined) !== mayReceive(other.kind ?? undefined)) {
    return { code: 'neighbourhood_body' };
  }
  const { rows } = await acting.client.query<{ receives: boolean }>(
    'select organisation_has_receivers($1) as receives',
    [other.id],
  );
  return rows[0]?.receives === true ? { code: 'merge_of_receivers' } : null;
}
