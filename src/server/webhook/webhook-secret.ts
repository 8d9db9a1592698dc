import type { Accounts } from '../account/accounts.ts';

/** The secret of an endpoint, made of the server's key each time: no table holds it. */
export function secretOf(accounts: Accounts, webhook: string, generation: number): string {
  const hash = accounts.digest('webhook', `${webhook}\u0000${generation}`);
  return `whsec_${Buffer.from(hash, 'base64url').toString('base64')}`;
}
