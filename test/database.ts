import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Fault, verifyCases } from '#server/case/verify.ts';
import { type DatabaseUrls, withClient } from '#server/postgres/roles.ts';
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
  /** What `verify` finds in the files in which anything was written since; the others came from the template. */
  faults(): Promise<readonly Fault[]>;
}

const MARK = 'select pg_current_xact_id()::text as mark';
const WRITTEN = `select array_agg(distinct case_id) as ids from (
  select case_id, xid from fact union all select id, xid from case_file
  union all select case_id, xid from case_reach) as written (case_id, xid) where xid >= $1::xid8`;

/**
 * A database of the calling test file's own, cloned from the migrated and seeded template (some 50 ms),
 * dropped after the file: `const database = await testDatabase();` at its top. With
 * `{ seeded: false }` it has the schema but no rows.
 */
export async function testDatabase(options: { seeded?: boolean } = {}): Promise<TestDatabase> {
  const root = inject('superuserUrl');
  const begun = await withClient(root, (client) => client.query(MARK));
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
      const { rows } = await superuser.query(MARK);
      const past = 'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as past';
      while ((await superuser.query(past, [rows[0].mark])).rows[0].past !== true) await pause(20);
    },
    faults: () =>
      withClient(urls.owner, async (owner) => {
        const { rows } = await owner.query(WRITTEN, [begun.rows[0].mark]);
        return (await verifyCases(owner, rows[0].ids ?? [])).faults;
      }),
  };
}

function template({ seeded = true }: { seeded?: boolean }): string {
  const made = inject('templates');
  if (!seeded || made.seeded === null) return made.migrated;
  if (typeof made.seeded === 'string') return made.seeded;
  throw new Error(`The demo world did not load: ${made.seeded.failure}`);
}
