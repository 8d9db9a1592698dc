import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { chance } from '../../seed/chance.ts';
import { testDatabase } from '../database.ts';
import { openFile } from '../file.ts';
import { type Caller, testServer } from '../http.ts';
import { tellRegister } from '../people.ts';
import { signIn, tell } from '../world.ts';

// Eight people say things about the same three files at once: one plan, one worker, every chain whole,
// both values kept where two people said something different of a person (guarantees R9). The second
// test is the alarm: without the lock on the head and its check the same commands break the files.

const CLIENTS = 8;
const EACH = 60;
const SEED = Number(process.env.HOMEWARD_FUZZ_SEED ?? 20_261_124);

const database = await testDatabase();
const server = await testServer(database);
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const files = [
  await openFile(server, 'aziza'),
  await openFile(server, 'aziza'),
  await openFile(server, 'aziza'),
];
for (const file of files) {
  await file.tell('record_consent', {
    ...{ consent_id: uuid(), decision: 'given', purposes: ['case_work'], recipient_ids: [] },
    ...{ withhold: [], said_by: { person_id: file.person_id, as: 'self' }, expression: 'spoken' },
    ...{ language: 'uz', notice_version: '1' },
  });
}

function plan() {
  const step = { step_id: uuid(), what: 'Ask for it', owner: 'worker', due_on: '2026-12-01' };
  const goal = { goal_id: uuid(), domain: 'papers', words: 'Papers', steps: [step] };
  const steps = goal.steps.map((one) => ({ ...one, sensitive: false }));
  return {
    ...{ plan_id: uuid(), goals: [{ ...goal, steps }], agreed_by_person: true, copy_given: true },
  };
}

/** Something that one of the eight says; who gives files to workers is the supervisor. */
function saying(luck: ReturnType<typeof chance>): { by: Caller; kind: string; body: unknown } {
  const need = { need_id: uuid(), domain: 'papers', urgent: luck.one(2), words: 'A certificate' };
  const visit = {
    ...{ visit_id: uuid(), kind: 'home_visit', on: '2026-01-02', met: true, words: 'x' },
    compartment: 'general',
  };
  const workers = [DEMO_PEOPLE.aziza.id, DEMO_PEOPLE.baxtiyor.id];
  return luck.pick([
    { by: gulnora, kind: 'identify_need', body: need },
    { by: gulnora, kind: 'record_visit', body: visit },
    { by: aziza, kind: 'agree_plan', body: plan() },
    { by: gulnora, kind: 'agree_plan', body: plan() },
    { by: gulnora, kind: 'assign_worker', body: { account_id: luck.pick(workers) } },
  ]);
}

/** Answers by name, and how many requests failed. */
async function contend(seed: number): Promise<Map<string, number>> {
  const answers = new Map<string, number>();
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      const luck = chance(seed + client);
      for (let run = 0; run < EACH; run += 1) {
        const { by, kind, body } = saying(luck);
        const answer = await tell(by, luck.pick(files).case_id, kind, body, { id: uuid() }).then(
          (given) => given.answer,
          () => 'failed',
        );
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
    }),
  );
  return answers;
}

const { faults } = database;

it(`${CLIENTS} people say ${CLIENTS * EACH} things about three files at once`, async () => {
  const answers = await contend(SEED);
  console.log(`seed ${SEED}:`, Object.fromEntries(answers));
  expect(answers.get('failed') ?? 0).toBe(0);
  expect(answers.get('applied') ?? 0).toBeGreaterThan(CLIENTS * 10);
  expect(await faults()).toEqual([]);
  const { rows } = await database.pool('owner').query<{ plans: number; workers: number }>(
    `select (select count(*)::int from fact f where f.case_id = h.case_id and f.kind = 'plan_agreed') as plans,
       (select count(*)::int from case_reach r where r.case_id = h.case_id
         and r.key like 'account:%' and r.compartment = 'general') as workers
     from case_head h where h.case_id = any ($1)`,
    [files.map((file) => file.case_id)],
  );
  expect(rows).toEqual(files.map(() => ({ plans: 1, workers: 1 })));
});

it('of a person that two change at once both values are kept', async () => {
  const [file] = files;
  if (file === undefined) throw new Error('no file');
  await file.tell('assign_worker', { account_id: DEMO_PEOPLE.aziza.id });
  const { rows } = await database
    .pool('owner')
    .query('select version from person where id = $1', [file.person_id]);
  const seen_version = rows[0].version as number;
  const values = Array.from({ length: CLIENTS }, (_, index) => `name ${index}`);
  const told = await Promise.all(
    values.map((called) =>
      tellRegister(
        gulnora,
        'change_person',
        { person_id: file.person_id, seen_version, changes: { called } },
        { device: uuid() },
      ),
    ),
  );
  expect(told.map((one) => one.answer).sort()).toEqual([
    'applied',
    ...values.slice(1).map(() => 'conflict'),
  ]);
  const kept = await database.pool('owner').query<{ value: string }>(
    `select called as value from person where id = $1
     union all select losing #>> '{}' from field_conflict where person_id = $1`,
    [file.person_id],
  );
  expect(kept.rows.map((row) => row.value).sort()).toEqual(values);
});

it('the alarm rings where the head is neither locked nor compared', async () => {
  const superuser = database.pool('superuser');
  for (const [name, part] of [
    ['load_case', ' for update'],
    ['save_case', ' and h.position = expected'],
  ] as const) {
    const { rows } = await superuser.query<{ source: string }>(
      `select pg_get_functiondef($1::regproc) as source`,
      [name],
    );
    const source = rows[0]?.source ?? '';
    expect(source).toContain(part);
    await superuser.query(source.replace(part, ''));
  }
  const answers = await contend(SEED + 100);
  expect((answers.get('failed') ?? 0) + (await faults()).length).toBeGreaterThan(0);
});
