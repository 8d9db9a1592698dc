import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

const database = await testDatabase();
const server = await testServer(database);
const [jasur, gulnora, aziza] = await Promise.all([
  signIn(server, 'jasur'),
  signIn(server, 'gulnora'),
  signIn(server, 'aziza'),
]);
const place_id = placeId(DEMO_PLACES.district);

it('the coordinator writes down what a place does together and how ready it is; nobody is named', async () => {
  const day = { place_id, on: '2026-05-01' };
  const feast = { ...day, id: uuid(), activity: 'Spring feast', attended: 140, open_to_all: true };
  const ready = { ...day, id: uuid(), words: 'The school has met parents twice.' };
  const post = (by: typeof jasur, path: string, body: object) =>
    by.request('POST', `/api/community/${path}`, body);
  expect((await post(jasur, 'activities', feast)).statusCode).toBe(201);
  expect((await post(jasur, 'readiness', ready)).statusCode).toBe(201);
  expect((await post(gulnora, 'activities', { ...feast, id: uuid() })).statusCode).toBe(403);
  for (const [body, path] of [
    [{ ...feast, id: uuid(), person_id: uuid() }, 'body.person_id'],
    [{ ...feast, id: uuid(), attended: -1 }, 'body.attended'],
    [{ ...feast, id: uuid(), place_id: uuid() }, 'body.place_id'],
    [{ ...feast, id: uuid(), on: '2099-01-01' }, 'body.on'],
  ] as const) {
    const reply = await post(jasur, 'activities', body);
    expect(reply.json()).toMatchObject({ fields: [{ path }] });
  }
  const seen = (await gulnora.request('GET', '/api/community')).json();
  expect(seen.activities).toContainEqual(feast);
  expect(seen.readiness).toContainEqual(ready);
  expect((await aziza.request('GET', '/api/community')).statusCode).toBe(404);
});

// To see it fail: `alter table community_activity add column person_id uuid references person`.
it('no column of these tables points at anybody', async () => {
  const { rows } = await database.pool('superuser').query<{ at: string }>(
    `select table_name || '.' || column_name as at from information_schema.columns
     where table_name in ('community_activity', 'community_readiness')`,
  );
  expect(rows.length).toBe(12);
  const linked = /person|account|case|household|name|member|said_by|created_by/;
  expect(rows.filter(({ at }) => linked.test(at.split('.')[1] ?? ''))).toEqual([]);
  const { rows: keys } = await database.pool('superuser').query<{ to: string }>(
    `select distinct confrelid::regclass::text as to from pg_constraint where contype = 'f'
       and conrelid in ('community_activity'::regclass, 'community_readiness'::regclass)`,
  );
  expect(keys).toEqual([{ to: 'place' }]);
});
