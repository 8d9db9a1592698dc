import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCases } from '#server/case/verify.ts';
import { migrate } from '#server/migrate.ts';
import { type Cluster, startCluster } from '#server/postgres/cluster.ts';
import { provideDatabase, provideRoles } from '#server/postgres/provision.ts';
import { type DatabaseUrls, withClient } from '#server/postgres/roles.ts';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import { seedGround } from '#server/seed/world.ts';
import { type ServerChild, sessionCookie, startChild } from '../setup/server-child.ts';

// kill -9 of the server and of PostgreSQL while eight writers say commands over HTTP. A writer sends what
// was not answered again, with the same id. At the end: nothing acknowledged is lost, nothing is doubled,
// every chain is whole. Broken once to see it fail: with `synchronous_commit = off` for homeward_app,
// acknowledged commands were missing after a kill of PostgreSQL.

const WRITERS = 8;
const KILLS = 3;
/** How many are acknowledged before each kill and after the last. */
const BETWEEN = 10;

let dir = '';
let cluster: Cluster;
let urls: DatabaseUrls;
let server: ServerChild;
let cookie = '';
const secret = randomBytes(32).toString('hex');
const cases: string[] = [];

beforeAll(async () => {
  // Not below /tmp's private folders: the database user must be able to enter.
  dir = mkdtempSync(join(tmpdir(), 'homeward-faults-'));
  cluster = await startCluster({
    dir: join(dir, 'postgres'),
    durable: true,
    secretsFile: join(dir, 'secrets.json'),
  });
  await provideRoles(cluster);
  urls = await provideDatabase(cluster, 'faults');
  await migrate(urls.owner);
  await seedGround(urls);
  cookie = await sessionCookie(urls, DEMO_PEOPLE.aziza.id, secret);
  server = await startChild(urls, { secret, dataDir: dir });
  for (let writer = 0; writer < WRITERS; writer += 1) cases.push(await openCase());
}, 120_000);

afterAll(async () => {
  server.process.kill('SIGKILL');
  await cluster.stop();
  rmSync(dir, { recursive: true, force: true });
}, 30_000);

describe('nothing acknowledged is lost and nothing is doubled', () => {
  it('when the server is killed', async () => {
    const said = await writeWhile(async () => {
      const port = Number(new URL(server.url).port);
      server.process.kill('SIGKILL');
      server = await startChild(urls, { secret, dataDir: dir, port });
    });
    await compare(said);
  }, 120_000);

  it('when PostgreSQL is killed', async () => {
    const said = await writeWhile(async () => {
      process.kill(await postmaster(), 'SIGKILL');
    });
    await compare(said);
  }, 120_000);
});

/** Lets the writers write, breaks something a few times meanwhile, and answers what was acknowledged. */
async function writeWhile(breakIt: () => Promise<void>): Promise<ReadonlySet<string>> {
  const acknowledged = new Set<string>();
  let writing = true;
  const writers = cases.map(async (case_id) => {
    while (writing) {
      const id = uuid();
      // The same command until it is answered: a reply that was lost leaves no doubt behind.
      while (!(await tell(case_id, id))) await wait(50);
      acknowledged.add(id);
    }
  });
  const more = async () => {
    const enough = acknowledged.size + BETWEEN;
    while (acknowledged.size < enough) await wait(20);
  };
  for (let kill = 0; kill < KILLS; kill += 1) {
    await more();
    await breakIt();
  }
  await more();
  writing = false;
  await Promise.all(writers);
  return acknowledged;
}

async function tell(case_id: string, id: string): Promise<boolean> {
  const body = { need_id: id, domain: 'papers', urgent: false, words: 'A copy of a certificate' };
  const answer = await post({ id, case_id, kind: 'identify_need', body });
  if (answer === null) return false;
  expect(['applied', 'already']).toContain(answer.answer);
  return true;
}

async function post(command: Record<string, unknown>): Promise<{ answer: string } | null> {
  // Part of what was said: the same command again has the same.
  const said_at = '2026-11-24T08:00:00.000Z';
  try {
    const reply = await fetch(`${server.url}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ commands: [{ ...command, said_at }] }),
      signal: AbortSignal.timeout(5000),
    });
    if (reply.status !== 200) return null;
    const { answers } = (await reply.json()) as { answers: { answer: string }[] };
    return answers[0] ?? null;
  } catch {
    return null;
  }
}

async function compare(acknowledged: ReadonlySet<string>): Promise<void> {
  expect(acknowledged.size).toBeGreaterThan(20);
  await withClient(urls.owner, async (owner) => {
    const { rows } = await owner.query<{ need_id: string; times: number }>(
      `select b.body::jsonb ->> 'need_id' as need_id, count(*)::int as times
       from fact f join fact_body b on b.fact_id = f.id where f.kind = 'need_identified' group by 1`,
    );
    const times = new Map(rows.map((row) => [row.need_id, row.times]));
    expect([...acknowledged].filter((id) => !times.has(id))).toEqual([]);
    expect(rows.filter((row) => row.times > 1)).toEqual([]);
    expect((await verifyCases(owner)).faults).toEqual([]);
  });
}

async function openCase(): Promise<string> {
  const [case_id, person_id] = [uuid(), uuid()];
  await withClient(urls.owner, (owner) =>
    owner.query(
      `insert into person (id, name, sex, languages, kind, created_by, created_at)
       values ($1, '{"given": "Lola"}', 'female', '{uz}', 'participant', $2, now())`,
      [person_id, DEMO_PEOPLE.aziza.id],
    ),
  );
  const place_id = placeId(DEMO_PLACES.district);
  const body = {
    person_id,
    place_id,
    model_id: DEMO_MODEL_ID,
    origin: 'own_request',
    safety_asked: true,
  };
  expect(await post({ id: uuid(), case_id, kind: 'open_case', body })).toMatchObject({
    answer: 'applied',
  });
  // Assigned to its worker by the supervisor, as in life: reach comes from nothing else.
  const supervisor = await sessionCookie(urls, DEMO_PEOPLE.gulnora.id, secret);
  const mine = cookie;
  cookie = supervisor;
  const assigned = { account_id: DEMO_PEOPLE.aziza.id };
  await post({ id: uuid(), case_id, kind: 'assign_worker', body: assigned });
  cookie = mine;
  return case_id;
}

/** Its process; on a busy machine the one that was killed before may still be on its way back. */
async function postmaster(): Promise<number> {
  const path = join(cluster.placement.data, 'postmaster.pid');
  while (!existsSync(path)) await wait(50);
  return Number(readFileSync(path, 'utf8').split('\n')[0]);
}
