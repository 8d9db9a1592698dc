import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { regionOf } from '#domain/exchange/region.ts';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { editionId } from '../seed/editions.ts';

const database = await testDatabase();
const server = await testServer(database);
const lukas = await participant(server, 'lukas');
/** The poll of the demo that was counted. */
const poll = fixedId('exchange:opinion:first-weeks');

it('the public page shows a counted poll in three languages, and none of a session under another rule than public', async () => {
  for (const lang of ['en', 'ru', 'uz']) {
    const list = await server.stranger().request('GET', `/exchange/${lang}/opinions`);
    expect(list.body).toContain(`/exchange/${lang}/opinions/${poll}`);
    const page = await server.stranger().request('GET', `/exchange/${lang}/opinions/${poll}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<svg');
    expect(page.body).not.toMatch(/Lukas|Nodira/);
  }
  const session = uuid();
  await database.pool('superuser').query(
    `insert into exchange.session (id, edition_id, title, kind, rule, state, created_at)
     select $1, id, title, 'panel', 'chatham_house', 'published', created_at
     from exchange.edition where id = $2`,
    [session, editionId('homecoming-2')],
  );
  await database
    .pool('superuser')
    .query('update exchange.opinion_poll set session_id = $1 where id = $2', [session, poll]);
  const page = await server.stranger().request('GET', `/exchange/en/opinions/${poll}`);
  expect(page.statusCode).toBe(404);
  expect((await lukas.request('GET', `/api/exchange/opinions/${poll}`)).statusCode).toBe(200);
  expect(
    (await server.stranger().request('GET', '/exchange/en/opinions/no-id')).statusCode,
  ).toBeLessThan(500);
});

it('regions in the database are those of the rules', async () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((one) => letters.map((other) => `${one}${other}`));
  const { rows } = await database
    .pool('superuser')
    .query<{ region: string | null }>(
      'select exchange.region_of(code) as region from unnest($1::text[]) with ordinality as c (code, at) order by at',
      [codes],
    );
  expect(rows.map(({ region }) => region)).toEqual(codes.map(regionOf));
});
