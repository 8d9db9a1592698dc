import type { Accounts } from './accounts.ts';
import { IDLE_MINUTES } from './signed-in.ts';

/** How many attempts a key has in one window, in seconds. */
export interface Limit {
  readonly purpose: string;
  readonly attempts: number;
  readonly seconds: number;
}

/** Guesses at one account (guarantees S14), and by one address at any account. */
export const SIGN_IN_ACCOUNT: Limit = { purpose: 'sign-in', attempts: 10, seconds: 3600 };
export const SIGN_IN_ADDRESS: Limit = { purpose: 'sign-in-from', attempts: 100, seconds: 3600 };
/** Wrong secrets of invitations by one address: a printed code is short, so guessing must be slow. */
export const INVITATION_ADDRESS: Limit = { purpose: 'invitation', attempts: 20, seconds: 3600 };

/**
 * Counts one attempt before it is made, so that many at once cannot all pass; false where the limit is
 * reached. What is counted is a keyed hash: the table holds no user name and no address.
 */
export async function takeAttempt(
  accounts: Accounts,
  limit: Limit,
  subject: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await accounts.pool.query<{ count: number }>(
    `insert into attempt as a (key, count, window_ends_at) values ($1, 1, $3)
     on conflict (key) do update set
       count = case when a.window_ends_at <= $2 then 1 else least(a.count + 1, 1000000) end,
       window_ends_at = case when a.window_ends_at <= $2 then $3 else a.window_ends_at end
     returning count`,
    [keyOf(accounts, limit, subject), now, new Date(now.getTime() + limit.seconds * 1000)],
  );
  return (rows[0]?.count ?? Number.POSITIVE_INFINITY) <= limit.attempts;
}

/** Takes back one attempt that turned out right; `all` forgets the key, as after a sign-in. */
export async function giveBackAttempt(
  accounts: Accounts,
  limit: Limit,
  subject: string,
  all = false,
): Promise<void> {
  const key = keyOf(accounts, limit, subject);
  const query = all
    ? `delete from attempt where key = $1`
    : `update attempt set count = greatest(count - 1, 0) where key = $1`;
  await accounts.pool.query(query, [key]);
}

/** Removes what has ended: windows of attempts, sessions, codes of half-made sign-ins. */
export async function forgetEnded(accounts: Accounts, now: Date): Promise<void> {
  const idleSince = new Date(now.getTime() - IDLE_MINUTES * 60_000);
  await accounts.pool.query('delete from attempt where window_ends_at <= $1', [now]);
  // better-auth dates these by the machine's own clock, whatever clock the server was given.
  await accounts.pool.query('delete from verification where expires_at <= now()');
  await accounts.pool.query('delete from session where expires_at <= $1 or last_active_at < $2', [
    now,
    idleSince,
  ]);
}

function keyOf(accounts: Accounts, limit: Limit, subject: string): string {
  return accounts.digest(limit.purpose, subject.normalize('NFC').toLowerCase());
}
