import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hashPassword } from '#server/account/password.ts';
import { migrate } from '#server/migrate.ts';
import { type Cluster, startCluster } from '#server/postgres/cluster.ts';
import { isAlive } from '#server/postgres/lock.ts';
import { provideDatabase, provideRoles, urlsOf } from '#server/postgres/provision.ts';
import { type DatabaseUrls, withClient } from '#server/postgres/roles.ts';
import { DEMO_PASSWORD } from '#server/seed/accounts.ts';
import { testFolder } from '../../scripts/check/memory.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Joins the test cluster of this work tree, made on first use; several runs may share it at once. */
export async function startTestCluster(): Promise<Cluster> {
  const dir = join(testFolder(ROOT, join(ROOT, 'var')), 'test-postgres');
  const cluster = await startCluster({ dir, durable: false });
  await provideRoles(cluster);
  return cluster;
}

/** The two templates: migrated only, and with the demo world. */
export interface Templates {
  readonly migrated: string;
  /** null where there is no seed yet; `{ failure }` where it did not load. */
  readonly seeded: string | { readonly failure: string } | null;
}

const MIGRATED = ['db/*.sql', 'src/server/migrate.ts', 'src/server/postgres/provision.ts'];
const SEEDED = [
  ...MIGRATED,
  'test/setup/test-cluster.ts',
  'seed/**',
  'src/server/seed/**',
  'src/server/exchange/**',
  'src/domain/exchange/**',
  'src/server/case/**',
  'src/server/arrival/**',
  'src/server/people/**',
  'src/domain/**',
];
const SEED = join(ROOT, 'src/server/seed/world.ts');

/** Builds the templates where the files they are made of have changed; otherwise finds them. */
export async function templates(
  cluster: Cluster,
  { seed: wanted = true }: { seed?: boolean } = {},
): Promise<Templates> {
  return withClient(cluster.urlFor('postgres', 'postgres'), async (admin) => {
    // One builder at a time in this cluster; the others find its work.
    await admin.query("select pg_advisory_lock(hashtext('homeward.templates'))");
    const present = await databases(cluster);
    await dropLeftOvers(cluster, present);
    const migrated = `template_${fingerprint(MIGRATED)}`;
    if (!present.has(migrated)) {
      await build(cluster, migrated, async (urls) => {
        await migrate(urls.owner);
      });
    }
    const seeded = `world_${fingerprint(SEEDED)}`;
    if (!present.has(seeded)) {
      try {
        const seed = wanted ? await seeder() : null;
        if (!seed) return { migrated, seeded: null };
        await build(cluster, seeded, async (urls) => {
          await migrate(urls.owner);
          await seed(urls);
          await makePasswordsCheap(urls);
        });
      } catch (problem) {
        return { migrated, seeded: { failure: String((problem as Error).stack) } };
      }
    }
    await admin.query(
      `create table if not exists template_use (name text primary key, at timestamptz not null)`,
    );
    await admin.query(
      `insert into template_use select unnest($1::text[]), now()
         on conflict (name) do update set at = excluded.at`,
      [[migrated, seeded]],
    );
    return { migrated, seeded };
  });
}

/** Makes `name` by way of a half-made database, so that a template is always whole. */
async function build(cluster: Cluster, name: string, fill: (urls: DatabaseUrls) => Promise<void>) {
  const half = `half_${name}`;
  const root = cluster.urlFor('postgres', 'postgres');
  await withClient(root, (admin) => admin.query(`drop database if exists ${half} with (force)`));
  await provideDatabase(cluster, half);
  try {
    await fill(urlsOf(cluster, half));
    await withClient(cluster.urlFor('postgres', half), (admin) => admin.query('vacuum analyze'));
    await withClient(root, (admin) => admin.query(`alter database ${half} rename to ${name}`));
  } catch (problem) {
    await withClient(root, (admin) => admin.query(`drop database if exists ${half} with (force)`));
    throw problem;
  }
}

async function seeder(): Promise<((urls: DatabaseUrls) => Promise<unknown>) | null> {
  if (globSync(SEED).length === 0) return null;
  const module = (await import(/* @vite-ignore */ pathToFileURL(SEED).href)) as {
    seedWorld?: (urls: DatabaseUrls) => Promise<unknown>;
  };
  return module.seedWorld ?? null;
}

/** What a password costs is proved where it is hashed; here people sign in hundreds of times. */
async function makePasswordsCheap(urls: DatabaseUrls): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD, { memory: 1024, passes: 1 });
  await withClient(urls.owner, (owner) =>
    owner.query('update auth.credential set password = $1 where password is not null', [hash]),
  );
}

async function databases(cluster: Cluster): Promise<Set<string>> {
  return withClient(cluster.urlFor('postgres', 'postgres'), async (admin) => {
    const { rows } = await admin.query<{ datname: string }>('select datname from pg_database');
    return new Set(rows.map((row) => row.datname));
  });
}

/** Databases of runs that ended without dropping theirs, and templates of an hour ago or older. */
async function dropLeftOvers(cluster: Cluster, present: Set<string>): Promise<void> {
  await withClient(cluster.urlFor('postgres', 'postgres'), async (admin) => {
    const { rows } = await admin
      .query<{ name: string }>(
        "delete from template_use where at < now() - interval '1 hour' returning name",
      )
      .catch(() => ({ rows: [] }));
    const old = new Set(rows.map((row) => row.name));
    for (const name of present) {
      const runner = /^test_(\d+)_/.exec(name)?.[1];
      if (old.has(name) || (runner && !isAlive(Number(runner)))) {
        await admin.query(`drop database if exists ${name} with (force)`);
        present.delete(name);
      }
    }
  });
}

function fingerprint(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync([...patterns], { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
