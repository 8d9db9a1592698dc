import { createHash } from 'node:crypto';
import type pg from 'pg';

/** The hash by which an invitation's secret is found; the secret itself is kept nowhere. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The invitation of a link for this edition, while it runs and somebody may still use it. */
export async function invitationBy(
  client: pg.ClientBase,
  secret: string | null,
  edition: string,
  now: Date,
): Promise<{ readonly id: string } | null> {
  if (secret === null || secret === '') return null;
  const { rows } = await client.query<{ id: string; left_over: number }>(
    'select id, left_over from exchange.invitation_by($1, $2) where edition_id = $3',
    [hashOf(secret), now, edition],
  );
  const [row] = rows;
  return row === undefined || row.left_over <= 0 ? null : { id: row.id };
}
