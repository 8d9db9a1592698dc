import { join } from 'node:path';
import { v7 } from 'uuid';
import { countDemoAccounts } from './account/account-rows.ts';
import { EXCHANGE_DOOR, openAccounts } from './account/accounts.ts';
import { type Config, liveRefusals } from './config.ts';
import { openDatabase } from './database.ts';
import { roleRefusals } from './database-role.ts';
import type { Deps } from './deps.ts';
import { keepFreezing } from './evidence/freezing.ts';
import { openExchange } from './exchange/exchange-database.ts';
import { keepReminding } from './exchange/recommendation/remind.ts';
import { buildServer } from './http.ts';
import type { Log } from './log.ts';
import { mailOutbox } from './mail/outbox.ts';
import { createPool } from './pool.ts';

export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Answers what is under way, then closes the door and the database connections. */
  stop(): Promise<void>;
}

export type StartResult =
  | { readonly server: RunningServer; readonly refusals?: never }
  | { readonly server?: never; readonly refusals: readonly string[] };

type ServedUrls = Record<'app' | 'auth' | 'exchange', string>;

/** Everything a route needs, made from a configuration whose database addresses are known. */
export function openDeps(config: Config, urls: ServedUrls, log: Log): Deps {
  const clock = () => new Date();
  const newId = () => v7();
  const patience = config.databaseWaitMs;
  return {
    config,
    database: openDatabase(createPool(urls.app, log, 10, patience)),
    accounts: openAccounts(config, urls.auth, clock, newId, log, patience),
    otherHalf: {
      exchange: openExchange(createPool(urls.exchange, log, 10, patience)),
      accounts: openAccounts(
        ...([config, urls.exchange, clock, newId, log, patience, undefined] as const),
        EXCHANGE_DOOR,
      ),
    },
    clock,
    newId,
    mail: mailOutbox(join(config.dataDirectory, 'outbox'), clock, newId),
    log,
  };
}

/** Starts serving, or tells everything that forbids it, all at once. */
export async function startServer(
  config: Config,
  urls: ServedUrls,
  log: Log,
): Promise<StartResult> {
  const deps = openDeps(config, urls, log);
  const close = async () => {
    await deps.accounts.close();
    await deps.otherHalf.accounts.close();
    await deps.otherHalf.exchange.end();
    await deps.database.end();
  };
  try {
    const refusals = [
      ...(await roleRefusals(deps.database.pool, 'DATABASE_URL')),
      ...(await roleRefusals(deps.accounts.pool, 'DATABASE_AUTH_URL')),
      ...(await roleRefusals(deps.otherHalf.exchange.pool, 'DATABASE_EXCHANGE_URL')),
      ...liveRefusals(config, await countDemoAccounts(deps.accounts)),
    ];
    if (refusals.length > 0) {
      await close();
      return { refusals };
    }
    const app = await buildServer(config, deps);
    const address = await app.listen({ host: config.host, port: config.port });
    const stopFreezing = keepFreezing(deps);
    const stopReminding = config.halves.includes('exchange')
      ? keepReminding({ ...deps, ...deps.otherHalf })
      : () => {};
    return {
      server: {
        address,
        stop: async () => {
          stopFreezing();
          stopReminding();
          await app.close();
          await close();
        },
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
