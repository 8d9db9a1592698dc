import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '#server/postgres/roles.ts';
import { rowTypes } from '#server/postgres/row-types.ts';
import { schemaText } from '#server/postgres/schema-text.ts';
import { ROOT, startTestCluster, templates } from '#test/setup/test-cluster.ts';

// Run after a new migration: `node scripts/write-schema.ts`. `npm run check` says when it was forgotten.
const cluster = await startTestCluster();
try {
  const { migrated } = await templates(cluster, { seed: false });
  await withClient(cluster.urlFor('postgres', migrated), async (database) => {
    writeFileSync(join(ROOT, 'db/schema.sql'), await schemaText(database));
    const types = await rowTypes(database);
    writeFileSync(join(ROOT, 'src/server/database-types.generated.ts'), types);
  });
} finally {
  await cluster.stop();
}
