import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { caseNumber } from '#domain/case/row.ts';
import type { HelperRoundDetail } from '#domain/match/helper-round.ts';
import { upload } from '#test/arrival-upload.ts';
import { commandLine } from '#test/command-line.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';

// Mentors and rides: worked out from a table of numbers and codes, confirmed by another human, the same again anywhere.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const jasur = await signIn(server, 'jasur');
const lobar = await signIn(server, 'lobar');
const aziza = await signIn(server, 'aziza');
const base = '/api/helper-rounds';
const files: Awaited<ReturnType<typeof openFile>>[] = [];
for (let at = 0; at < 3; at += 1) files.push(await openFile(server, 'aziza'));
const [one = '', two = '', three = ''] = files.map(({ case_id }) => caseNumber(case_id));
/** Two cars: the family of three and one more would both rather have the near one, which has four seats. */
const TABLE = [
  'number;load;Car 1;Car 2',
  'capacity;;3;8',
  `${one};3;5;20`,
  `${two.toLowerCase()};1;4;9`,
  `${three};;;6`,
].join('\n');

interface Table {
  readonly pairs: readonly object[];
  readonly fields: readonly { readonly path: string; readonly code: string }[];
}
const code = (reply: { json(): { code?: string } }) => reply.json().code;
const table = async (text: string, by = jasur) => {
  const reply = await upload(by, server.app, text, `${base}/table`);
  return { status: reply.statusCode, json: reply.json() as Table };
};
const cells = async (text: string) =>
  (await table(text)).json.fields.map(({ path, code: what }) => `${path} ${what}`);
const propose = async (more: object = {}, by = jasur) => {
  const { json: task } = await table(TABLE);
  const body = { id: uuid(), kind: 'transport', title: 'To the clinic, Tuesday', task, ...more };
  return { id: body.id, reply: await by.request('POST', base, body) };
};
const detail = async (by: Caller, id: string): Promise<HelperRoundDetail> =>
  (await by.request('GET', `${base}/${id}`)).json();
const confirm = (by: Caller, id: string) =>
  by.request('POST', `${base}/${id}/confirm`, { version: 1 });
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

// Broken on purpose: with codes that need no figure the name in the heading was taken.
it('reads a table whole, or names every wrong cell; no name passes for a code or a number', async () => {
  const { status, json } = await table(TABLE);
  expect(status, JSON.stringify(json)).toBe(200);
  expect(json).toMatchObject({
    helpers: [
      { id: 'Car 1', capacity: 3 },
      { id: 'Car 2', capacity: 8 },
    ],
    requests: [{ id: one }, { id: two }, { id: three }],
  });
  expect(json.pairs).toHaveLength(5);
  expect(await cells('who;Car 1\ncapacity;1')).toEqual(['rows.1.number column_missing']);
  expect(await cells(`number;Car 1\n${one};1`)).toEqual(['rows.2.number capacity_missing']);
  expect(await cells('number;load\ncapacity;')).toEqual(['rows.1.number helpers_missing']);
  const wrong = ['number;load;Sanobar;Car 1;Car 1', 'capacity;;1;-1;many'];
  wrong.push(`${one};0;;1;`, 'Zuhra Karimova;;;2;', `${one};;;near;`);
  expect(await cells(wrong.join('\n'))).toEqual([
    ...['rows.1.Sanobar not_a_helper_code', 'rows.1.Car 1 twice'],
    ...['rows.2.Car 1 not_a_number', 'rows.2.Car 1 not_a_number', 'rows.3.load not_a_number'],
    ...['rows.4.number not_a_case_number', 'rows.5.number twice', 'rows.5.Car 1 not_a_number'],
  ]);
  // A number that belongs to no open file here, read or said.
  expect(await cells(TABLE.replace(one, 'AAAA-2222'))).toEqual(['rows.3.number no_open_file']);
  const task = { ...json, requests: [{ id: 'AAAA-2222' }], pairs: [] };
  const unknown = await propose({ task });
  expect(unknown.reply.json().fields).toEqual([
    { path: 'body.task.requests.0.id', code: 'no_open_file' },
  ]);
  const named = await propose({ task: { ...json, helpers: [{ id: 'Sanobar', capacity: 1 }] } });
  expect(named.reply.json().fields[0]).toMatchObject({ path: 'body.task.helpers.0.id' });
  expect((await owner.query('select from helper_round')).rowCount).toBe(0);
});

it('is made by whoever coordinates; to others there is none', async () => {
  for (const name of ['aziza', 'gulnora', 'farida', 'sanobar'] as const) {
    const other = await signIn(server, name);
    expect((await other.request('GET', base)).statusCode).toBe(404);
    expect((await table(TABLE, other)).status).toBe(404);
    expect((await propose({}, other)).reply.statusCode).toBe(404);
  }
});

it('gives the least that all costs together, with reasons, the same again here and on the command line', async () => {
  const { id, reply } = await propose();
  expect(reply.statusCode, reply.body).toBe(201);
  const round = await detail(lobar, id);
  // Both would rather have the near car; together it is cheaper that the three have it.
  expect(round).toMatchObject({ total: 5 + 9 + 6, given: 3, waiting: 0, state: 'proposed' });
  const rows = new Map(round.rows.map((row) => [row.number, row]));
  expect(rows.get(one)).toMatchObject({ helper: 'Car 1', reason: 'least' });
  expect(rows.get(two)).toMatchObject({ helper: 'Car 2', reason: 'cheaper_full' });
  expect(rows.get(two)?.choices).toEqual([
    { helper: 'Car 1', cost: 4, load: 1, free: 0 },
    { helper: 'Car 2', cost: 9, load: 1, free: 6 },
  ]);
  expect(round.helpers).toEqual([
    { id: 'Car 1', capacity: 3, carries: 3 },
    { id: 'Car 2', capacity: 8, carries: 2 },
  ]);
  const { rows: log } = await owner.query(
    "select details from read_log where action = 'listed' and details->>'list' = 'helper_round'",
  );
  expect(log).toEqual([{ details: { list: 'helper_round', rows: 3 } }]);
  expect((await lobar.request('POST', `${base}/${id}/replay`)).json()).toEqual({ same: true });
  const input = (await lobar.request('GET', `${base}/${id}/input`)).body;
  expect(hashOf(input)).toBe(round.hashes.input);
  expect(input).not.toMatch(/Zuhra|Karimova|[0-9a-f]{8}-[0-9a-f]{4}-/);
  const folder = mkdtempSync(join(tmpdir(), 'homeward-helpers-'));
  writeFileSync(join(folder, 'helpers.json'), input);
  const { stdout } = await commandLine(
    database,
    folder,
  )(...(['assign', '--json', join(folder, 'helpers.json')] as const));
  expect(hashOf(stdout.trim())).toBe(round.hashes.result);
  // Tampered with, it no longer comes out the same.
  await owner.query(`update helper_round set result = replace(result, 'Car 2', 'Car 1')`);
  expect((await lobar.request('POST', `${base}/${id}/replay`)).json()).toEqual({ same: false });
});

it('says why there is none, and who waits where waiting has a price', async () => {
  const { json: task } = await table(TABLE.replace('capacity;;3;8', 'capacity;;3;1'));
  expect(code((await propose({ task })).reply)).toBe('helpers_not_enough');
  const { json: alone } = await table(TABLE.replace('capacity;;3;8', 'capacity;;3;0'));
  const nobody = (await propose({ task: alone })).reply.json();
  expect(nobody).toMatchObject({ code: 'nobody_can_help', details: { numbers: three } });
  const waiting = await propose({ kind: 'mentor', task: { ...alone, waiting_cost: 3 } });
  const { rows } = await detail(jasur, waiting.id);
  const reasons = new Map(rows.map(({ number, helper, reason }) => [number, [helper, reason]]));
  expect(reasons.get(three)).toEqual([null, 'waits_nobody']);
  expect(reasons.get(one)).toEqual([null, 'waits_dear']);
  const full = await propose({ task: { ...task, waiting_cost: 50 } });
  const waits = (await detail(jasur, full.id)).rows.filter(({ helper }) => helper === null);
  expect(waits.map(({ reason }) => reason)).toEqual(['waits_full']);
});

// Broken on purpose, once each: without the question in the route the database still refused, as an error; without the
// maker in the policy only the constraint of the table was left.
it('is confirmed by another coordinator alone, and only then taken along', async () => {
  const { id } = await propose();
  const own = await confirm(jasur, id);
  expect([own.statusCode, code(own)]).toEqual([403, 'round_of_your_own']);
  expect((await detail(jasur, id)).abilities).toEqual({
    ...{ confirm: false, set_aside: true, download: false },
  });
  expect(code(await jasur.request('GET', `${base}/${id}/table`))).toBe('round_not_confirmed');
  const behind = async (set: string, values: unknown[], by = jasur) => {
    const app = await database.pool('app').connect();
    try {
      await app.query('begin');
      await app.query('select begin_actor($1, $2)', ['account', by.id]);
      await app.query(`update helper_round set ${set}, ended_at = now() where id = $1`, values);
    } finally {
      await app.query('rollback');
      app.release();
    }
  };
  const confirmed = `state = 'confirmed', ended_by = $2`;
  await expect(behind(confirmed, [id, jasur.id])).rejects.toThrow(/row-level security/);
  await expect(behind(confirmed, [id, lobar.id])).rejects.toThrow(/row-level security/);
  // Nor may another one put the word into somebody else's mouth.
  await expect(behind(confirmed, [id, aziza.id], lobar)).rejects.toThrow(/row-level security/);
  await expect(behind(`result = '{}'`, [id])).rejects.toThrow(/permission denied/);
  expect((await lobar.request('POST', `${base}/${id}/confirm`, { version: 2 })).statusCode).toBe(
    409,
  );
  expect((await confirm(lobar, id)).json()).toEqual({ version: 2 });
  expect(code(await confirm(lobar, id))).toBe('round_over');
  const csv = await jasur.request('GET', `${base}/${id}/table`);
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body.trim().split('\r\n').toSorted()).toEqual(
    [
      ...[`${one},Car 1,3,5,given`, `${two},Car 2,1,9,given`, `${three},Car 2,1,6,given`],
      'number,helper,load,cost,state',
    ].toSorted(),
  );
  const other = await propose();
  const aside = { version: 1, words: 'The car is broken.' };
  const said = await jasur.request('POST', `${base}/${other.id}/set-aside`, aside);
  expect(said.statusCode, said.body).toBe(200);
  expect(await detail(jasur, other.id)).toMatchObject({ state: 'set_aside', words: aside.words });
});

// Broken on purpose: told at every end of a proposal, whoever has a file heard of a ride that was set aside; with the
// number compared alone, not the place, a file of another region was told too.
it('tells whoever has the file, by its number and the code of the helper', async () => {
  const bells = async () => {
    const { rows } = await owner.query(
      `select account_id, kind, details from notification where kind in ('mentor_given', 'ride_given')
       order by details->>'number'`,
    );
    return rows;
  };
  await owner.query(`delete from notification where kind in ('mentor_given', 'ride_given')`);
  const aside = await propose();
  const words = { version: 1, words: 'The car is broken.' };
  await jasur.request('POST', `${base}/${aside.id}/set-aside`, words);
  expect(await bells()).toEqual([]);
  // One file has lost its worker meanwhile: its supervisors are told. One belongs to another region by now.
  const [first, second, third] = files.map(({ case_id }) => case_id);
  await owner.query('update case_file set worker_id = null where id = $1', [second]);
  const { id } = await propose();
  await owner.query('update case_file set place_path = place_path[1:0] where id = $1', [third]);
  expect((await confirm(lobar, id)).statusCode).toBe(200);
  const told = (account_id: string, number: string, helper: string, case_id?: string) => ({
    ...{ account_id, kind: 'ride_given', details: { case_id, number, helper } },
  });
  const all = await bells();
  const mine = all.filter(({ account_id }) => account_id === aziza.id);
  expect(mine).toEqual([told(aziza.id, one, 'Car 1', first)]);
  const supervisors = all.filter(({ account_id }) => account_id !== aziza.id);
  expect(supervisors.length).toBeGreaterThan(0);
  for (const row of supervisors) expect(row).toEqual(told(row.account_id, two, 'Car 2', second));
  // As she reads it: nobody's name.
  const read = (await aziza.request('GET', '/api/notifications')).body;
  expect(read).toContain(one);
  expect(read).not.toMatch(/Zuhra|Karimova|clinic/i);
});
