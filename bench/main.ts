import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { parseModel } from '#domain/case/model.ts';
import { verifyCases } from '#server/case/verify.ts';
import { migrate } from '#server/migrate.ts';
import { startCluster } from '#server/postgres/cluster.ts';
import { provideDatabase, provideRoles } from '#server/postgres/provision.ts';
import { withClient } from '#server/postgres/roles.ts';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId, seedWorld } from '#server/seed/world.ts';
import { sessionCookie, startChild } from '../test/setup/server-child.ts';
import { commands } from './commands.ts';
import { print } from './print.ts';
import { pulls, reads, team } from './reads.ts';
import { searches } from './search.ts';
import { fillWorld } from './world.ts';

// npm run bench [-- CASES]   Each line stands beside its named reference, measured in the same run.

const CASES = Number(process.argv[2] ?? 100_000);
const WORKERS = 400;
const dir = mkdtempSync(join(tmpdir(), 'homeward-bench-'));
const cluster = await startCluster({
  dir: join(dir, 'postgres'),
  durable: true,
  secretsFile: join(dir, 'secrets.json'),
});
await provideRoles(cluster);
const urls = await provideDatabase(cluster, 'bench');
try {
  await migrate(urls.owner);
  await seedWorld(urls);
  await run();
} finally {
  await cluster.stop();
}

async function run(): Promise<void> {
  const secret = randomBytes(32).toString('hex');
  const { aziza, gulnora } = DEMO_PEOPLE;
  const model = demoModel();
  const district = placeId(DEMO_PLACES.district);
  const placePath = [district, placeId(DEMO_PLACES.region), placeId(DEMO_PLACES.country)];
  const workers = [aziza.id, ...Array.from({ length: WORKERS - 1 }, () => uuid())];
  const ground = { model, modelId: DEMO_MODEL_ID, placePath, supervisorId: gulnora.id };
  const filling = performance.now();
  const made = await withClient(urls.owner, (owner) => fillWorld(owner, ground, workers, CASES));
  print('filling', `${CASES} cases in ${((performance.now() - filling) / 1000).toFixed(0)} s`);

  const cookies = new Map<string, string>();
  for (const person of [aziza, gulnora])
    cookies.set(person.id, await sessionCookie(urls, person.id, secret));
  const mine = cookies.get(aziza.id) ?? '';
  const server = await startChild(urls, { secret, dataDir: dir });
  try {
    const bare = new pg.Pool({ connectionString: urls.owner, max: 8 });
    bare.on('error', () => {});
    await reads(server.url, mine, bare);
    await pulls(server.url, mine);
    await team(server.url, cookies.get(gulnora.id) ?? '');
    await commands(server.url, mine, bare);
    await searches(server.url, cookies.get(gulnora.id) ?? '', made, bare);
    print('server memory', `${await server.memory()} MB resident (aim 300)`);
    await bare.end();
    const checking = performance.now();
    const verified = await withClient(urls.owner, verifyCases);
    const rate = verified.facts / ((performance.now() - checking) / 1000);
    print(
      'verify',
      `${verified.facts} facts, ${verified.faults.length} faults, ${rate.toFixed(0)} facts/s`,
    );
  } finally {
    server.stop();
  }
}

function demoModel() {
  const document = JSON.parse(
    readFileSync(new URL('../seed/programme-model.json', import.meta.url), 'utf8'),
  );
  const parsed = parseModel(document);
  if (!('model' in parsed)) throw new Error('the demo model is not valid');
  return parsed.model;
}
