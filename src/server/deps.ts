import type { Accounts } from './account/accounts.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import type { ExchangeDatabase } from './exchange/exchange-database.ts';
import type { Log } from './log.ts';
import type { Mail } from './mail/outbox.ts';

/** Everything a route may need from outside: passed openly, so that a test can pass its own. */
export interface Deps {
  readonly config: Config;
  /** Application role: every transaction says first who acts. */
  readonly database: Database;
  /** The accounts' own role and pool, and better-auth on it. */
  readonly accounts: Accounts;
  /** The other half, with accounts of its own; the programme's routes never ask it. */
  readonly otherHalf: { readonly exchange: ExchangeDatabase; readonly accounts: Accounts };
  readonly clock: () => Date;
  /** A UUIDv7. */
  readonly newId: () => string;
  readonly mail: Mail;
  readonly log: Log;
}
