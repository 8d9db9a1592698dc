import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';

const database = await testDatabase({ seeded: false });

it('every table forces row-level security', async () => {
  const { rows } = await database.pool('superuser').query<{ relname: string }>(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth', 'exchange')
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  expect(rows).toEqual([]);
});
