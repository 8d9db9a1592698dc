import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { migrate, migrationState, migrations } from './migrate.ts';

const database = await testDatabase({ seeded: false });
const owner = database.pool('owner');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  for (const { name, sql } of migrations()) writeFileSync(join(folder, `${name}.sql`), sql);
});
afterEach(() => rmSync(folder, { recursive: true }));

const add = (name: string, sql: string) => writeFileSync(join(folder, `${name}.sql`), sql);

describe('migrate', () => {
  it('applies nothing twice and reports the state to the application role', async () => {
    expect(await migrate(database.urls.owner)).toEqual([]);
    const state = await migrationState(database.pool('app'));
    expect(state).toMatchObject({ current: true, pending: [], foreign: [] });
    expect(state.applied).toEqual(migrations().map((file) => file.name));
  });

  // Seen to fail with the row written after the file instead of before: "already exists".
  it('applies each file once when four processes start together', async () => {
    add('29990101T0000-once', 'create table once (id int); select pg_sleep(0.05)');
    const done = await Promise.all([1, 2, 3, 4].map(() => migrate(database.urls.owner, folder)));
    expect(done.flat()).toEqual(['29990101T0000-once']);
    await owner.query("delete from migration where name = '29990101T0000-once'; drop table once");
  });

  it('leaves nothing of a file that fails, and names it', async () => {
    add('29990101T0001-broken', 'create table half (id int); select nonsense()');
    await expect(migrate(database.urls.owner, folder)).rejects.toThrow('29990101T0001-broken');
    const { rows } = await owner.query("select to_regclass('half') as half");
    expect(rows).toEqual([{ half: null }]);
    const state = await migrationState(owner, folder);
    expect(state).toMatchObject({ current: false, pending: ['29990101T0001-broken'] });
  });

  it('refuses when an applied file was changed or is missing', async () => {
    const first = migrations()[0];
    if (!first) throw new Error('no migrations');
    add(first.name, `${first.sql}\n-- changed`);
    await expect(migrate(database.urls.owner, folder)).rejects.toThrow(first.name);
    rmSync(join(folder, `${first.name}.sql`));
    await expect(migrate(database.urls.owner, folder)).rejects.toThrow(first.name);
  });

  it('lets the owner hand a function to the reader, who may make nothing else', async () => {
    add(
      '29990101T0002-reader',
      `create function handed() returns int language sql security definer
         set search_path = public as 'select 1';
       alter function handed() owner to homeward_reader;
       grant execute on function handed() to homeward_app`,
    );
    await migrate(database.urls.owner, folder);
    await owner.query("delete from migration where name = '29990101T0002-reader'");
    expect((await database.pool('app').query('select handed()')).rowCount).toBe(1);
    const { rows } = await owner.query(
      "select has_schema_privilege('homeward_reader', 'public', 'create') as may",
    );
    expect(rows).toEqual([{ may: false }]);
  });
});
