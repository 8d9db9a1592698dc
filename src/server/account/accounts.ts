import { createHmac, randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { createPool } from '../pool.ts';
import { hashPassword, PASSWORD_COST, type PasswordCost, verifyPassword } from './password.ts';

/** Nobody works longer than this without signing in again, however busy. */
const SESSION_SECONDS = 12 * 60 * 60;

/** Whose accounts: each half has a schema, an address and cookies of its own, and no table in common. */
export interface Door {
  readonly schema: 'auth' | 'exchange_auth';
  readonly basePath: string;
  readonly cookie: string;
}

export const PROGRAMME_DOOR: Door = { schema: 'auth', basePath: '/api/auth', cookie: 's' };
export const EXCHANGE_DOOR: Door = {
  ...{ schema: 'exchange_auth', basePath: '/api/exchange/auth', cookie: 'x' },
};

/** The accounts' own pool (role homeward_auth, or homeward_exchange) and better-auth on it. */
export interface Accounts {
  readonly door: Door;
  readonly auth: ReturnType<typeof createAuth>;
  readonly pool: pg.Pool;
  /** Of every password that is set from now on. */
  readonly passwordCost: PasswordCost;
  /** A keyed hash: what is compared but never read back (throttle keys, invitation secrets). */
  digest(purpose: string, value: string): string;
  close(): Promise<void>;
}

/**
 * Opens the accounts. `newId` makes UUIDv7s; `clock` is the server's. Only tests, which set hundreds
 * of passwords, give a cost of their own.
 */
export function openAccounts(
  config: Config,
  url: string,
  clock: () => Date,
  newId: () => string,
  log: Log,
  patienceMs?: number,
  passwordCost = PASSWORD_COST,
  door = PROGRAMME_DOOR,
): Accounts {
  const pool = createPool(withPath(url, door.schema), log, 6, patienceMs);
  return {
    door,
    auth: createAuth(config, door, pool, clock, newId, passwordCost),
    pool,
    passwordCost,
    digest: (purpose, value) =>
      createHmac('sha256', config.secret).update(`${purpose}\u0000${value}`).digest('base64url'),
    close: () => pool.end(),
  };
}

/** better-auth names no schema: its tables are found by the path of its connections. */
function withPath(url: string, schema: string): string {
  const address = new URL(url);
  address.searchParams.set('options', `-c search_path=${schema}`);
  return address.href;
}

/**
 * better-auth says `user` and `account` where we say `account` and `credential`. Its own `modelName`
 * option cannot swap the two (it looks a name up again and finds the other table), so the names are
 * given where the SQL is made.
 */
class OurNames extends CamelCasePlugin {
  protected override snakeCase(name: string): string {
    if (name === 'user') return 'account';
    if (name === 'account') return 'credential';
    return super.snakeCase(name);
  }
}

function createAuth(
  config: Config,
  door: Door,
  pool: pg.Pool,
  clock: () => Date,
  newId: () => string,
  passwordCost: PasswordCost,
) {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new OurNames()],
  });
  return betterAuth({
    appName: 'Sign-in',
    baseURL: config.url,
    basePath: door.basePath,
    secret: config.secret,
    trustedOrigins: [config.url],
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { throw: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: {
        hash: (password) => hashPassword(password, passwordCost),
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    user: {
      additionalFields: {
        locale: { type: 'string', required: false, input: false, defaultValue: 'en' },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      freshAge: 0,
      additionalFields: { lastActiveAt: { type: 'date', required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            // A switched-off account ends here, whichever way somebody came.
            const { rows } = await pool.query<{ disabled_at: Date | null }>(
              'select disabled_at from account where id = $1',
              [session.userId],
            );
            if (rows[0] === undefined || rows[0].disabled_at !== null) return false;
            const token = randomBytes(32).toString('base64url');
            const lastActiveAt = clock();
            const expiresAt = new Date(lastActiveAt.getTime() + SESSION_SECONDS * 1000);
            const fresh = { token, lastActiveAt, expiresAt, ipAddress: null, userAgent: null };
            return { data: { ...session, ...fresh } };
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/*': { window: 60, max: 60 },
        '/two-factor/*': { window: 60, max: 60 },
        '/change-password': { window: 60, max: 30 },
      },
    },
    advanced: {
      cookiePrefix: door.cookie,
      useSecureCookies: config.url.startsWith('https://'),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId() },
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameValidator: (name) => /^[A-Za-z0-9._-]+$/.test(name),
      }),
      twoFactor({ accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 } }),
    ],
  });
}

/** Set by us only: the pseudonym of the caller's address, in the form of an address. */
export const ADDRESS_HEADER = 'x-homeward-address';
