import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import '#server/postgres/value-parsers.ts';
import { type DatabaseUrls, withClient } from '#server/postgres/roles.ts';

export interface TestDatabase {
  readonly name: string;
  readonly urls: DatabaseUrls;
  /** For what only a superuser may do: break a guarantee on purpose, look behind row security. */
  readonly superuserUrl: string;
  /** A pool of that role, made at first use and closed after the file. */
  pool(role: keyof DatabaseUrls | 'superuser'): pg.Pool;
}

/**
 * A database of the calling test file's own, cloned from the migrated and seeded template (some 50 ms),
 * dropped after the file: `const database = await testDatabase();` at its top. With
 * `{ seeded: false }` it has the schema but no rows.
 */
export async function testDatabase(options: { seeded?: boolean } = {}): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  const root = inject('superuserUrl');
  await withClient(root, async (admin) => {
    await admin.query(`create database ${name} template ${template(options)} strategy file_copy`);
    // Rights on the database itself are not copied.
    await admin.query(`alter database ${name} owner to homeward_owner`);
    await admin.query(`revoke all on database ${name} from public`);
    await admin.query(
      `grant connect on database ${name}
         to homeward_app, homeward_auth, homeward_jobs, homeward_exchange`,
    );
  });
  const given = inject('urls');
  const urls: DatabaseUrls = {
    owner: at(given.owner, name),
    app: at(given.app, name),
    auth: at(given.auth, name),
    jobs: at(given.jobs, name),
    exchange: at(given.exchange, name),
  };
  const superuserUrl = at(root, name);
  const pools = new Map<string, pg.Pool>();
  afterAll(async () => {
    for (const pool of pools.values()) await pool.end();
    await withClient(root, (admin) => admin.query(`drop database ${name} with (force)`));
  });
  return {
    name,
    urls,
    superuserUrl,
    pool(role) {
      const known = pools.get(role);
      if (known) return known;
      const connectionString = role === 'superuser' ? superuserUrl : urls[role];
      const pool = new pg.Pool({ connectionString, max: 8 });
      pool.on('error', () => {});
      pools.set(role, pool);
      return pool;
    },
  };
}

function template({ seeded = true }: { seeded?: boolean }): string {
  const made = inject('templates');
  if (!seeded || made.seeded === null) return made.migrated;
  if (typeof made.seeded === 'string') return made.seeded;
  throw new Error(`The demo world did not load: ${made.seeded.failure}`);
}

function at(url: string, database: string): string {
  const own = new URL(url);
  own.pathname = `/${database}`;
  return own.href;
}
