import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { dayAt } from '#domain/zone.ts';
import { MODEL } from '#test/case-file.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';
import { endLeavings } from './end-leavings.ts';

// Whoever leaves must be out with the end of the last day, on every device, and no file may stay with
// nobody whom its supervisor knows.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const [gulnora, baxtiyor, otabek] = [
  await signIn(server, 'gulnora'),
  await signIn(server, 'baxtiyor'),
  await signIn(server, 'otabek'),
];
const administrator = await server.as('administrator');
const leaver = await server.as('caseworker', {
  ...{ place_id: placeId(DEMO_PLACES.district), name: 'Laylo Leaving' },
});
const file = await openFile(server, 'aziza');
await tell(gulnora, file.case_id, 'assign_worker', { account_id: leaver.id }, { id: uuid() });
const device = uuid();
await leaver.request('PUT', `/api/devices/${device}`, { name: 'Tablet' });

const inDays = (days: number) =>
  dayAt(new Date(server.deps.clock().getTime() + days * 86_400_000).toISOString(), MODEL.time_zone);
/** What the clock of a server does so many days from now. */
const end = (days: number) => {
  const clock = () => new Date(server.deps.clock().getTime() + days * 86_400_000);
  return endLeavings({ ...server.deps, clock });
};
async function say(by: Caller, more: object = {}, id = uuid()) {
  const body = { account_id: leaver.id, last_day: inDays(3), ...more };
  const reply = await by.request('PUT', `/api/leavings/${id}`, body);
  const { code, fields } = reply.json();
  return reply.statusCode === 200 ? 'said' : (fields?.[0]?.path ?? code);
}
const listed = async (by: Caller) => (await by.request('GET', '/api/leavings')).json().leavings;
const told = async (by: Caller) => (await by.request('GET', '/api/notifications')).body;
const opens = async (by: Caller) =>
  (await by.request('GET', `/api/cases/${file.case_id}`)).statusCode;

describe('somebody leaves', () => {
  it('is said by a supervisor of the place or an administrator, of a day to come, once', async () => {
    expect(await say(otabek)).toBe('gone');
    expect(await say(baxtiyor)).toBe('gone');
    expect(await say(gulnora, { account_id: gulnora.id })).toBe('gone');
    expect(await say(gulnora, { account_id: administrator.id })).toBe('gone');
    expect(await say(administrator, { account_id: uuid() })).toBe('gone');
    expect(await say(gulnora, { last_day: inDays(-2) })).toBe('day_in_the_past');
    expect(await say(gulnora, { last_day: 'soon' })).toBe('body.last_day');
    const id = uuid();
    expect(await say(gulnora, {}, id)).toBe('said');
    expect(await say(gulnora, {}, id)).toBe('said');
    expect(await say(administrator)).toBe('already_so');
    expect(await told(leaver)).toContain('leaving_said');
    for (const by of [gulnora, administrator]) {
      expect(await listed(by)).toMatchObject([{ id, files: 1, own: false, last_day: inDays(3) }]);
    }
    expect(await listed(leaver)).toMatchObject([{ id, own: true, files: 0, abilities: [] }]);
    for (const by of [otabek, baxtiyor]) expect(await listed(by)).toEqual([]);
    const back = (by: Caller) => by.request('DELETE', `/api/leavings/${id}`);
    for (const by of [otabek, baxtiyor, leaver]) expect((await back(by)).statusCode).toBe(404);
    expect((await back(gulnora)).statusCode).toBe(200);
    expect((await back(gulnora)).statusCode).toBe(404);
    await end(10);
    expect(await opens(leaver)).toBe(200);
  });

  it('keeps an account from being closed over open files, unless those go to the supervisor', async () => {
    const off = async (more: object = {}) => {
      const url = `/api/accounts/${leaver.id}/disabled`;
      const reply = await administrator.request('PUT', url, { disabled: true, ...more });
      return reply.statusCode === 204 ? 'off' : [reply.json().code, reply.json().details];
    };
    // Seen to fail with the question about files left out of the route.
    expect(await off()).toEqual(['files_without_worker', { files: 1 }]);
    expect(await opens(leaver)).toBe(200);
    expect(await told(gulnora)).not.toContain('worker_left');
    expect(await off({ files_to_supervisor: true })).toBe('off');
    expect(await told(gulnora)).toContain('worker_left');
    expect(await opens(leaver)).toBe(401);
    await administrator.request('PUT', `/api/accounts/${leaver.id}/disabled`, { disabled: false });
  });

  it('ends sessions, devices, role and rota with the end of the last day, and a new worker goes on', async () => {
    const again = await server.signedInAs(leaver.id);
    const from_at = new Date(server.deps.clock().getTime()).toISOString();
    const until_at = new Date(server.deps.clock().getTime() + 10 * 86_400_000).toISOString();
    const nargiza = await signIn(server, 'nargiza');
    const duty = { account_id: nargiza.id, from_at, until_at };
    await gulnora.request('PUT', `/api/duties/${uuid()}`, duty);
    await owner.query('update duty set account_id = $1', [leaver.id]);
    expect(await say(administrator, { last_day: inDays(0) })).toBe('said');
    await end(0);
    expect(await opens(again)).toBe(200);
    // Two servers at once; the second finds it done.
    await Promise.all([end(1), end(1)]);
    expect(await opens(again)).toBe(401);
    const left = await owner.query(
      `select (select count(*)::int from role_grant where account_id = $1 and revoked_at is null) as roles,
        (select count(*)::int from device where account_id = $1 and revoked_at is null) as devices,
        (select count(*)::int from duty where account_id = $1 and ended_at is null) as duties,
        (select count(*)::int from leaving where account_id = $1 and done_at is not null) as done`,
      [leaver.id],
    );
    expect(left.rows).toEqual([{ roles: 0, devices: 0, duties: 0, done: 1 }]);
    const body = { account_id: baxtiyor.id };
    const next = await tell(gulnora, file.case_id, 'assign_worker', body, { id: uuid() });
    expect(next.answer).toBe('applied');
    expect(await opens(baxtiyor)).toBe(200);
    const tasks = (await baxtiyor.request('GET', '/api/tasks')).body;
    expect(tasks).toContain(file.case_id);
  });
});
