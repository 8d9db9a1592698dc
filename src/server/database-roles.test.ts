import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';

const database = await testDatabase({ seeded: false });

describe('database roles', () => {
  it('none is a superuser, bypasses row security or makes roles; the reader never logs in', async () => {
    const { rows } = await database.pool('superuser').query(
      `select rolname, rolcanlogin, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
          or rolreplication as mighty from pg_roles where rolname like 'homeward%' order by 1`,
    );
    expect(rows).toEqual(
      ['app', 'auth', 'exchange', 'jobs', 'owner', 'reader'].map((name) => ({
        rolname: `homeward_${name}`,
        rolcanlogin: name !== 'reader',
        mighty: false,
      })),
    );
  });

  it.each(['app', 'auth', 'jobs', 'exchange'] as const)('%s makes nothing', async (role) => {
    for (const sql of ['create table public.mine (id int)', 'create schema mine']) {
      await expect(database.pool(role).query(sql)).rejects.toThrow('permission denied');
    }
  });

  // Seen to fail with `grant usage on schema exchange to homeward_app` added.
  it.each([
    ['app', 'exchange'],
    ['exchange', 'public'],
    ['exchange', 'auth'],
    ['auth', 'public'],
    ['jobs', 'public'],
  ] as const)('%s does not enter schema %s', async (role, schema) => {
    const { rows } = await database
      .pool('superuser')
      .query("select has_schema_privilege($1, $2, 'usage') as may", [`homeward_${role}`, schema]);
    expect(rows).toEqual([{ may: false }]);
  });

  it('app reads names of accounts, but no password and no session', async () => {
    const { rows } = await database.pool('superuser').query(
      `select has_table_privilege('homeward_app', c.oid, 'select') as may
         from pg_class c where c.oid in ('auth.credential'::regclass, 'auth.session'::regclass)`,
    );
    expect(rows).toEqual([{ may: false }, { may: false }]);
  });

  it('has the extensions that search needs', async () => {
    const { rows } = await database
      .pool('app')
      .query("select similarity('Karim', 'Karimov') > 0.5 as near, unaccent('é') as plain");
    expect(rows).toEqual([{ near: true, plain: 'e' }]);
  });
});

// Seen to fail without value-parsers.ts: midnight of the server's zone came instead.
it('a day comes from the database as it was written', async () => {
  const { rows } = await database.pool('app').query("select date '2026-11-24' as day");
  expect(rows).toEqual([{ day: '2026-11-24' }]);
});
