import type { Accounts } from '../account/accounts.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Mail } from '../mail/outbox.ts';
import type { ExchangeDatabase } from './exchange-database.ts';

/**
 * Everything a route of the exchange may need. It holds no way to the programme: not its database role,
 * not its accounts. `accounts` are the exchange's own, in the schema exchange_auth.
 */
export interface ExchangeDeps {
  readonly config: Config;
  readonly exchange: ExchangeDatabase;
  readonly accounts: Accounts;
  readonly clock: () => Date;
  /** A UUIDv7. */
  readonly newId: () => string;
  readonly mail: Mail;
  readonly log: Log;
}
