import { v7 as uuid } from 'uuid';
import { expect, it, onTestFinished } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

// A pull asks first what is new and reads nothing else: so each kind of change must be news.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const file = await openFile(server, 'aziza');
const household = uuid();
await owner.query(
  `with h as (insert into household (id, created_by, created_at) values ($1, $2, now()))
   insert into household_member (id, household_id, person_id, relation, from_day)
   values ($3, $1, $4, 'self', '2026-01-01')`,
  [household, DEMO_PEOPLE.aziza.id, uuid(), file.person_id],
);
const device = { 'x-homeward-device': uuid() };
await aziza.request('PUT', `/api/devices/${device['x-homeward-device']}`, { name: 'Phone' });
let cursor = '';

/** Everything since the last pull, as `table op`, each once. */
async function news(): Promise<string[]> {
  await database.settled();
  const found = new Set<string>();
  for (;;) {
    const reply = await aziza.request('GET', `/api/pull${cursor}`, undefined, device);
    expect(reply.statusCode).toBe(200);
    const page = reply.json();
    cursor = `?cursor=${page.cursor}`;
    for (const { table, op } of page.rows) found.add(op === 'put' ? table : `${table} ${op}`);
    if (!page.more) return [...found].sort();
  }
}

const moved = (table: string, where: string, value: unknown) =>
  owner.query(`update ${table} set xid = pg_current_xact_id() where ${where} = $1`, [value]);
const first = async (table: string, column = 'id') =>
  (await owner.query(`select ${column} as value from ${table} limit 1`)).rows[0].value;
const assign = (to: string) =>
  tell(gulnora, file.case_id, 'assign_worker', { account_id: to }, { id: uuid() });
const note = { note_id: uuid(), words: 'x', compartment: 'general' };
const concern = { concern_id: uuid(), about: { who: 'participant' }, urgency: 'soon', words: 'x' };

it('brings what changed, of every kind, and nothing where nothing did', async () => {
  expect(await news()).toEqual(expect.arrayContaining(['case', 'fact', 'household', 'person']));
  expect(await news()).toEqual([]);

  const changes: [string[], () => Promise<unknown>][] = [
    [['person'], () => moved('person', 'id', file.person_id)],
    [['household'], () => moved('household', 'id', household)],
    [['place'], async () => moved('place', 'id', await first('place'))],
    [['organisation'], async () => moved('organisation', 'id', await first('organisation'))],
    [['service'], async () => moved('service', 'id', await first('service'))],
    [
      ['programme_model'],
      async () => moved('programme_model', 'id', await first('programme_model')),
    ],
    [['colleague'], () => moved('role_grant', 'account_id', DEMO_PEOPLE.baxtiyor.id)],
    [['case', 'fact'], () => file.tell('add_note', note)],
    // What she may not read changes the row of the list all the same.
    [['case'], () => tell(gulnora, file.case_id, 'raise_concern', concern, { id: uuid() })],
    [['case remove'], () => assign(DEMO_PEOPLE.baxtiyor.id)],
    [['case', 'fact', 'household', 'person'], () => assign(DEMO_PEOPLE.aziza.id)],
  ];
  for (const [tables, change] of changes) {
    await change();
    expect(await news()).toEqual(tables);
    expect(await news()).toEqual([]);
  }
});

it('begins anew with the cursor of another epoch, whatever window it was in', async () => {
  const decoded = JSON.parse(Buffer.from(cursor.slice(8), 'base64url').toString('utf8'));
  const foreign = { ...decoded, epoch: uuid(), upper: '1', source: 3 };
  cursor = `?cursor=${Buffer.from(JSON.stringify(foreign)).toString('base64url')}`;
  expect(await news()).toEqual(expect.arrayContaining(['case', 'fact', 'place']));
  expect(await news()).toEqual([]);
});

// Seen to fail with `below` = the number of the next change: the device let go of what it had not been given.
it('says up to where the device knows all, while somebody else writes for long', async () => {
  await news();
  const slow = await owner.connect();
  let open = true;
  // Its transaction ends with its connection.
  const end = () => {
    if (open) slow.release(true);
    open = false;
  };
  onTestFinished(end);
  await slow.query('begin; select pg_current_xact_id()');
  const id = uuid();
  const body = { ...note, note_id: uuid() };
  const commands = [{ id, case_id: file.case_id, kind: 'add_note', body, said_at: new Date() }];
  const said = (await aziza.request('POST', '/api/commands', { commands }, device)).json();
  expect(said.answers).toEqual([{ command_id: id, answer: 'applied' }]);
  const pull = async () =>
    (await aziza.request('GET', `/api/pull${cursor}`, undefined, device)).json();
  const before = await pull();
  expect(before.rows).toEqual([]);
  expect(BigInt(before.known.below)).toBeLessThan(BigInt(said.written_below));
  expect(BigInt(before.known.next)).toBeGreaterThanOrEqual(BigInt(said.written_below));
  end();
  await database.settled();
  const after = await pull();
  expect(after.rows.map(({ table }: { table: string }) => table).sort()).toEqual(['case', 'fact']);
  expect(BigInt(after.known.below)).toBeGreaterThanOrEqual(BigInt(said.written_below));
});
