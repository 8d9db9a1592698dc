import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { inSql } from '#test/application-sql.ts';
import { testDatabase } from '#test/database.ts';
import { type Caller, testServer } from '#test/http.ts';
import { dayOf } from '#test/referral.ts';
import { signIn } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const gulnora = await signIn(server, 'gulnora');
const aziza = await signIn(server, 'aziza');

const write = (by: Caller, more: object = {}, id = uuid()) =>
  by.request('PUT', `/api/supervision/${id}`, {
    ...{ with_account_id: aziza.id, on: dayOf(server), hours: 1.5, topics: ['own_safety'] },
    ...{ agreed: 'Goes in twos for a month', ...more },
  });
const read = async (by: Caller) => (await by.request('GET', '/api/supervision')).json().sessions;

it('a talk about the work is read by the two, and by nobody else, whatever their role', async () => {
  const id = uuid();
  expect((await write(gulnora, {}, id)).statusCode).toBe(200);
  expect((await write(gulnora, {}, id)).statusCode).toBe(200);
  expect((await write(gulnora, { agreed: 'Something else' }, id)).json().code).toBe('already_so');
  for (const [by, other] of [
    [gulnora, 'Aziza Karimova'],
    [aziza, 'Gulnora Rahimova'],
  ] as const) {
    expect(await read(by)).toMatchObject([
      { id, hours: 1.5, topics: ['own_safety'], agreed: 'Goes in twos for a month', other },
    ]);
  }
  for (const name of ['baxtiyor', 'otabek', 'saodat', 'dilnoza'] as const) {
    expect(await read(await signIn(server, name)), name).toEqual([]);
  }
  for (const name of ['baxtiyor', 'otabek', 'malika', 'sherzod', 'jasur'] as const) {
    const caller = await signIn(server, name);
    const { rows } = await inSql(database, caller.id, (query) =>
      query('select id from supervision_session', []),
    );
    expect(rows, name).toEqual([]);
  }
});

it('asks for a colleague, a day that was, and a topic', async () => {
  const code = async (more: object, by = gulnora) => {
    const { code: what, fields } = (await write(by, more)).json();
    return fields?.[0]?.path ?? what;
  };
  expect(await code({ with_account_id: gulnora.id })).toBe('not_a_colleague_here');
  expect(await code({ with_account_id: uuid() })).toBe('not_a_colleague_here');
  expect(await code({ on: dayOf(server, 2) })).toBe('day_in_the_future');
  expect(await code({ hours: 0 })).toBe('body.hours');
  expect(await code({ topics: [] })).toBe('body.topics');
  expect(await code({ topics: ['Zuhra'] })).toBe('body.topics.0');
  expect(await code({ case_id: uuid() })).toBe('body.case_id');
  for (const name of ['malika', 'jasur', 'farida'] as const) {
    expect(await code({}, await signIn(server, name)), name).toBe('gone');
  }
});
