import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import type { Config } from '#server/config.ts';
import { migrate, migrationState } from '#server/migrate.ts';
import { type Cluster, startCluster } from '#server/postgres/cluster.ts';
import { provideDatabase, provideRoles, urlsOf } from '#server/postgres/provision.ts';
import { type DatabaseUrls, withClient } from '#server/postgres/roles.ts';

/** The database that a command works on: reachable, migrated, and in trial mode with a world in it. */
export interface Ground {
  /** `owner` is undefined where an operator keeps it from the server. */
  readonly urls: Omit<DatabaseUrls, 'owner'> & { readonly owner: string | undefined };
  /** True when the bundled PostgreSQL runs below us. */
  readonly embedded: boolean;
  /** True when this start loaded the demo world. */
  readonly seeded: boolean;
  close(): Promise<void>;
}

/** Somebody of the demo world, with the way in. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly title: string;
}

interface World {
  seedDemo(urls: DatabaseUrls): Promise<unknown>;
  readonly DEMO_ACCOUNTS?: readonly DemoAccount[];
  readonly DEMO_EXCHANGE_ACCOUNTS?: readonly DemoAccount[];
}

const WORLD = fileURLToPath(new URL('../server/seed/world.ts', import.meta.url));
const DATABASE = 'homeward';

/** The module of the demo world; loaded only where it is needed. */
export async function world(): Promise<World | null> {
  if (!existsSync(WORLD)) return null;
  return (await import(pathToFileURL(WORLD).href)) as World;
}

/** Brings up the bundled PostgreSQL, or goes to the one that DATABASE_URL names. */
export async function openGround(config: Config, say: (text: string) => void): Promise<Ground> {
  if (config.database.app !== undefined) return external(config, say);
  const dir = resolve(config.dataDirectory);
  await mkdir(dir, { recursive: true });
  const cluster = await startCluster({
    dir: join(dir, 'postgres'),
    durable: true,
    secretsFile: join(dir, 'secrets.json'),
    onRestart: () => say('PostgreSQL had ended; it runs again'),
  });
  try {
    await provideRoles(cluster);
    const seeded = await bringUp(cluster, config, say);
    const urls = urlsOf(cluster, DATABASE);
    return { urls, embedded: true, seeded, close: () => cluster.stop() };
  } catch (problem) {
    await cluster.stop();
    if (config.mode === 'live') throw problem;
    throw new Error(
      `${(problem as Error).message}\nThis is a trial: to begin anew, delete ${join(dir, 'postgres')}.`,
      { cause: problem },
    );
  }
}

/** True when this was the first run and the demo world was loaded. */
async function bringUp(cluster: Cluster, config: Config, say: (text: string) => void) {
  const admin = cluster.urlFor('postgres', 'postgres');
  const { rowCount } = await withClient(admin, (client) =>
    client.query('select from pg_database where datname = $1', [DATABASE]),
  );
  if (rowCount) {
    await announce(migrate((await provideDatabase(cluster, DATABASE)).owner), say);
    return false;
  }
  // Made under another name and renamed when whole: a first run that was cut leaves nothing half-made.
  const making = `${DATABASE}_making`;
  await withClient(admin, (client) =>
    client.query(`drop database if exists ${making} with (force)`),
  );
  const urls = await provideDatabase(cluster, making);
  // Nothing has to last before it is renamed, and the renaming flushes all that was written before it.
  await withClient(admin, (client) =>
    client.query(`alter database ${making} set synchronous_commit = off`),
  );
  await announce(migrate(urls.owner), say);
  const demo = config.mode === 'trial' ? await world() : null;
  if (demo) {
    say('loading the demo world (once) …');
    await demo.seedDemo(urls);
  }
  await withClient(admin, async (client) => {
    await client.query(`alter database ${making} reset synchronous_commit`);
    await client.query(`alter database ${making} rename to ${DATABASE}`);
  });
  return demo !== null;
}

async function announce(work: Promise<string[]>, say: (text: string) => void): Promise<void> {
  for (const name of await work) say(`applied migration ${name}`);
}

async function external(config: Config, say: (text: string) => void): Promise<Ground> {
  const { app, owner, auth, jobs, exchange } = config.database;
  if (!app || !auth || !jobs || !exchange) {
    throw new Error(
      'With DATABASE_URL also set DATABASE_AUTH_URL, DATABASE_JOBS_URL and DATABASE_EXCHANGE_URL ' +
        '(docs/operations.md).',
    );
  }
  let seeded = false;
  if (owner) {
    await announce(migrate(owner), say);
    const demo = config.mode === 'trial' && (await isEmpty(owner)) ? await world() : null;
    if (demo) {
      say('loading the demo world (once) …');
      await demo.seedDemo({ owner, app, auth, jobs, exchange });
      seeded = true;
    }
  } else await refuseUnlessCurrent(app);
  return {
    urls: { owner, app, auth, jobs, exchange },
    embedded: false,
    seeded,
    close: async () => {},
  };
}

/** True where nobody works here yet and nothing is known: no account, no person, no programme model. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ empty: boolean }>(
      `select not exists (select from auth.account) and not exists (select from public.person)
         and not exists (select from public.programme_model) as empty`,
    );
    return rows[0]?.empty === true;
  });
}

async function refuseUnlessCurrent(appUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: appUrl, max: 1 });
  pool.on('error', () => {});
  try {
    const { current, pending, foreign } = await migrationState(pool);
    if (current) return;
    throw new Error(
      `The database is not of this version (${[...pending, ...foreign].join(', ')}). ` +
        'Run: DATABASE_OWNER_URL=… npm run homeward -- migrate',
    );
  } finally {
    await pool.end();
  }
}
