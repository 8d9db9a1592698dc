import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { initialise } from './initialise.ts';
import { isAlive, withLock } from './lock.ts';
import { type Placement, place } from './placement.ts';
import {
  findPostmaster,
  freePort,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { DATABASE_ROLES, type DatabaseRole } from './roles.ts';
import { secrets } from './secrets.ts';

export interface ClusterOptions {
  /** Folder of the cluster, made when missing. */
  readonly dir: string;
  /** false only for tests: nothing is flushed to the disk. */
  readonly durable: boolean;
  /** Where the passwords are kept; `dir/secrets.json` unless told. */
  readonly secretsFile?: string;
  /** Told when the server had to be started again. */
  readonly onRestart?: () => void;
  /** For clones that the database user cannot enter. */
  readonly away?: string;
}

export interface Cluster {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly placement: Placement;
  /** Connection string of a role to a database. */
  urlFor(role: DatabaseRole | 'postgres', database: string): string;
  /** Leaves the cluster; the last process that leaves stops the server. */
  stop(): Promise<void>;
}

const WATCH_MS = 250;

/**
 * Starts the bundled PostgreSQL over `dir`, or joins it where it runs already: left over by a process
 * that was killed, or in use by another one. While the caller lives, a server that ends is started
 * again on the same port.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const at = place(options.dir, options.away);
  const lock = join(at.desk, 'lock');
  const password = await withLock(lock, async () =>
    secrets(options.secretsFile ?? join(at.desk, 'secrets.json'), ['postgres', ...DATABASE_ROLES]),
  );
  const server = await withLock(lock, async () => {
    await initialise(at, password.postgres, options.durable);
    enter(at.desk);
    return run(at, options.durable, password.postgres);
  });
  const watch = watchOver(at, server, options, password.postgres);
  return {
    host: '127.0.0.1',
    port: server.port,
    placement: at,
    urlFor(role, database) {
      const url = new URL(`postgres://${role}@127.0.0.1:${server.port}/${database}`);
      url.password = password[role];
      // The host of a query goes before that of the address.
      if (server.socketFolder) url.searchParams.set('host', server.socketFolder);
      return url.href;
    },
    async stop() {
      await watch.end();
      await withLock(lock, async () => {
        if (leave(at.desk)) return;
        const running = findPostmaster(at.data);
        if (running) await stopPostmaster(at.data, running.pid);
      });
    },
  };
}

/** Joins the running server if it is ours and answers; otherwise stops what is there and starts. */
async function run(
  at: Placement,
  durable: boolean,
  password: string,
  wishedPort?: number,
): Promise<Postmaster> {
  const found = findPostmaster(at.data);
  if (found) {
    if (await answersAsOurs(at, found, password)) return found;
    await stopPostmaster(at.data, found.pid);
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startPostmaster(at, wishedPort ?? (await freePort()), durable);
    } catch (problem) {
      // A port may be taken, and the children of a killed server take a moment to end.
      if (attempt === 5) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
  }
}

async function answersAsOurs(at: Placement, found: Postmaster, password: string) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: found.port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === at.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function watchOver(at: Placement, server: Postmaster, options: ClusterOptions, password: string) {
  let work: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (work || findPostmaster(at.data)) return;
    work = withLock(join(at.desk, 'lock'), async () => {
      if (findPostmaster(at.data)) return;
      await run(at, options.durable, password, server.port);
      options.onRestart?.();
    })
      // Tried again at the next turn; meanwhile the server answers "unavailable".
      .catch(() => {})
      .finally(() => {
        work = null;
      });
  }, WATCH_MS);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await work;
    },
  };
}

/** Users of a cluster are files named by process number and a count within the process. */
let entered = 0;

function enter(desk: string): void {
  entered += 1;
  mkdirSync(join(desk, 'users'), { recursive: true });
  writeFileSync(join(desk, 'users', `${process.pid}-${entered}`), '');
}

/** Takes one entry of this process away; true when somebody still uses the cluster. */
function leave(desk: string): boolean {
  const folder = join(desk, 'users');
  let own = false;
  let others = false;
  for (const name of readdirSync(folder)) {
    const pid = Number(name.split('-')[0]);
    if (pid === process.pid && !own) {
      own = true;
      rmSync(join(folder, name), { force: true });
    } else if (isAlive(pid)) others = true;
    else rmSync(join(folder, name), { force: true });
  }
  return others;
}
