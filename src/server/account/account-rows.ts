import type { Locale } from '#domain/account/account.ts';
import { isDuplicate } from '../pool.ts';
import type { Accounts } from './accounts.ts';

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  /** null where the worker has none: a placeholder stands in, which is never shown and never mailed. */
  readonly email: string | null;
  readonly demo?: boolean;
}

/** Adds an account that nobody can sign in to yet; false where its id or address is there already. */
export async function addAccount(
  accounts: Accounts,
  account: NewAccount,
  now: Date,
): Promise<boolean> {
  try {
    await accounts.pool.query(
      `insert into account (id, name, email, locale, demo, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [
        account.id,
        account.name,
        account.email?.toLowerCase() ?? `${account.id}@account.invalid`,
        account.locale,
        account.demo ?? false,
        now,
      ],
    );
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Takes back an account that was just added. */
export async function removeAccount(accounts: Accounts, id: string): Promise<void> {
  await accounts.pool.query('delete from account where id = $1', [id]);
}

export async function emailTaken(accounts: Accounts, email: string): Promise<boolean> {
  const { rowCount } = await accounts.pool.query('select from account where email = $1', [
    email.toLowerCase(),
  ]);
  return rowCount !== 0;
}

export async function accountExists(
  accounts: Accounts,
  id: string,
): Promise<{ id: string; locale: Locale } | undefined> {
  const { rows } = await accounts.pool.query<{ id: string; locale: Locale }>(
    'select id, locale from account where id = $1',
    [id],
  );
  return rows[0];
}

/**
 * Ends every session of the account but `keep`: the next request of each is refused. Returns how many.
 */
export async function endSessions(
  accounts: Accounts,
  id: string,
  keep: string | null = null,
): Promise<number> {
  const { rowCount } = await accounts.pool.query(
    'delete from session where user_id = $1 and ($2::uuid is null or id <> $2)',
    [id, keep],
  );
  return rowCount ?? 0;
}

/** Switches an account off (its sessions end at once) or on again. */
export async function setDisabled(
  accounts: Accounts,
  id: string,
  disabled: boolean,
  now: Date,
): Promise<void> {
  await accounts.pool.query('update account set disabled_at = $2, updated_at = $3 where id = $1', [
    id,
    disabled ? now : null,
    now,
  ]);
  if (disabled) await endSessions(accounts, id);
}

/** Removes the second factor of somebody who lost the telephone and the backup codes. */
export async function removeSecondFactor(accounts: Accounts, id: string): Promise<void> {
  await accounts.pool.query('delete from two_factor where user_id = $1', [id]);
  await accounts.pool.query('update account set two_factor_enabled = false where id = $1', [id]);
  await endSessions(accounts, id);
}

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly username: string | null;
  readonly locale: Locale;
  readonly second_factor: boolean;
  readonly state: 'invited' | 'active' | 'disabled';
  readonly last_active_at: Date | null;
}

/** A page of accounts in the order of ids, those after `after`; of these, where the name holds `text`. */
export async function listAccounts(
  accounts: Accounts,
  after: string | null,
  limit: number,
  text: string,
): Promise<AccountRow[]> {
  const { rows } = await accounts.pool.query<AccountRow>(
    `select a.id, a.name, a.username, a.locale, a.two_factor_enabled as second_factor,
       case when a.disabled_at is not null then 'disabled'
         when c.id is null then 'invited' else 'active' end as state,
       (select max(s.last_active_at) from session s where s.user_id = a.id) as last_active_at
     from account a
     left join credential c on c.user_id = a.id and c.provider_id = 'credential'
     where ($1::uuid is null or a.id > $1)
       and ($3 = '' or position(lower($3) in lower(a.name)) > 0
         or position(lower($3) in lower(coalesce(a.username, ''))) > 0)
     order by a.id limit $2`,
    [after, limit, text],
  );
  return rows;
}

/** How many accounts of the demo world there are: live mode refuses to start with any. */
export async function countDemoAccounts(accounts: Accounts): Promise<number> {
  const { rows } = await accounts.pool.query<{ count: number }>(
    'select count(*)::int as count from account where demo',
  );
  return rows[0]?.count ?? 0;
}
