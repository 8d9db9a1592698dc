import type { Acting } from '../database.ts';
import { notifyHolders } from '../notification/notify.ts';

/**
 * How many open files would be without a worker if the account no longer worked. Where they go to the
 * supervisors of its place, those are told: a number and no file, for the administrator sees none.
 */
export async function leaveFiles(
  acting: Acting,
  account: string,
  toSupervisor: boolean,
  now: Date,
): Promise<number> {
  const { rows } = await acting.client.query<{ files: number; path: string[] | null }>(
    `select files_left($1) as files, (select place_path(g.place_id) from role_grant g
       where g.account_id = $1 and g.revoked_at is null) as path`,
    [account],
  );
  const { files = 0, path = null } = rows[0] ?? {};
  if (files > 0 && toSupervisor && path !== null) {
    const told = { kind: 'worker_left', details: {}, now, except: [account] };
    await notifyHolders(acting, ['supervisor'], path, told);
  }
  return files;
}
