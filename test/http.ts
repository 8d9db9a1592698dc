import { createHmac, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { v7 } from 'uuid';
import { afterAll } from 'vitest';
import type { Role } from '#domain/access/role.ts';
import { EXCHANGE_DOOR, openAccounts } from '#server/account/accounts.ts';
import { type Config, readConfig } from '#server/config.ts';
import { openDatabase } from '#server/database.ts';
import type { Deps } from '#server/deps.ts';
import { openExchange } from '#server/exchange/exchange-database.ts';
import { buildServer } from '#server/http.ts';
import { createLog, type Log } from '#server/log.ts';
import type { Letter } from '#server/mail/outbox.ts';
import { createPool } from '#server/pool.ts';
import type { ServerApp } from '#server/server-app.ts';
import type { TestDatabase } from './database.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const CHEAP = { memory: 1024, passes: 1 };

/** Somebody who talks to the server: keeps cookies as a browser does. */
export interface Caller {
  readonly id: string;
  readonly cookies: Map<string, string>;
  request(
    method: Method,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
}

export interface TestServer {
  readonly app: ServerApp;
  readonly deps: Deps;
  readonly config: Config;
  /** The server's clock: moves only by `advance` (milliseconds). */
  advance(ms: number): void;
  /** Every route that the server has. */
  readonly routes: readonly { method: string; url: string; public: boolean }[];
  /** Every letter that was sent. */
  readonly letters: readonly Letter[];
  /** Somebody not signed in. */
  stranger(): Caller;
  /** A new account with this role, signed in without the cost of a password. */
  as(
    role: Role | null,
    at?: { place_id?: string; organisation_id?: string; name?: string },
  ): Promise<Caller>;
  /** An account that is there already, signed in without the cost of a password; `x` = at the exchange. */
  signedInAs(accountId: string, door?: 's' | 'x'): Promise<Caller>;
}

/** A whole server over the file's own database: `const server = await testServer(database);` */
export async function testServer(
  database: TestDatabase,
  options: { env?: Record<string, string>; log?: Log; patience?: number } = {},
): Promise<TestServer> {
  const read = readConfig({
    HOMEWARD_URL: 'http://127.0.0.1:4000',
    HOMEWARD_DATA_DIR: join(
      tmpdir(),
      `homeward-test-${process.pid}-${randomBytes(4).toString('hex')}`,
    ),
    HOMEWARD_REQUESTS_PER_MINUTE: '1000000',
    HOMEWARD_BUSY_AFTER_MS: '600000',
    ...options.env,
  });
  if (read.config === undefined) throw new Error(read.problems.join('\n'));
  const { config } = read;
  // A machine under load is no broken database; only the test of that is told to be impatient.
  const patience = options.patience ?? 20_000;
  let now = Date.now();
  const letters: Letter[] = [];
  const log = options.log ?? createLog('silent');
  const clock = () => new Date(now);
  const newId = () => v7();
  const deps: Deps = {
    config,
    database: openDatabase(createPool(database.urls.app, log, 8, patience)),
    // What a password costs is proved where it is hashed; here hundreds are set.
    accounts: openAccounts(config, database.urls.auth, clock, newId, log, patience, CHEAP),
    otherHalf: {
      exchange: openExchange(createPool(database.urls.exchange, log, 8, patience)),
      accounts: openAccounts(
        ...([config, database.urls.exchange, clock, newId, log, patience, CHEAP] as const),
        EXCHANGE_DOOR,
      ),
    },
    clock,
    newId,
    mail: {
      async send(letter) {
        letters.push(letter);
      },
    },
    log,
  };
  const routes: { method: string; url: string; public: boolean }[] = [];
  const app = await buildServer(config, deps, (route) => {
    for (const method of [route.method].flat()) {
      routes.push({ method, url: route.url, public: route.config?.public === true });
    }
  });
  await app.ready();
  afterAll(async () => {
    await app.close();
    await deps.accounts.close();
    await deps.otherHalf.accounts.close();
    await deps.otherHalf.exchange.end();
    await deps.database.end();
  });
  return {
    app,
    deps,
    config,
    letters,
    routes,
    advance(ms) {
      now += ms;
    },
    stranger: () => caller(app, 'nobody'),
    async as(role, at = {}) {
      const id = v7();
      const owner = database.pool('owner');
      await owner.query(
        `insert into auth.account (id, name, email, username, created_at, updated_at)
         values ($1::uuid, $2, $1::text || '@account.invalid', $3, now(), now())`,
        [id, at.name ?? `Test ${role}`, `t${id.slice(-12)}`],
      );
      if (role !== null) {
        await owner.query(
          `insert into role_grant (id, account_id, role, place_id, organisation_id, granted_at)
           values ($1, $2, $3, $4, $5, now())`,
          [v7(), id, role, at.place_id ?? null, at.organisation_id ?? null],
        );
      }
      return signedInAs(id);
    },
    signedInAs,
  };

  async function signedInAs(id: string, door: 's' | 'x' = 's'): Promise<Caller> {
    const token = randomBytes(32).toString('base64url');
    await database.pool('owner').query(
      `insert into ${door === 's' ? 'auth' : 'exchange_auth'}.session
         (id, token, user_id, expires_at, last_active_at, created_at, updated_at)
       values ($1, $2, $3, $4::timestamptz + interval '12 hours', $4, $4, $4)`,
      [v7(), token, id, clock()],
    );
    const signature = createHmac('sha256', config.secret).update(token).digest('base64');
    const signedIn = caller(app, id);
    signedIn.cookies.set(`${door}.session_token`, encodeURIComponent(`${token}.${signature}`));
    return signedIn;
  }
}

function caller(app: ServerApp, id: string): Caller {
  const cookies = new Map<string, string>();
  return {
    id,
    cookies,
    async request(method, url, body, headers = {}) {
      const options: InjectOptions = {
        method,
        url,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookies.size === 0
            ? {}
            : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      };
      const reply = await app.inject(options);
      for (const line of [reply.headers['set-cookie'] ?? []].flat()) keep(cookies, line);
      return reply;
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const name = pair.slice(0, pair.indexOf('='));
  const value = pair.slice(pair.indexOf('=') + 1);
  const gone = value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute));
  if (gone) cookies.delete(name);
  else cookies.set(name, value);
}
