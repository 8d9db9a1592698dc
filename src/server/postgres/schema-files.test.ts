import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { ROOT } from '#test/setup/test-cluster.ts';
import { rowTypes } from './row-types.ts';
import { schemaText } from './schema-text.ts';

const database = await testDatabase({ seeded: false });
const AGAIN = 'out of date: run node scripts/write-schema.ts';

it('db/schema.sql is what the migrations add up to', async () => {
  const text = await schemaText(database.pool('superuser'));
  expect(readFileSync(join(ROOT, 'db/schema.sql'), 'utf8') === text, AGAIN).toBe(true);
});

it('the row types are those of the migrated database', async () => {
  const text = await rowTypes(database.pool('superuser'));
  const file = readFileSync(join(ROOT, 'src/server/database-types.generated.ts'), 'utf8');
  expect(file === text, AGAIN).toBe(true);
});
