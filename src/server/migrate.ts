import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { rightRows } from '#domain/access/rights.ts';
import { withClient } from './postgres/roles.ts';

/** One file of db/: `name` without `.sql`, `hash` over its bytes. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** What /api/health tells about the schema. `current` = every file of this version is applied. */
export interface MigrationState {
  readonly current: boolean;
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** Applied here, but changed or missing among the files of this version. */
  readonly foreign: readonly string[];
}

const FOLDER = fileURLToPath(new URL('../../db', import.meta.url));
const FILE_NAME = /^\d{8}T\d{4}-[a-z0-9-]+\.sql$/;

/** The migrations of this version in order: db/<UTC minute>-<name>.sql. */
export function migrations(folder: string = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => FILE_NAME.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      const hash = createHash('sha256').update(sql).digest('hex');
      return { name: file.slice(0, -'.sql'.length), sql, hash };
    });
}

/**
 * Applies what is not applied yet, each file in its own transaction, as the owner (`ownerUrl`).
 * Several processes may do this at once. Returns the names it applied. Throws, with the schema as it
 * was before that file, when a file fails, or when an applied file has changed or is missing.
 */
export async function migrate(ownerUrl: string, folder: string = FOLDER): Promise<string[]> {
  const files = migrations(folder);
  return withClient(ownerUrl, async (client) => {
    await prepare(client);
    const { foreign } = compare(files, await applied(client));
    if (foreign.length > 0) {
      throw new Error(`Applied migrations were changed or are missing: ${foreign.join(', ')}`);
    }
    const done: string[] = [];
    for (const file of files) if (await apply(client, file)) done.push(file.name);
    if (folder === FOLDER) await copyRights(client);
    return done;
  });
}

/** Compares the files of this version with what the database has, by any role that may read it. */
export async function migrationState(
  database: Pick<pg.Pool, 'query'>,
  folder: string = FOLDER,
): Promise<MigrationState> {
  return compare(migrations(folder), await applied(database));
}

async function prepare(client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query("select pg_advisory_xact_lock(hashtext('homeward.migration'))");
  await client.query(`
    create table if not exists public.migration (
      name text primary key,
      hash text not null,
      applied_at timestamptz(3) not null default now()
    );
    alter table public.migration enable row level security;
    alter table public.migration force row level security;
    drop policy if exists migration_owner on public.migration;
    create policy migration_owner on public.migration to homeward_owner using (true);
    drop policy if exists migration_read on public.migration;
    create policy migration_read on public.migration for select to homeward_app using (true);
    grant select on public.migration to homeward_app`);
  await client.query('commit');
}

async function applied(database: Pick<pg.ClientBase, 'query'>) {
  const { rows } = await database.query<{ name: string; hash: string }>(
    'select name, hash from public.migration order by name',
  );
  return rows;
}

function compare(
  files: readonly Migration[],
  rows: readonly { name: string; hash: string }[],
): MigrationState {
  const hashes = new Map(files.map((file) => [file.name, file.hash]));
  const names = new Set(rows.map((row) => row.name));
  const pending = files.map((file) => file.name).filter((name) => !names.has(name));
  const foreign = rows.filter((row) => hashes.get(row.name) !== row.hash).map((row) => row.name);
  return {
    current: pending.length === 0 && foreign.length === 0,
    applied: rows.map((row) => row.name),
    pending,
    foreign,
  };
}

/** False when another process was first: its row makes ours wait, then exist already. */
async function apply(client: pg.Client, file: Migration): Promise<boolean> {
  await client.query('begin');
  try {
    const { rowCount } = await client.query(
      `insert into public.migration (name, hash) values ($1, $2) on conflict do nothing`,
      [file.name, file.hash],
    );
    if (rowCount === 0) {
      await client.query('rollback');
      return false;
    }
    // Only while functions are handed to the reader may it own something in a schema.
    await client.query('grant create on schema public to homeward_reader');
    await client.query(file.sql);
    await client.query('revoke create on schema public from homeward_reader');
    await client.query('commit');
    return true;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Migration ${file.name} failed${lineOf(cause, file.sql)}: ${reason}`, {
      cause,
    });
  }
}

/** PostgreSQL tells the place as a count of characters; a person looks for the line. */
function lineOf(problem: unknown, sql: string): string {
  const position = Number((problem as { position?: string }).position);
  return position > 0 ? ` in line ${sql.slice(0, position).split('\n').length}` : '';
}

/** Copies the declared table of rights to the database, where row-level security reads it. */
async function copyRights(client: pg.Client): Promise<void> {
  await client.query(
    `with declared as (
       select * from jsonb_to_recordset($1) as r(role text, verb text, compartment text)
     ), gone as (
       delete from role_right r where (r.role, r.verb, r.compartment) not in (table declared)
     )
     insert into role_right table declared on conflict do nothing`,
    [JSON.stringify(rightRows())],
  );
}
