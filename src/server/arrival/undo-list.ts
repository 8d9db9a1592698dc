import type { Actor } from '#domain/access/role.ts';
import { EMPTY } from '#domain/case/file.ts';
import type { Problem } from '#domain/problem.ts';
import type { Database } from '../database.ts';

const BATCH = 1_000;

/**
 * Begins to undo an import, all or nothing: from then on nobody reaches its files. Refused with the
 * number of files that have been worked on; `gone` where there is no such list for this actor.
 */
export async function beginUndo(
  database: Database,
  actor: Actor,
  listId: string,
): Promise<{ readonly problem: Problem } | undefined> {
  const worked = await database.as(actor, async ({ client }) => {
    const { rows } = await client.query<{ worked: number | null }>(
      'select begin_undo($1) as worked',
      [listId],
    );
    return rows[0]?.worked ?? null;
  });
  if (worked === null) return { problem: { code: 'list_not_there_yet' } };
  if (worked > 0) return { problem: { code: 'list_worked_on', details: { files: worked } } };
  return undefined;
}

/**
 * Takes people, households and returns of an import away, a thousand rows a transaction; can be said
 * again where it was cut. The facts of their files stay, erased, with their hashes.
 */
export async function undoList(
  database: Database,
  actor: Actor,
  listId: string,
  clock: () => Date,
): Promise<void> {
  for (let left = 1; left > 0; ) {
    left = await database.as(actor, async ({ client }) => {
      const { rows } = await client.query<{ left: number }>(
        'select undo_rows($1, $2, $3) as left',
        [listId, BATCH, JSON.stringify(EMPTY)],
      );
      const remaining = rows[0]?.left ?? 0;
      await client.query(
        `update arrival_list set phase = case when $3 then null else 'undoing' end, worked_at = $2::timestamptz,
           rows_done = $4, state = case when $3 then 'undone' else state end,
           undone_at = case when $3 then $2::timestamptz end where id = $1`,
        [listId, clock(), remaining === 0, remaining],
      );
      return remaining;
    });
  }
}
