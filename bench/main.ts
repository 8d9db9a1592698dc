import { randomBytes, randomUUID } from 'node:crypto';
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
import { http, load } from './load.ts';
import { print, ratio } from './print.ts';
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

/** Caseload page and one file of 50 facts at four clients, beside the same SQL run bare. */
async function reads(url: string, cookie: string, bare: pg.Pool): Promise<void> {
  const { rows } = await bare.query<{ case_id: string }>(
    `select f.case_id from fact f join case_file c on c.id = f.case_id where c.worker_id = $1
     group by f.case_id having count(*) >= 50 limit 1`,
    [DEMO_PEOPLE.aziza.id],
  );
  const long = rows[0]?.case_id;
  if (long === undefined) throw new Error('no file of 50 facts');
  await load(4, 50, () => answered('GET', `${url}/api/cases`, cookie));
  const page = await load(4, 400, () => answered('GET', `${url}/api/cases`, cookie));
  const pageBare = await load(4, 400, async () => {
    await bare.query(
      `select c.*, p.name from case_file c join person p on p.id = c.person_id
       where c.worker_id = $1 order by c.id limit 50`,
      [DEMO_PEOPLE.aziza.id],
    );
  });
  ratio(
    'caseload page of 50, 4 clients',
    page,
    'the same rows by SQL alone',
    pageBare,
    'p95 ≤ 10 ms',
  );
  const file = await load(4, 400, () => answered('GET', `${url}/api/cases/${long}`, cookie));
  const fileBare = await load(4, 400, async () => {
    await bare.query(
      `select f.*, b.body from fact f join fact_body b on b.fact_id = f.id where f.case_id = $1 order by position`,
      [long],
    );
  });
  ratio(
    'one file of 50 facts, 4 clients',
    file,
    'the same rows by SQL alone',
    fileBare,
    'p95 ≤ 20 ms',
  );
}

/** Durable commands with fact, projections and answer from eight clients, beside a bare durable insert. */
async function commands(url: string, cookie: string, bare: pg.Pool): Promise<void> {
  const { rows } = await bare.query<{ id: string }>(
    'select id from case_file where worker_id = $1 order by id limit 200',
    [DEMO_PEOPLE.aziza.id],
  );
  const say = async (client: number, run: number) => {
    const case_id = rows[(client * 29 + run) % rows.length]?.id;
    const body = {
      need_id: uuid(),
      domain: 'papers',
      urgent: false,
      words: 'A copy of the birth certificate',
    };
    const command = {
      id: uuid(),
      case_id,
      kind: 'identify_need',
      body,
      said_at: new Date().toISOString(),
    };
    const { text, status } = await http('POST', `${url}/api/commands`, cookie, {
      commands: [command],
    });
    if (status !== 200 || !text.includes('"applied"')) throw new Error(text);
  };
  await load(8, 20, say);
  const said = await load(8, 300, say);
  await bare.query('create table if not exists bench_row (id uuid primary key, body text)');
  const inserted = await load(8, 300, async () => {
    await bare.query('insert into bench_row values ($1, $2)', [
      randomUUID(),
      'A copy of the birth certificate',
    ]);
  });
  ratio('durable commands, 8 clients', said, 'a bare durable insert', inserted, '≥ 1,000 a second');
}

async function answered(method: string, url: string, cookie: string): Promise<void> {
  const { status, text } = await http(method, url, cookie);
  if (status !== 200) throw new Error(`${url}: ${status} ${text.slice(0, 300)}`);
}
