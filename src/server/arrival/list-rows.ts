import {
  type ArrivalList,
  type ArrivalListHead,
  type ArrivalPlan,
  abilitiesOf,
  arrivalPlan,
  type ListReport,
  type ListState,
  listReport,
} from '#domain/arrival/list.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';

/** Nobody has written a list's progress for so long: nobody works on it. */
const STALLED_MS = 20_000;

interface Row {
  id: string;
  state: ListState;
  mapping: unknown;
  default_place_id: string | null;
  reading: unknown;
  report: unknown;
  can_import: boolean | null;
  problem: ArrivalList['problem'];
  phase: ArrivalListHead['phase'];
  rows_read: number;
  rows_done: number;
  worked_at: Date | null;
  uploaded_at: Date;
  imported_at: Date | null;
  undone_at: Date | null;
  expires_at: Date | null;
}

const HEAD = `l.id, l.state, l.phase, l.rows_read, l.rows_done, l.worked_at, l.uploaded_at,
  l.imported_at, l.undone_at, f.expires_at, (l.report ->> 'can_import')::boolean as can_import`;
const FROM = 'from arrival_list l left join arrival_file f on f.list_id = l.id';

/** A new list with the key of its sealed copy. */
export async function addList(
  acting: Acting,
  list: { id: string; place_path: readonly string[]; at: Date },
  file: { key: Buffer; bytes: number; expires_at: Date } | null,
): Promise<void> {
  await acting.client.query(
    `insert into arrival_list (id, created_by, place_path, state, uploaded_at)
     values ($1, homeward_actor(), $2, 'open', $3)`,
    [list.id, list.place_path, list.at],
  );
  if (file === null) return;
  await acting.client.query(
    'insert into arrival_file (list_id, key, bytes, expires_at) values ($1, $2, $3, $4)',
    [list.id, file.key, file.bytes, file.expires_at],
  );
}

/** The newest fifty lists of the officer's place. */
export async function recentLists(acting: Acting, now: Date): Promise<ArrivalListHead[]> {
  const { rows } = await acting.client.query<Row>(
    `select ${HEAD} ${FROM} order by l.uploaded_at desc, l.id desc limit 50`,
  );
  return rows.map((row) => headOf(row, now));
}

/** One list, or null where there is none for this actor. */
export async function listById(acting: Acting, id: string, now: Date): Promise<ArrivalList | null> {
  const { rows } = await acting.client.query<Row>(
    `select ${HEAD}, l.mapping, l.default_place_id, l.reading, l.report, l.problem
     ${FROM} where l.id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return {
    ...headOf(row, now),
    plan: row.mapping === null ? null : planOf(row),
    report: row.report === null ? null : listReport.parse(row.report),
    problem: row.problem,
  };
}

/** The key of a list's sealed copy, or null where it is gone. */
export async function fileKey(acting: Acting, id: string, now: Date): Promise<Buffer | null> {
  const { rows } = await acting.client.query<{ key: Buffer }>(
    'select key from arrival_file where list_id = $1 and expires_at > $2',
    [id, now],
  );
  return rows[0]?.key ?? null;
}

/** Forgets the key: nobody can read the copy any more. */
export async function forgetFile(acting: Acting, id: string): Promise<void> {
  await acting.client.query('delete from arrival_file where list_id = $1', [id]);
}

/** Keeps what the officer decided; what was found under another plan is dropped. */
export async function savePlan(acting: Acting, id: string, plan: ArrivalPlan): Promise<void> {
  await acting.client.query(
    `update arrival_list set mapping = $2, default_place_id = $3, reading = $4, report = null,
       problem = null, state = 'open' where id = $1 and state in ('open', 'checked')`,
    [
      id,
      JSON.stringify(plan.mapping),
      plan.default_place_id ?? null,
      JSON.stringify(plan.reading ?? {}),
    ],
  );
}

/** Moves a list on where it is in one of these states; false where it is not (any more). */
export async function moveOn(
  acting: Acting,
  id: string,
  from: readonly ListState[],
  to: ListState,
  now: Date,
): Promise<boolean> {
  const working = to === 'checking' || to === 'importing';
  const { rowCount } = await acting.client.query(
    `update arrival_list set state = $3, worked_at = $4, problem = null,
       rows_read = case when $5 then 0 else rows_read end,
       phase = case when $5 then 'reading' end
     where id = $1 and state = any ($2)`,
    [id, from, to, now, working],
  );
  return rowCount === 1;
}

export async function saveReport(acting: Acting, id: string, report: ListReport): Promise<void> {
  await acting.client.query(
    `update arrival_list set report = $2, state = 'checked', phase = null, problem = null
     where id = $1 and state = 'checking'`,
    [id, JSON.stringify(report)],
  );
}

/** The check goes back to the mapping, the import stays to be gone on with. */
export async function saveFailure(acting: Acting, id: string, problem: Problem): Promise<void> {
  await acting.client.query(
    `update arrival_list set problem = $2, phase = null,
       state = case state when 'checking' then 'open' else 'interrupted' end
     where id = $1 and state in ('checking', 'importing')`,
    [id, JSON.stringify({ code: problem.code, details: problem.details ?? {} })],
  );
}

/** Everything of the list is written; what is left is to forget its sealed copy. */
export async function saveWritten(
  acting: Acting,
  id: string,
  report: ListReport,
  now: Date,
): Promise<void> {
  const { rowCount } = await acting.client.query(
    `update arrival_list set imported_at = $2, worked_at = $2, report = $3
     where id = $1 and state = 'importing'`,
    [id, now, JSON.stringify(report)],
  );
  if (rowCount !== 1) throw new Error('the list is not being imported');
}

/** The list says that it is imported in the same statement that forgets the key of its sealed copy. */
export async function saveImported(acting: Acting, id: string, now: Date): Promise<void> {
  const { rowCount } = await acting.client.query(
    `with gone as (delete from arrival_file where list_id = $1)
     update arrival_list set state = 'imported', phase = null, problem = null, worked_at = $2
     where id = $1 and state = 'importing' and imported_at is not null`,
    [id, now],
  );
  if (rowCount !== 1) throw new Error('the list is not being imported');
}

/** Keeps how many rows were compared; how many are written is kept with the rows (`import_rows`). */
export async function saveCompared(
  acting: Acting,
  id: string,
  rows_read: number,
  now: Date,
): Promise<void> {
  await acting.client.query(
    `update arrival_list set phase = 'comparing', rows_read = $2, worked_at = $3 where id = $1`,
    [id, rows_read, now],
  );
}

function headOf(row: Row, now: Date): ArrivalListHead {
  const working = row.state === 'importing' || row.state === 'checking' || row.state === 'undoing';
  const quiet = now.getTime() - (row.worked_at ?? row.uploaded_at).getTime() > STALLED_MS;
  const stalled = working && quiet;
  const state = stalled ? (RESUMED[row.state] ?? row.state) : row.state;
  return {
    id: row.id,
    state: row.state,
    uploaded_at: row.uploaded_at.toISOString(),
    imported_at: row.imported_at?.toISOString() ?? null,
    undone_at: row.undone_at?.toISOString() ?? null,
    expires_at: row.expires_at?.toISOString() ?? null,
    rows_read: row.rows_read,
    rows_done: row.rows_done,
    phase: row.phase,
    stalled,
    abilities: abilitiesOf(state, row.can_import === true),
  };
}

/** What can be done with a list that was left in the middle of something. */
const RESUMED: Partial<Record<ListState, ListState>> = {
  checking: 'open',
  importing: 'interrupted',
};

function planOf(row: Row): ArrivalPlan {
  return arrivalPlan.parse({
    mapping: row.mapping,
    reading: row.reading,
    ...(row.default_place_id === null ? {} : { default_place_id: row.default_place_id }),
  });
}
