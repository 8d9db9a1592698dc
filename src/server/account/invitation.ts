import { randomBytes } from 'node:crypto';
import { type Locale, passwordHolds } from '#domain/account/account.ts';
import {
  INVITATION_DAYS,
  type InvitationAcceptance,
  type InvitationMeans,
  type InvitationSent,
} from '#domain/account/invitation.ts';
import type { Problem } from '#domain/problem.ts';
import { inTransaction } from '../pool.ts';
import type { Accounts } from './accounts.ts';
import { hashPassword } from './password.ts';
import { digitsOf, typedDigits } from './printed-code.ts';

export interface NewInvitation {
  readonly id: string;
  readonly accountId: string;
  readonly invitedBy: string | null;
  readonly means: InvitationMeans;
  readonly now: Date;
}

/**
 * Makes one way in for an account and withdraws every earlier one. Only a keyed hash of the secret is
 * kept: `secret` is told once, to the printer or to the mail.
 */
export async function makeInvitation(
  accounts: Accounts,
  wanted: NewInvitation,
): Promise<{ secret: string; sent: InvitationSent }> {
  const { by } = wanted.means;
  const secret = by === 'code' ? printedCode() : randomBytes(32).toString('base64url');
  const expiresAt = new Date(wanted.now.getTime() + INVITATION_DAYS[by] * 86_400_000);
  await inTransaction(accounts.pool, async (client) => {
    await client.query(
      `update invitation set withdrawn_at = $2
       where account_id = $1 and used_at is null and withdrawn_at is null`,
      [wanted.accountId, wanted.now],
    );
    await client.query(
      `insert into invitation
         (id, account_id, means, secret_hash, invited_by, invited_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        wanted.id,
        wanted.accountId,
        by,
        accounts.digest('invitation', canonical(secret)),
        wanted.invitedBy,
        wanted.now,
        expiresAt,
      ],
    );
  });
  const sent = {
    account_id: wanted.accountId,
    code: by === 'code' ? secret : null,
    expires_at: expiresAt.toISOString(),
  };
  return { secret, sent };
}

export interface OpenInvitation {
  readonly id: string;
  readonly account_id: string;
  readonly expires_at: Date;
  readonly name: string;
  readonly username: string | null;
  readonly locale: Locale;
}

/** The invitation behind a secret, while it may be used: once, before it ends, account not off. */
export async function findInvitation(
  accounts: Accounts,
  secret: string,
  now: Date,
): Promise<OpenInvitation | undefined> {
  const { rows } = await accounts.pool.query<OpenInvitation>(
    `select i.id, i.account_id, i.expires_at, a.name, a.username, a.locale
     from invitation i join account a on a.id = i.account_id
     where i.secret_hash = $1 and i.expires_at > $2
       and i.used_at is null and i.withdrawn_at is null and a.disabled_at is null`,
    [accounts.digest('invitation', canonical(secret)), now],
  );
  return rows[0];
}

/**
 * Takes an invitation: user name, password and language are set, the invitation is spent and every
 * session of the account ends, all or nothing. Of two who come at once, one is too late.
 */
export async function acceptInvitation(
  accounts: Accounts,
  given: InvitationAcceptance,
  newId: () => string,
  now: Date,
): Promise<Problem | null> {
  const open = await findInvitation(accounts, given.secret, now);
  if (open === undefined) return { code: 'invitation_gone' };
  const username = open.username ?? given.username;
  if (username === undefined) return invalid('body.username', 'required');
  if (passwordHolds(given.password, username)) return invalid('body.password', 'holds_username');
  const hash = await hashPassword(given.password, accounts.passwordCost);
  return inTransaction<Problem | null>(accounts.pool, async (client) => {
    const spent = await client.query(
      `update invitation set used_at = $2
       where id = $1 and used_at is null and withdrawn_at is null`,
      [open.id, now],
    );
    if (spent.rowCount !== 1) return { code: 'invitation_gone' };
    const taken = await client.query('select from account where username = $1 and id <> $2', [
      username,
      open.account_id,
    ]);
    if (taken.rowCount !== 0) throw new UsernameTaken();
    await client.query(
      'update account set username = $2, locale = $3, updated_at = $4 where id = $1',
      [open.account_id, username, given.locale, now],
    );
    await client.query(
      `insert into credential
         (id, account_id, provider_id, user_id, password, created_at, updated_at)
       values ($1, $2::uuid::text, 'credential', $2, $3, $4, $4)
       on conflict (provider_id, account_id)
         do update set password = excluded.password, updated_at = excluded.updated_at`,
      [newId(), open.account_id, hash, now],
    );
    await client.query('delete from session where user_id = $1', [open.account_id]);
    return null;
  }).catch((error: unknown) => {
    if (isUsernameTaken(error)) return invalid('body.username', 'taken');
    throw error;
  });
}

/** Thrown to roll the acceptance back, so that the invitation can be tried with another name. */
class UsernameTaken extends Error {}

function isUsernameTaken(error: unknown): boolean {
  if (error instanceof UsernameTaken) return true;
  return (
    error instanceof Error && 'constraint' in error && error.constraint === 'account_username_key'
  );
}

function invalid(path: string, code: string): Problem {
  return { code: 'invalid_input', fields: [{ path, code }] };
}

/** Ten digits of 32: 50 bits, for one account, for seven days, throttled. */
function printedCode(): string {
  const digits = digitsOf(randomBytes(10));
  return `${digits.slice(0, 5)}-${digits.slice(5)}`;
}

/** A code as somebody typed it. Links stay as they are. */
function canonical(secret: string): string {
  return typedDigits(secret, 10) ?? secret;
}
