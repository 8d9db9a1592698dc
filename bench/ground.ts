import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { parseModel } from '#domain/case/model.ts';
import { openDatabase } from '#server/database.ts';
import { CLOCK } from '#server/evidence/freezing.ts';
import { freezeWhatIsOver } from '#server/evidence/frozen-numbers.ts';
import { createLog } from '#server/log.ts';
import { migrate } from '#server/migrate.ts';
import { createPool } from '#server/pool.ts';
import { startCluster } from '#server/postgres/cluster.ts';
import { provideDatabase, provideRoles } from '#server/postgres/provision.ts';
import { type DatabaseUrls, withClient } from '#server/postgres/roles.ts';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import { seedWorld } from '#server/seed/world.ts';
import { type ServerChild, sessionCookie, startChild } from '../test/setup/server-child.ts';
import { fillWorld, type Made } from './world.ts';

const WORKERS = 400;
/** For a count over all files, in milliseconds. */
const PATIENCE = 600_000;

/** A database of its own with the demo world and many cases more. */
export interface BenchGround {
  readonly urls: DatabaseUrls;
  readonly made: readonly Made[];
  cookie(who: keyof typeof DEMO_PEOPLE): Promise<string>;
  /** A server in a process of its own that has done nothing yet. */
  server(): Promise<ServerChild>;
  end(): Promise<void>;
}

/** Makes the ground: a durable PostgreSQL in a temporary folder, `cases` cases spread over 400 workers. */
export async function benchGround(cases: number): Promise<BenchGround> {
  const dir = mkdtempSync(join(tmpdir(), 'homeward-bench-'));
  const secret = randomBytes(32).toString('hex');
  const cluster = await startCluster({
    dir: join(dir, 'postgres'),
    durable: true,
    secretsFile: join(dir, 'secrets.json'),
  });
  const end = async () => {
    await cluster.stop();
    // Started by root, it lies elsewhere.
    rmSync(cluster.placement.data, { recursive: true, force: true });
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await provideRoles(cluster);
    const urls = await provideDatabase(cluster, 'bench');
    await migrate(urls.owner);
    await seedWorld(urls);
    const made = await filled(urls, cases);
    await freeze(urls);
    const cookie = (who: keyof typeof DEMO_PEOPLE) =>
      sessionCookie(urls, DEMO_PEOPLE[who].id, secret);
    return { urls, made, cookie, server: () => startChild(urls, { secret, dataDir: dir }), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The months that are over are counted, as on any server that is not in its first minutes. */
async function freeze(urls: DatabaseUrls): Promise<void> {
  const database = openDatabase(createPool(urls.app, createLog('silent'), 1, PATIENCE));
  try {
    await database.as(CLOCK, (acting) => freezeWhatIsOver(acting, new Date()));
  } finally {
    await database.end();
  }
}

function filled(urls: DatabaseUrls, cases: number): Promise<Made[]> {
  const district = placeId(DEMO_PLACES.district);
  const placePath = [district, placeId(DEMO_PLACES.region), placeId(DEMO_PLACES.country)];
  const workers = [DEMO_PEOPLE.aziza.id, ...Array.from({ length: WORKERS - 1 }, () => uuid())];
  const ground = {
    ...{ model: demoModel(), modelId: DEMO_MODEL_ID, placePath },
    supervisorId: DEMO_PEOPLE.gulnora.id,
  };
  return withClient(urls.owner, (owner) => fillWorld(owner, ground, workers, cases));
}

function demoModel() {
  const document = JSON.parse(
    readFileSync(new URL('../seed/programme-model.json', import.meta.url), 'utf8'),
  );
  const parsed = parseModel(document);
  if (!('model' in parsed)) throw new Error('the demo model is not valid');
  return parsed.model;
}
