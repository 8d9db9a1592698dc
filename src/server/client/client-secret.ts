import { randomBytes } from 'node:crypto';
import { TOKEN_SECONDS } from '#domain/client/client.ts';
import type { Accounts } from '../account/accounts.ts';

const USED_EVERY_MS = 60_000;

const random = () => randomBytes(32).toString('base64url');
const secretHash = (accounts: Accounts, client: string, secret: string) =>
  accounts.digest('client-secret', `${client}\u0000${secret}`);
const tokenHash = (accounts: Accounts, token: string) => accounts.digest('client-token', token);

/** A new secret for a client; the one before ends at once, with every token that was asked for by it. */
export async function renewSecret(accounts: Accounts, client: string, now: Date): Promise<string> {
  const secret = random();
  await endClient(accounts, client);
  await accounts.pool.query(
    'insert into auth.client_secret (client_id, secret_hash, made_at) values ($1, $2, $3)',
    [client, secretHash(accounts, client, secret), now],
  );
  return secret;
}

/** Ends a client's secret and all its tokens. */
export async function endClient(accounts: Accounts, client: string): Promise<void> {
  await accounts.pool.query('delete from auth.client_secret where client_id = $1', [client]);
}

/** A short token for whoever shows the right secret; null for all else. Only its hash is kept. */
export async function giveToken(
  accounts: Accounts,
  client: string,
  secret: string,
  now: Date,
): Promise<string | null> {
  const { pool } = accounts;
  const known = await pool.query(
    'update auth.client_secret set last_used_at = $3 where client_id = $1 and secret_hash = $2',
    [client, secretHash(accounts, client, secret), now],
  );
  if (known.rowCount !== 1) return null;
  const token = random();
  await pool.query('delete from auth.client_token where expires_at <= $1', [now]);
  await pool.query(
    'insert into auth.client_token (token_hash, client_id, expires_at) values ($1, $2, $3)',
    [tokenHash(accounts, token), client, new Date(now.getTime() + TOKEN_SECONDS * 1000)],
  );
  return token;
}

/** Whose token this is at this moment, or null. Whether that client was withdrawn, `begin_actor` says. */
export async function clientOfToken(
  accounts: Accounts,
  token: string,
  now: Date,
): Promise<string | null> {
  const { rows } = await accounts.pool.query<{ client_id: string; last_used_at: Date | null }>({
    name: 'client-by-token',
    text: `select t.client_id, s.last_used_at from auth.client_token t
      join auth.client_secret s on s.client_id = t.client_id
      where t.token_hash = $1 and t.expires_at > $2`,
    values: [tokenHash(accounts, token), now],
  });
  const found = rows[0];
  if (found === undefined) return null;
  if (now.getTime() - (found.last_used_at?.getTime() ?? 0) > USED_EVERY_MS) {
    await accounts.pool.query(
      'update auth.client_secret set last_used_at = $2 where client_id = $1',
      [found.client_id, now],
    );
  }
  return found.client_id;
}

/** When each client's secret was made and last used. */
export async function secretDates(
  accounts: Accounts,
  ids: readonly string[],
): Promise<Map<string, { made_at: Date; last_used_at: Date | null }>> {
  const { rows } = await accounts.pool.query<{
    client_id: string;
    made_at: Date;
    last_used_at: Date | null;
  }>('select client_id, made_at, last_used_at from auth.client_secret where client_id = any ($1)', [
    ids,
  ]);
  return new Map(rows.map(({ client_id, ...dates }) => [client_id, dates]));
}
