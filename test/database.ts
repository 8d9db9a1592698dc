import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { DatabaseUrls } from '#server/postgres/roles.ts';
import { cloneTemplate, dropClone, urlsTo, urlTo } from './setup/clone.ts';

export interface TestDatabase {
  readonly name: string;
  readonly urls: DatabaseUrls;
  /** For what only a superuser may do: break a guarantee on purpose, look behind row security. */
  readonly superuserUrl: string;
  /** A pool of that role, made at first use and closed after the file. */
  pool(role: keyof DatabaseUrls | 'superuser'): pg.Pool;
  /**
   * Waits until a pull brings everything that is written by now. Transaction ids belong to the whole
   * cluster: a pull stops before the oldest transaction that any other test file has open.
   */
  settled(): Promise<void>;
}

/**
 * A database of the calling test file's own, cloned from the migrated and seeded template (some 50 ms),
 * dropped after the file: `const database = await testDatabase();` at its top. With
 * `{ seeded: false }` it has the schema but no rows.
 */
export async function testDatabase(options: { seeded?: boolean } = {}): Promise<TestDatabase> {
  const root = inject('superuserUrl');
  const name = await cloneTemplate(root, template(options));
  const given = inject('urls');
  const urls = urlsTo(given, name);
  const superuserUrl = urlTo(root, name);
  const pools = new Map<string, pg.Pool>();
  afterAll(async () => {
    for (const pool of pools.values()) await pool.end();
    await dropClone(root, name);
  });
  const poolOf = (role: keyof DatabaseUrls | 'superuser') => {
    const known = pools.get(role);
    if (known) return known;
    const connectionString = role === 'superuser' ? superuserUrl : urls[role];
    const pool = new pg.Pool({ connectionString, max: 8 });
    pool.on('error', () => {});
    pools.set(role, pool);
    return pool;
  };
  return {
    name,
    urls,
    superuserUrl,
    pool: poolOf,
    async settled() {
      const superuser = poolOf('superuser');
      const { rows } = await superuser.query('select pg_current_xact_id()::text as mark');
      const past = 'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as past';
      while ((await superuser.query(past, [rows[0].mark])).rows[0].past !== true) await pause(20);
    },
  };
}

function template({ seeded = true }: { seeded?: boolean }): string {
  const made = inject('templates');
  if (!seeded || made.seeded === null) return made.migrated;
  if (typeof made.seeded === 'string') return made.seeded;
  throw new Error(`The demo world did not load: ${made.seeded.failure}`);
}
