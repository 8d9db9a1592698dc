import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import type { WorkerRoundDetail } from '#domain/match/worker-round.ts';
import { testDatabase } from '#test/database.ts';
import { addPerson } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from '../seed/demo-places.ts';

// Files that nobody has are shared out by a proposal, and given by the word of a second supervisor alone.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const otabek = await signIn(server, 'otabek');
const shahnoza = await signIn(server, 'shahnoza');
/** A supervisor of the region: the place lies in hers. */
const above = await server.as('supervisor', { place_id: placeId(DEMO_PLACES.region) });

const base = '/api/worker-rounds';
const weights = { distance: 2, language: 5, caseload: 1 };
const worker = (name: 'aziza' | 'baxtiyor' | 'kamola', capacity: number, languages: string[]) => ({
  ...{ account_id: DEMO_PEOPLE[name].id, capacity, languages },
});
const said = (workers: object[]) => ({ id: uuid(), weights, workers });
const workerOf = async (id: string) =>
  (await owner.query('select worker_id from case_file where id = $1', [id])).rows[0].worker_id;
const read = async (by: Caller, id: string): Promise<WorkerRoundDetail> =>
  (await by.request('GET', `${base}/${id}`)).json();
const confirm = (by: Caller, id: string, version = 1) =>
  by.request('POST', `${base}/${id}/confirm`, { version });
const code = (reply: { json(): { code?: string } }) => reply.json().code;

async function fileOfNobody(): Promise<string> {
  const [case_id, person_id] = [uuid(), uuid()];
  await addPerson(server, person_id, aziza.id);
  const place_id = placeId(DEMO_PLACES.district);
  const body = { person_id, place_id, model_id: DEMO_MODEL_ID, origin: 'own_request' };
  await tell(aziza, case_id, 'open_case', { ...body, safety_asked: true }, { id: uuid() });
  return case_id;
}

/** Lets the neighbour stand in for the supervisor of the place, from an hour ago on. */
async function standIn(): Promise<string> {
  const id = uuid();
  const at = (hours: number) =>
    new Date(server.deps.clock().getTime() + hours * 3_600_000).toISOString();
  const body = { account_id: shahnoza.id, from_at: at(-1), until_at: at(72) };
  expect((await gulnora.request('PUT', `/api/stand-ins/${id}`, body)).statusCode).toBe(200);
  return id;
}

// Broken on purpose: without the question in the route the database still refused, as an error.
it('are proposed by costs, explained, replayed, and given by another human’s word alone', async () => {
  const files = await Promise.all([1, 2, 3].map(fileOfNobody));
  for (const caller of [aziza, await signIn(server, 'jasur')]) {
    expect((await caller.request('GET', base)).statusCode).toBe(404);
    expect(
      (await caller.request('POST', base, said([worker('aziza', 1, ['uz'])]))).statusCode,
    ).toBe(404);
  }
  const { ground } = (await gulnora.request('GET', base)).json();
  expect(ground.waiting).toBeGreaterThanOrEqual(3);
  const bad = await gulnora.request('POST', base, said([worker('kamola', 1, [])]));
  expect(bad.json().fields).toEqual([{ path: 'body.workers.0.account_id', code: 'unknown' }]);
  const over = said([{ ...worker('aziza', 1, ['uz']), capacity: -1 }]);
  expect((await gulnora.request('POST', base, over)).json().fields[0].path).toBe(
    'body.workers.0.capacity',
  );
  const most = ground.waiting - 1;
  const one = said([worker('aziza', most, ['ru']), worker('baxtiyor', 1, ['uz'])]);
  expect((await gulnora.request('POST', base, one)).statusCode).toBe(201);
  const reply = await gulnora.request('GET', `${base}/${one.id}`);
  const round: WorkerRoundDetail = reply.json();
  const { rows: log } = await owner.query(
    "select from read_log where action = 'listed' and details->>'list' = 'worker_round'",
  );
  expect(log).toHaveLength(1);
  expect(reply.body).not.toMatch(/Zuhra|Karimova|person_id/);
  expect([round.given, round.waiting, round.state]).toEqual([most + 1, 0, 'proposed']);
  const to = (id: string) => round.files.filter(({ account_id }) => account_id === id);
  expect([to(aziza.id).length, to(DEMO_PEOPLE.baxtiyor.id).length]).toEqual([most, 1]);
  expect(to(aziza.id)[0]?.choices).toHaveLength(2);
  // Proposed is not given.
  expect(await Promise.all(files.map(workerOf))).toEqual([null, null, null]);
  expect((await gulnora.request('POST', `${base}/${one.id}/replay`)).json()).toEqual({
    same: true,
  });
  for (const stranger of [otabek, shahnoza])
    expect((await stranger.request('GET', `${base}/${one.id}`)).statusCode).toBe(404);

  // Whoever leads the place beside her is told, reads it, and is named to her.
  expect((await above.request('GET', '/api/notifications')).body).toContain('share_out_waits');
  expect((await gulnora.request('GET', '/api/notifications')).body).not.toContain(
    'share_out_waits',
  );
  expect([round.confirmers, round.abilities]).toEqual([
    [above.id],
    { confirm: false, set_aside: true },
  ]);
  expect((await read(above, one.id)).abilities.confirm).toBe(true);
  const own = await confirm(gulnora, one.id);
  expect([own.statusCode, code(own)]).toEqual([403, 'share_out_of_your_own']);
  expect((await confirm(above, one.id, 2)).statusCode).toBe(409);
  expect(await Promise.all(files.map(workerOf))).toEqual([null, null, null]);

  // Somebody gave one of them away meanwhile: nobody takes it from her again.
  const { rows } = await owner.query<{ id: string }>('select id from case_file where number = $1', [
    to(DEMO_PEOPLE.baxtiyor.id)[0]?.number,
  ]);
  const taken = rows[0]?.id ?? '';
  await tell(gulnora, taken, 'assign_worker', { account_id: aziza.id }, { id: uuid() });
  const done = await confirm(above, one.id);
  expect(done.statusCode, done.body).toBe(200);
  const answers = done.json().outcome.map(({ answer }: { answer: string }) => answer);
  expect(answers.toSorted()).toEqual([...Array.from({ length: most }, () => 'applied'), 'stale']);
  expect(await workerOf(taken)).toBe(aziza.id);
  // The files were given in the name of whoever confirmed.
  const { rows: facts } = await owner.query(
    `select distinct actor_id from fact where kind = 'worker_assigned' and case_id = any ($1)`,
    [files.filter((id) => id !== taken)],
  );
  expect(facts).toEqual([{ actor_id: above.id }]);
  // Said again after a cut line: nothing happens twice. To anybody else it is over.
  const twice = await confirm(above, one.id);
  expect(twice.json().outcome).toEqual(done.json().outcome);
  expect(code(await confirm(gulnora, one.id))).toBe('share_out_of_your_own');
  const aside = { version: 2, words: 'Too late' };
  expect(code(await above.request('POST', `${base}/${one.id}/set-aside`, aside))).toBe(
    'round_over',
  );
});

// Broken on purpose, once each: without the maker in the policy the first update below went through; with the own place
// alone in leads_place() whoever stands in updated nothing.
it('may be confirmed by whoever stands in, for as long as that lasts, and by nobody behind the rule', async () => {
  const file = await fileOfNobody();
  const one = said([worker('aziza', 20, ['ru'])]);
  expect((await gulnora.request('POST', base, one)).statusCode).toBe(201);
  const stood = await standIn();
  expect((await read(gulnora, one.id)).confirmers.toSorted()).toEqual(
    [above.id, shahnoza.id].toSorted(),
  );
  // The files of another place are not among hers to share out: nobody else would reach both.
  expect((await shahnoza.request('GET', base)).json().ground.waiting).toBe(0);
  const behind = async (by: Caller, set: string) => {
    const app = await database.pool('app').connect();
    try {
      await app.query('begin');
      await app.query('select begin_actor($1, $2)', ['account', by.id]);
      const { rowCount } = await app.query(
        `update worker_round set state = 'confirmed', ended_at = now(), ended_by = ${set} where id = $1`,
        [one.id],
      );
      return rowCount;
    } finally {
      await app.query('rollback');
      app.release();
    }
  };
  await expect(behind(gulnora, 'homeward_actor()')).rejects.toThrow(/row-level security/);
  // Nor in somebody else's name.
  await expect(behind(gulnora, `'${above.id}'`)).rejects.toThrow(/row-level security/);
  await expect(behind(shahnoza, `'${above.id}'`)).rejects.toThrow(/row-level security/);
  expect(await behind(otabek, 'homeward_actor()')).toBe(0);
  expect(await behind(shahnoza, 'homeward_actor()')).toBe(1);

  await gulnora.request('DELETE', `/api/stand-ins/${stood}`);
  expect((await confirm(shahnoza, one.id)).statusCode).toBe(404);
  await standIn();
  const done = await confirm(shahnoza, one.id);
  expect(done.statusCode, done.body).toBe(200);
  expect(await workerOf(file)).toBe(aziza.id);

  // Whoever worked it out may set it aside, with a reason that stays.
  await fileOfNobody();
  const other = said([worker('aziza', 20, ['ru'])]);
  await gulnora.request('POST', base, other);
  const aside = { version: 1, words: 'Somebody is ill.' };
  const reply = await gulnora.request('POST', `${base}/${other.id}/set-aside`, aside);
  expect(reply.statusCode, reply.body).toBe(200);
  expect(await read(gulnora, other.id)).toMatchObject({
    ...{ state: 'set_aside', confirmers: [], abilities: { confirm: false, set_aside: false } },
  });
});
