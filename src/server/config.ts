import { z } from 'zod';
import { PROTECTIONS, type Protection } from './protections.ts';

/** The key that trial mode signs with where none is given. It is public, so live mode refuses it. */
export const TRIAL_SECRET = 'trial-only-key-that-everybody-can-read-in-the-sources';

const HALVES = ['programme', 'exchange'] as const;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgresql://' })
  .optional();

const wholeNumber = (low: number, high: number) => z.coerce.number().int().min(low).max(high);

/** The environment: one of the four doors. Every variable has its name, its form and its default here. */
const environment = z.object({
  HOMEWARD_MODE: z.enum(['trial', 'live']).default('trial'),
  HOMEWARD_URL: z.url({ protocol: /^https?$/ }).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl,
  DATABASE_AUTH_URL: databaseUrl,
  DATABASE_JOBS_URL: databaseUrl,
  DATABASE_EXCHANGE_URL: databaseUrl,
  HOMEWARD_SECRET: z.string().min(32).optional(),
  HOMEWARD_HALVES: z
    .string()
    .default('programme,exchange')
    .transform((text) => text.split(',').map((half) => half.trim()))
    .pipe(z.array(z.enum(HALVES)).min(1)),
  HOMEWARD_DATA_DIR: z.string().min(1).default('./var'),
  LOG_LEVEL: z.enum(LEVELS).default('info'),
  /** Address or network (CIDR) of the one proxy whose forwarded headers are believed. */
  HOMEWARD_TRUSTED_PROXY: z
    .string()
    .regex(/^[0-9a-fA-F.:/, ]+$/, { error: 'must be an address or network, e.g. 10.0.0.2' })
    .optional(),
  /** Requests a minute that one address may send before it is asked to wait. */
  HOMEWARD_REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000).default(3000),
  HOMEWARD_BUSY_AFTER_MS: wholeNumber(100, 600_000).default(2000),
  HOMEWARD_DATABASE_WAIT_MS: wholeNumber(100, 600_000).default(800),
});

export interface Config {
  readonly mode: 'trial' | 'live';
  /** The address that people type, without a slash at the end. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Connection strings by role; undefined = take it from the embedded PostgreSQL. */
  readonly database: {
    readonly app: string | undefined;
    readonly owner: string | undefined;
    readonly auth: string | undefined;
    readonly jobs: string | undefined;
    readonly exchange: string | undefined;
  };
  readonly secret: string;
  readonly halves: readonly (typeof HALVES)[number][];
  readonly dataDirectory: string;
  readonly logLevel: (typeof LEVELS)[number];
  readonly trustedProxy: string | undefined;
  readonly requestsPerMinute: number;
  /** Milliseconds that the event loop may be behind before callers get 503. */
  readonly busyAfterMs: number;
  /** Milliseconds that a request waits for a connection to the database before it gets 503. */
  readonly databaseWaitMs: number;
}

export type ConfigResult =
  | { readonly config: Config; readonly problems?: never }
  | { readonly config?: never; readonly problems: readonly string[] };

/**
 * Reads the environment once. Each problem is one sentence that names its variable; all of them are
 * told at once, so that nobody has to start ten times. Empty variables count as absent.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  }
  const value = parsed.data;
  const config: Config = {
    mode: value.HOMEWARD_MODE,
    url: (value.HOMEWARD_URL ?? `http://127.0.0.1:${value.PORT}`).replace(/\/+$/, ''),
    host: value.HOST,
    port: value.PORT,
    database: {
      app: value.DATABASE_URL,
      owner: value.DATABASE_OWNER_URL,
      auth: value.DATABASE_AUTH_URL,
      jobs: value.DATABASE_JOBS_URL,
      exchange: value.DATABASE_EXCHANGE_URL,
    },
    secret: value.HOMEWARD_SECRET ?? TRIAL_SECRET,
    halves: value.HOMEWARD_HALVES,
    dataDirectory: value.HOMEWARD_DATA_DIR,
    logLevel: value.LOG_LEVEL,
    trustedProxy: value.HOMEWARD_TRUSTED_PROXY,
    requestsPerMinute: value.HOMEWARD_REQUESTS_PER_MINUTE,
    busyAfterMs: value.HOMEWARD_BUSY_AFTER_MS,
    databaseWaitMs: value.HOMEWARD_DATABASE_WAIT_MS,
  };
  return { config };
}

/**
 * What stands between this configuration and real people, all of it at once; empty in trial mode.
 * `demoAccounts` = how many accounts of the demo world the database holds.
 */
export function liveRefusals(
  config: Config,
  demoAccounts: number,
  protections: readonly Protection[] = PROTECTIONS,
): string[] {
  if (config.mode === 'trial') return [];
  const refusals: string[] = [];
  if (!config.url.startsWith('https://')) {
    refusals.push('HOMEWARD_URL: live mode needs the https address that people type');
  }
  if (config.secret === TRIAL_SECRET) {
    refusals.push('HOMEWARD_SECRET: live mode needs a key of its own of 32 characters or more');
  }
  if (config.trustedProxy === undefined) {
    refusals.push('HOMEWARD_TRUSTED_PROXY: live mode needs the address of the proxy that ends TLS');
  }
  if (config.halves.length > 1) {
    refusals.push('HOMEWARD_HALVES: a live instance runs one half, programme or exchange');
  }
  for (const role of ['app', 'auth'] as const) {
    if (config.database[role] === undefined) {
      const name = role === 'app' ? 'DATABASE_URL' : 'DATABASE_AUTH_URL';
      refusals.push(`${name}: live mode needs a PostgreSQL of its own`);
    }
  }
  if (demoAccounts > 0) {
    refusals.push(`demo accounts: ${demoAccounts} in the database; live mode needs a new database`);
  }
  for (const protection of protections) {
    if (!protection.built) refusals.push(`protection ${protection.name}: ${protection.reason}`);
  }
  return refusals;
}
