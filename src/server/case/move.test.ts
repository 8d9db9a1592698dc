import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { carriedOut, uploaded } from '#test/arrival-upload.ts';
import { MODEL } from '#test/case-file.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const dilnoza = await signIn(server, 'dilnoza');
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');

const DISTRICT = placeId(DEMO_PLACES.district);
const REGION = placeId(DEMO_PLACES.region);
/** Chilonzor lies in the same region as the demo district; Zangiota in another. */
const CHILONZOR = placeId('DSSDK');
const ZANGIOTA = placeId(DEMO_PLACES.other_district);
const neighbour = await server.as('supervisor', { place_id: CHILONZOR });
const above = await server.as('supervisor', { place_id: REGION });

const say = (by: Caller, case_id: string, kind: string, body: unknown) =>
  tell(by, case_id, kind, body, { id: uuid() });
const sees = async (by: Caller, id: string) =>
  (await by.request('GET', `/api/cases/${id}`)).statusCode === 200;

/** The files of a list of three whose rows name no place: they come in at the region. */
async function imported(): Promise<string[]> {
  const sisters = 'Nozima;Eshonova;13.04.1990\nLayli;Eshonova;25.06.1992\n';
  const text = `Name;Surname;Born\n${sisters}Karima;Yusupova;02.11.1988\n`;
  const at = { default_place_id: REGION };
  const list = await uploaded(dilnoza, server.app, text, {}, at);
  await carriedOut(dilnoza, list, 'check');
  expect((await carriedOut(dilnoza, list, 'import')).state).toBe('imported');
  const { rows } = await owner.query<{ case_id: string }>(
    'select case_id from arrival_list_row where list_id = $1 order by row',
    [list],
  );
  return rows.map((row) => row.case_id);
}

/** A device of this account: what is put and what is taken away since it last asked. */
async function deviceOf(by: Caller) {
  const device = uuid();
  await by.request('PUT', `/api/devices/${device}`, { name: 'Tablet' });
  let cursor = '';
  return async () => {
    await database.settled();
    const seen = new Map<string, string>();
    for (let more = true; more; ) {
      const url = `/api/pull${cursor === '' ? '' : `?cursor=${cursor}`}`;
      const page = (
        await by.request('GET', url, undefined, { 'x-homeward-device': device })
      ).json();
      for (const { table, id, op } of page.rows) {
        if (table === 'case') seen.set(id, op);
      }
      ({ cursor, more } = page);
    }
    return seen;
  };
}

const { faults } = database;

describe('a list that came in at the region', () => {
  const list = imported();

  it('goes to a worker of a district, whose supervisor then sees and approves', async () => {
    const files = (await list).slice(0, 2);
    const [file = ''] = files;
    expect(await sees(gulnora, file)).toBe(false);
    const pull = await deviceOf(gulnora);
    await pull();
    const account_id = DEMO_PEOPLE.aziza.id;
    const commands = files.map((case_id) => ({
      ...{ id: uuid(), case_id, kind: 'assign_worker', body: { account_id } },
      said_at: '2026-11-24T08:00:00.000Z',
    }));
    const reply = await dilnoza.request('POST', '/api/commands', { commands });
    const given = reply.json().answers.map((one: { answer: string }) => one.answer);
    expect(given).toEqual(['applied', 'applied']);

    // Seen to fail with `moved` giving nothing.
    expect(await sees(gulnora, file)).toBe(true);
    expect(await pull()).toEqual(new Map(files.map((id) => [id, 'put'])));
    const { rows } = await owner.query(
      'select place_id, place_path[2] as above, worker_id from case_file where id = any ($1)',
      [files],
    );
    const row = { place_id: DISTRICT, above: REGION, worker_id: account_id };
    expect(rows).toEqual([row, row]);
    const whole = (await aziza.request('GET', `/api/cases/${file}`)).json();
    expect(whole.facts.at(-1)).toMatchObject({
      kind: 'place_changed',
      body: { place_id: DISTRICT },
    });

    const answers = MODEL.need_domains.map(({ code }) => ({ domain: code, value: 'some' }));
    expect((await say(aziza, file, 'assess_needs', { answers })).answer).toBe('applied');
    const approval_id = uuid();
    const proposal = { approval_id, kind: 'assessment' };
    expect((await say(aziza, file, 'propose_approval', proposal)).answer).toBe('applied');
    expect((await say(neighbour, file, 'approve', { approval_id })).answer).toBe('gone');
    expect((await say(gulnora, file, 'approve', { approval_id })).answer).toBe('applied');
    expect(await sees(neighbour, file)).toBe(false);
    expect(await sees(above, file)).toBe(true);
    expect(await sees(dilnoza, file)).toBe(false);
    expect(await faults()).toEqual([]);
  });

  it('stays at the region for a worker of the region', async () => {
    const file = (await list)[2] ?? '';
    const worker = await server.as('caseworker', { place_id: REGION });
    const given = await say(dilnoza, file, 'assign_worker', { account_id: worker.id });
    expect(given.answer).toBe('applied');
    expect([await sees(gulnora, file), await sees(above, file)]).toEqual([false, true]);
  });
});

describe('somebody moves house', () => {
  it('takes the file along within the region: one supervisor gains it, the other loses it', async () => {
    const { case_id } = await openFile(server, 'aziza');
    const [here, there] = [await deviceOf(gulnora), await deviceOf(neighbour)];
    await Promise.all([here(), there()]);
    expect((await say(gulnora, case_id, 'move_file', { place_id: CHILONZOR })).answer).toBe(
      'applied',
    );
    expect([await sees(gulnora, case_id), await sees(neighbour, case_id)]).toEqual([false, true]);
    expect(await here()).toEqual(new Map([[case_id, 'remove']]));
    expect(await there()).toEqual(new Map([[case_id, 'put']]));
    // The worker stays until the new supervisor chooses another.
    expect(await sees(aziza, case_id)).toBe(true);
    const worker = await server.as('caseworker', { place_id: CHILONZOR });
    const account_id = worker.id;
    expect((await say(neighbour, case_id, 'assign_worker', { account_id })).answer).toBe('applied');
    expect(await sees(aziza, case_id)).toBe(false);
    // And back, as often as it takes: what was lost twice is taken away twice.
    await say(neighbour, case_id, 'move_file', { place_id: DISTRICT });
    expect(await here()).toEqual(new Map([[case_id, 'put']]));
    await say(gulnora, case_id, 'move_file', { place_id: CHILONZOR });
    expect(await here()).toEqual(new Map([[case_id, 'remove']]));
    expect(await faults()).toEqual([]);
  });

  it('is refused to another region, and to a place that is none; nothing moves', async () => {
    const { case_id } = await openFile(server, 'aziza');
    const move = async (place_id: unknown) => {
      const { answer, problem } = await say(gulnora, case_id, 'move_file', { place_id });
      return [answer, problem?.code, problem?.fields?.[0]?.path];
    };
    expect(await move(ZANGIOTA)).toEqual(['refused', 'other_region', undefined]);
    expect(await move(uuid())).toEqual(['refused', 'place_unknown', undefined]);
    expect(await move(DISTRICT)).toEqual(['refused', 'already_so', undefined]);
    expect(await move('Chilonzor')).toEqual(['refused', 'invalid_input', 'body.place_id']);
    expect((await say(aziza, case_id, 'move_file', { place_id: CHILONZOR })).problem?.code).toBe(
      'not_allowed',
    );
    expect(await sees(gulnora, case_id)).toBe(true);
  });
});
